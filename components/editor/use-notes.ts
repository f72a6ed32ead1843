'use client'

import { useEffect } from 'react'
import type { DeskStore } from '@/components/editor/desk-store'
import { unpackAnnotations } from '@/lib/document/articles'

/** Takes up the notes once they have come. `packed`: by packAnnotations. */
export function useNotes(store: DeskStore, packed: Promise<string>): void {
  useEffect(() => {
    let isGone = false
    packed.then(
      notes => {
        if (!isGone && store.get().areNotesComing) store.open(unpackAnnotations(store.desk, notes))
      },
      () => {
        if (!isGone) store.missNotes()
      },
    )
    return () => {
      isGone = true
    }
  }, [store, packed])
}
