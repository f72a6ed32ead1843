'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { useStore } from '@/components/editor/desk-context'
import type { HalfTyped, HalfTypedKind } from '@/components/editor/half-typed'
import { visitsGoingOn } from '@/components/editor/visits'

const nothing: HalfTyped = { text: '', leftAt: null }

/** A text beside a note that outlives the note's closing, and the page. An empty one is forgotten. */
export function useHalfTyped(
  noteId: string,
  kind: HalfTypedKind,
): HalfTyped & { setText: (text: string) => void; forget: (sent: string) => void } {
  const { halfTyped } = useStore()
  const now = useSyncExternalStore(
    halfTyped.subscribe,
    () => halfTyped.find(noteId, kind),
    () => nothing,
  )
  useEffect(() => {
    void visitsGoingOn().then(goingOn => halfTyped.takeUp(noteId, kind, goingOn))
  }, [halfTyped, noteId, kind])
  return {
    ...now,
    setText: text => halfTyped.keep(noteId, kind, text),
    forget: sent => halfTyped.forget(noteId, kind, sent),
  }
}
