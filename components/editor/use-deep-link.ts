'use client'

import { useEffect } from 'react'
import { revealSelection } from '@/components/editor/article-view'
import type { DeskStore } from '@/components/editor/desk-store'
import { openNote } from '@/components/editor/note-actions'
import { parseSpan, selectSpan } from '@/lib/editor/selections'

/** Opens the note, or selects the words, that the page's address names. */
export function useDeepLink(store: DeskStore): void {
  useEffect(() => {
    const query = new URLSearchParams(window.location.search)
    const noteId = query.get('note')
    const span = parseSpan(query.get('at'))
    // The article's view is made after the first render.
    const stop = whenReady(
      () => store.view !== null,
      () => {
        if (noteId && store.note(noteId)) openNote(store, noteId, 'words')
        else if (noteId) store.setTrouble('', 'The note in this address is not in this article.')
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
