'use client'

import { useDesk, useStore } from '@/components/editor/desk-context'
import { emptySentence, filterNotes, isAnyShown, noFilters } from '@/components/editor/filters'

/** What stands where there are no notes: how to begin, or that the filters let none through. */
export function EmptyNotes() {
  const store = useStore()
  const notes = useDesk(state => state.notes)
  const filters = useDesk(state => state.filters)
  const areComing = useDesk(state => state.areNotesComing)
  if (areComing || isAnyShown(notes, filters)) return null
  const all = filterNotes(notes, noFilters).length
  if (all === 0 && filters === noFilters)
    return (
      <p className="say-none">
        No notes yet. Select the words of a claim
        <span className="by-key">
          {' '}
          and press <kbd>N</kbd>, or <kbd>T</kbd> to leave them for someone to check
        </span>
        .
      </p>
    )
  return (
    <p className="say-none">
      {emptySentence(filters, store.desk.ratings, store.desk.people)}{' '}
      <button type="button" className="link" onClick={() => store.patch({ filters: noFilters })}>
        Show all {all}
      </button>
      .
    </p>
  )
}
