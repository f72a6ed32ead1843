'use client'

import { useStore } from '@/components/editor/desk-context'
import { keepExtent, leaveExtent, moveExtent } from '@/components/marking/extents'
import type { Edge } from '@/lib/domain/extents'
import './marking.css'

/** The same as the keys and the handles, for whoever has neither at hand. */
export function ExtentPanel({ index, count }: { index: number; count: number }) {
  const store = useStore()
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing in it is a field of a form.
    <div
      className="extent-panel"
      role="group"
      aria-label={count > 1 ? `Extent of place ${index + 1} of ${count}` : 'Extent'}
    >
      <EdgeButtons edge="start" name="Beginning" />
      <EdgeButtons edge="end" name="End" />
      <div className="extent-acts">
        <button type="button" className="btn btn-main" onClick={() => keepExtent(store)}>
          Keep these words
        </button>
        <button type="button" className="btn" onClick={() => leaveExtent(store)}>
          Leave as it was
        </button>
      </div>
      <p className="help extent-help by-key">
        <kbd>←</kbd> <kbd>→</kbd> move the end, with <kbd>Shift</kbd> the beginning; <kbd>↑</kbd>{' '}
        <kbd>↓</kbd> by a sentence.
        {count > 1 && (
          <>
            {' '}
            <kbd>Tab</kbd> goes to the next place.
          </>
        )}
      </p>
    </div>
  )
}

function EdgeButtons({ edge, name }: { edge: Edge; name: string }) {
  const store = useStore()
  return (
    <div className="extent-edge">
      <span aria-hidden="true">{name}</span>
      <button
        type="button"
        className="btn"
        aria-label={`${name} one word earlier`}
        onClick={() => moveExtent(store, edge, -1, 'word')}
      >
        <span aria-hidden="true">‹ word</span>
      </button>
      <button
        type="button"
        className="btn"
        aria-label={`${name} one word later`}
        onClick={() => moveExtent(store, edge, 1, 'word')}
      >
        <span aria-hidden="true">word ›</span>
      </button>
    </div>
  )
}
