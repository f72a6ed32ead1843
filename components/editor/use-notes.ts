'use client'

import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { useStore } from '@/components/editor/desk-context'
import type { DeskStore } from '@/components/editor/desk-store'
import { unpackAnnotations } from '@/lib/document/articles'
import { afterPaint } from '@/lib/editor/idle'

/**
 * Takes up the notes once they have come and the words stand with their caret: hundreds of cards and
 * marks would else be made before anybody can begin to select. `packed`: by packAnnotations.
 */
export function useNotes(editor: Editor | null, packed: Promise<string>): void {
  const store = useStore()
  useEffect(() => {
    if (!editor) return
    let isGone = false
    const cancel = afterPaint(() => {
      packed.then(
        notes => !isGone && takeUp(store, notes),
        () => !isGone && store.missNotes(),
      )
    })
    return () => {
      isGone = true
      cancel()
    }
  }, [editor, store, packed])
}

function takeUp(store: DeskStore, notes: string): void {
  if (store.get().areNotesComing) store.open(unpackAnnotations(store.desk, notes))
}
