'use client'

import { useRef } from 'react'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { focusNeighbour, keepFocus } from '@/components/undo/keep-focus'
import { bringBack, hideRetired } from '@/components/undo/note-steps'
import type { AnnotationView } from '@/lib/domain/annotations'
import { mayRetire } from '@/lib/domain/roles'
import { inQuotes } from '@/lib/domain/text'
import './undo.css'

/** Where a note was that has just been retired: what it said, and the way back. */
export function RetiredLine({ note }: { note: AnnotationView }) {
  const store = useStore()
  const trouble = useDesk(state => state.troubles[note.id])
  const words = note.content.claim || note.anchors[0]?.quote || note.unsettled[0]?.quote
  const line = useRef<HTMLDivElement>(null)
  const close = () => {
    const hasFocus = line.current?.contains(document.activeElement)
    // Before the line goes, and the focus with it.
    if (line.current && hasFocus) focusNeighbour(line.current)
    hideRetired(store, note.id)
    if (hasFocus) keepFocus(store)
  }
  return (
    <div ref={line} className="retired-line">
      <p>
        <b>Retired:</b> <span dir="auto">{inQuotes(words ?? '')}</span>
      </p>
      <p className="retired-acts">
        {mayRetire(store.actor, note) && (
          <button type="button" className="link" onClick={() => bringBack(store, note.id)}>
            Undo<span className="sr"> retiring “{words}”</span>
          </button>
        )}
        <button type="button" className="link" onClick={close}>
          Close<span className="sr"> this line</span>
        </button>
      </p>
      {trouble && <p className="fault">{trouble}</p>}
    </div>
  )
}
