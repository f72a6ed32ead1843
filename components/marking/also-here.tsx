'use client'

import { useMemo } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { openNote } from '@/components/editor/note-actions'
import { emptyVerdict, numbersOf, ratingOf } from '@/components/editor/numbering'
import { useShownNotes } from '@/components/editor/use-shown-notes'
import { onSameWords } from '@/components/marking/same-words'
import { restsOn } from '@/components/settling/settling'
import type { AnnotationView } from '@/lib/domain/annotations'
import './marking.css'

/** The way from a note to the others that rest on the same words. */
export function AlsoHere({ note }: { note: AnnotationView }) {
  const store = useStore()
  const { notes, all } = useShownNotes()
  const others = useMemo(
    () =>
      onSameWords(
        notes.map(each => ({ id: each.id, spans: restsOn(each), note: each })),
        note.id,
      ),
    [notes, note.id],
  )
  if (others.length === 0) return null
  return (
    <nav className="also-here" aria-label="Other notes on these words">
      <span>Also on these words:</span>
      {others.map(other => (
        <OtherNote
          key={other.id}
          number={numbersOf(all).get(other.id)}
          word={ratingOf(other.note, store.desk.ratings)?.word ?? emptyVerdict(other.note)}
          open={() => openNote(store, other.id, 'note')}
        />
      ))}
      <kbd className="by-key">O</kbd>
    </nav>
  )
}

function OtherNote({
  number,
  word,
  open,
}: {
  number: number | undefined
  word: string
  open: () => void
}) {
  return (
    <button type="button" className="link" onClick={open}>
      {number !== undefined && (
        <>
          <span className="sr">Note </span>
          <b>{number}</b>{' '}
        </>
      )}
      {word}
    </button>
  )
}
