'use client'

import { useMemo } from 'react'
import { useDesk } from '@/components/editor/desk-context'
import { notesThrough } from '@/components/editor/filters'
import type { AnnotationView } from '@/lib/domain/annotations'

/** Whether only a line stands for the note: it was retired on this visit. */
export function isLineOnly(note: AnnotationView, justRetired: ReadonlySet<string>): boolean {
  return note.state === 'retired' && justRetired.has(note.id)
}

/** The notes on the page (those the filters let through, the open one and those just retired), and all there are. */
export function useShownNotes(): {
  notes: readonly AnnotationView[]
  all: readonly AnnotationView[]
  openId: string | null
} {
  const all = useDesk(state => state.notes)
  const through = useDesk(state => notesThrough(state.notes, state.filters, state.openId))
  const openId = useDesk(state => state.openId)
  const justRetired = useDesk(state => state.justRetired)
  const notes = useMemo(() => withLines(all, through, justRetired), [all, through, justRetired])
  return { notes, all, openId }
}

/** With the notes for which only a line stands, in the order of the text; the same list where there are none. */
function withLines(
  all: readonly AnnotationView[],
  through: readonly AnnotationView[],
  justRetired: ReadonlySet<string>,
): readonly AnnotationView[] {
  if (justRetired.size === 0) return through
  const shown = new Set(through)
  return all.filter(note => shown.has(note) || isLineOnly(note, justRetired))
}
