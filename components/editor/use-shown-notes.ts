'use client'

import { useDesk } from '@/components/editor/desk-context'
import { notesThrough } from '@/components/editor/filters'
import type { AnnotationView } from '@/lib/domain/annotations'

/** The notes on the page (those the filters let through, and the open one), and all there are. */
export function useShownNotes(): {
  notes: readonly AnnotationView[]
  all: readonly AnnotationView[]
  openId: string | null
} {
  const all = useDesk(state => state.notes)
  const notes = useDesk(state => notesThrough(state.notes, state.filters, state.openId))
  const openId = useDesk(state => state.openId)
  return { notes, all, openId }
}
