'use client'

import { useMemo } from 'react'
import { useDesk } from '@/components/editor/desk-context'
import type { DeskState } from '@/components/editor/desk-store'
import type { Span } from '@/lib/domain/anchoring/anchors'

/** The part of a draft that is drawn into the text. */
export interface DrawnDraft {
  anchors: Span[]
  ratingKey: string | null
}

/**
 * What is typed in notes, as far as the text shows it, by the note's id. It stays the same while
 * somebody writes in other fields, so that nothing is drawn again at each key.
 */
export function useDrawnDrafts(): ReadonlyMap<string, DrawnDraft> {
  const drawn = useDesk(drawnParts)
  return useMemo(() => new Map(JSON.parse(drawn) as [string, DrawnDraft][]), [drawn])
}

function drawnParts({ saves }: DeskState): string {
  return JSON.stringify(
    Object.entries(saves).map(([id, { draft }]) => [
      id,
      { anchors: draft.anchors, ratingKey: draft.ratingKey },
    ]),
  )
}
