'use client'

import { useEffect } from 'react'
import { revealSelection } from '@/components/editor/article-view'
import type { DeskStore } from '@/components/editor/desk-store'
import { openNote } from '@/components/editor/note-actions'
import { wordsInAddress } from '@/components/editor/word-links'
import { leftWords } from '@/components/settling/settle-actions'
import { selectSpan } from '@/lib/editor/selections'
import { paths } from '@/lib/paths'

/** Opens the note, or selects the words, that the page's address names. */
export function useDeepLink(store: DeskStore): void {
  useEffect(() => {
    const query = new URLSearchParams(window.location.search)
    const noteId = query.get('note')
    const { span, trouble } = wordsInAddress(query, store.desk.revision.number)
    // The article's view is made after the first render, and the notes come in their own time.
    const stop = whenReady(
      () => store.view !== null && !store.get().areNotesComing,
      () => {
        sayFrozen(store, query.get('frozen'))
        if (noteId && store.note(noteId)) openNote(store, noteId, 'words')
        else if (noteId) store.setTrouble('', 'The note in this address is not in this article.')
        else if (trouble) store.setTrouble('', trouble)
        else if (span && store.view) {
          selectSpan(store.view, span, 'words')
          store.view.focus()
          revealSelection(store)
        }
      },
    )
    return stop
  }, [store])
}

/** The draft that was edited here a moment ago is a revision now. */
function sayFrozen(store: DeskStore, number: string | null): void {
  if (number === null || number !== String(store.desk.revision.number)) return
  store.setTrouble('', `Revision ${number} is frozen. ${leftWords(store)}`)
  window.history.replaceState(window.history.state, '', paths.article(store.desk.article.id))
}

/** Looks once for each frame. */
function whenReady(isReady: () => boolean, run: () => void): () => void {
  let frame = 0
  const look = () => {
    if (isReady()) run()
    else frame = requestAnimationFrame(look)
  }
  look()
  return () => cancelAnimationFrame(frame)
}
