'use client'

import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { unpackAnnotations } from '@/lib/document/articles'
import { afterPaint } from '@/lib/editor/idle'

/**
 * Takes up the notes once they have come and the words stand with their caret: hundreds of cards and
 * marks would else be made before anybody can begin to select. `packed`: by packAnnotations.
 */
export function useNotes(editor: Editor | null, packed: Promise<string>): void {
  const store = useStore()
  useEffect(() => {
    if (!editor || !store.get().areNotesComing) return
    let isGone = false
    const cancel = afterPaint(() => {
      packed.then(
        notes => {
          if (!isGone) store.open(unpackAnnotations(store.desk, notes))
        },
        () => {
          if (!isGone) store.missNotes()
        },
      )
    })
    return () => {
      isGone = true
      cancel()
    }
  }, [editor, store, packed])
}
