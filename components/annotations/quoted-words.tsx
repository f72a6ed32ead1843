'use client'

import { useState } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { isSheet } from '@/components/editor/note-actions'
import type { Span } from '@/lib/domain/anchoring/anchors'

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
  const add = () => {
    setAdding(!isAdding)
    if (!isAdding && !isSheet()) store.view?.focus()
  }
  return (
    <div className="o-words">
      {spans.map(span => (
        <p key={`${span.start}-${span.end}`} lang={store.desk.article.language} dir="auto">
          “{store.wordsAt(span)}”
          {onChange && spans.length > 1 && (
            <button
              type="button"
              className="link"
              aria-label={`Take off “${shorten(store.wordsAt(span))}”`}
              onClick={() => onChange(spans.filter(each => each !== span))}
            >
              Take off
            </button>
          )}
        </p>
      ))}
      {onChange && (
        <p className="o-add">
          <button type="button" className="link" aria-expanded={isAdding} onClick={add}>
            Add words
          </button>
          {isAdding && (
            <span>
              Select more words in the article, then “Add to note” or <kbd>W</kbd>.
            </span>
          )}
        </p>
      )}
    </div>
  )
}

function shorten(words: string): string {
  return words.length > 40 ? `${words.slice(0, 39)}…` : words
}
