'use client'

import { useMemo } from 'react'
import { useDesk } from '@/components/editor/desk-context'
import { filterNotes } from '@/components/editor/filters'
import type { AnnotationView } from '@/lib/domain/annotations'

/** The notes on the page (those the filters let through, and the open one), and all there are. */
export function useShownNotes(): {
  notes: readonly AnnotationView[]
  all: readonly AnnotationView[]
  openId: string | null
} {
  const all = useDesk(state => state.notes)
  const filters = useDesk(state => state.filters)
  const openId = useDesk(state => state.openId)
  const notes = useMemo(() => {
    const through = new Set(filterNotes(all, filters))
    return all.filter(note => through.has(note) || note.id === openId)
  }, [all, filters, openId])
  return { notes, all, openId }
}
