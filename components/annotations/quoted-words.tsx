'use client'

import { useRef, useState } from 'react'
import { isSheet, revealSpan } from '@/components/editor/article-view'
import { useDesk, useStore } from '@/components/editor/desk-context'
import type { DeskStore } from '@/components/editor/desk-store'
import { ExtentPanel } from '@/components/marking/extent-panel'
import { beginExtending, extendingNow } from '@/components/marking/extents'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { inQuotes } from '@/lib/domain/text'
import { selectSpan } from '@/lib/editor/selections'

/** The words a note rests on. More are added by selecting them; one of several can be taken off. */
export function QuotedWords({
  spans,
  onChange,
}: {
  spans: readonly Span[]
  onChange?: (spans: Span[]) => void
}) {
  const store = useStore()
  const [isAdding, setAdding] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const takeOff = (index: number) => {
    onChange?.(spans.filter((_, at) => at !== index))
    // The place that follows takes its line; after the last, the one before.
    const next = Math.min(index, spans.length - 2)
    requestAnimationFrame(() =>
      frame.current
        ?.querySelectorAll<HTMLElement>('.o-quote')
        [next]?.focus({ preventScroll: true }),
    )
  }
  const add = () => {
    setAdding(!isAdding)
    if (!isAdding && !isSheet()) store.view?.focus()
  }
  return (
    <div className="o-words" ref={frame}>
      {spans.map((span, index) => (
        <QuotedPlace
          key={`${span.start}-${span.end}`}
          span={span}
          index={index}
          count={spans.length}
          takeOff={onChange && (() => takeOff(index))}
        />
      ))}
      {onChange && (
        <p className="o-add">
          <button type="button" className="link" aria-expanded={isAdding} onClick={add}>
            Add words
          </button>
          {isAdding && (
            <span>
              Select more words in the article, then “Add to note”
              <span className="by-key">
                {' '}
                or <kbd>W</kbd>
              </span>
              .
            </span>
          )}
        </p>
      )}
    </div>
  )
}

/** One place of a note: its words lead to where they stand, and can be changed there. */
function QuotedPlace({
  span,
  index,
  count,
  takeOff,
}: {
  span: Span
  index: number
  count: number
  takeOff: (() => void) | undefined
}) {
  const store = useStore()
  useDesk(state => state.extending)
  const now = takeOff && extendingNow(store)
  const inHand = now?.index === index ? now : null
  const words = store.wordsAt(inHand?.span ?? span)
  return (
    <>
      <p lang={store.desk.article.language} dir="auto">
        <button type="button" className="o-quote" onClick={() => goToWords(store, span)}>
          {inQuotes(words)}
        </button>
        {takeOff && !inHand && (
          <button
            type="button"
            className="link"
            lang="en"
            aria-label={`Change extent of “${shorten(words)}”`}
            onClick={() => beginExtending(store, index)}
          >
            Change extent
          </button>
        )}
        {takeOff && count > 1 && (
          <button
            type="button"
            className="link"
            lang="en"
            aria-label={`Take off “${shorten(words)}”`}
            onClick={takeOff}
          >
            Take off
          </button>
        )}
      </p>
      {inHand?.by === 'keys' && <ExtentPanel index={index} count={count} />}
    </>
  )
}

/** The caret goes before the words, and they come into sight. */
function goToWords(store: DeskStore, span: Span): void {
  if (!store.view) return
  revealSpan(store, span)
  if (store.get().drafting) return
  selectSpan(store.view, span, 'caret')
  if (!isSheet()) store.view.focus()
}

function shorten(words: string): string {
  return words.length > 40 ? `${words.slice(0, 39)}…` : words
}
