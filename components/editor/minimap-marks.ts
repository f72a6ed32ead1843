import { changedSpan, isUnsettled } from '@/components/settling/settling'
import type { Span } from '@/lib/domain/anchoring/anchors'
import type { AnnotationView, UnsettledKind } from '@/lib/domain/annotations'
import type { Rating, Tint } from '@/lib/domain/scales'
import { assignLanes } from '@/lib/editor/lanes'

/** How a place of a note is drawn: its verdict's pattern, none yet, or that it has to be settled. */
export type MarkLook = Tint | 'none' | UnsettledKind

/** A place of a note on the line that stands for the whole article. */
export interface MinimapMark extends Span {
  noteId: string
  look: MarkLook
  /** 0 or 1: notes on the same words stand one below the other. */
  row: number
}

interface Written {
  anchors: readonly Span[]
  ratingKey: string | null
}

/** All places of these notes, as they are or as they are being written (`drafts`). */
export function minimapMarks(
  notes: readonly AnnotationView[],
  drafts: ReadonlyMap<string, Written>,
  ratings: readonly Rating[],
): MinimapMark[] {
  const tints = new Map(ratings.map(({ key, tint }) => [key, tint]))
  const placed = notes.map(note => {
    const { anchors, ratingKey } = drafts.get(note.id) ?? note.content
    const tint = tints.get(ratingKey ?? '') ?? 'none'
    const look: MarkLook = isUnsettled(note) ? 'none' : tint
    const open = isUnsettled(note) ? note.unsettled : []
    const marks = [
      ...anchors.map(({ start, end }) => ({ start, end, look })),
      ...open.map(each => ({
        ...(changedSpan(each) ?? { start: each.near, end: each.near }),
        look: each.placement,
      })),
    ]
    return { id: note.id, spans: marks, marks }
  })
  const lanes = assignLanes(placed)
  return placed.flatMap(({ id, marks }) =>
    marks.map(mark => ({ ...mark, noteId: id, row: Math.min(1, lanes.get(id) ?? 0) })),
  )
}

/** The note nearest to an offset, of two as near the one in `row`; null where there is none. */
export function nearestMark(
  marks: readonly MinimapMark[],
  offset: number,
  row: number,
): string | null {
  let nearest: { noteId: string; distance: number } | null = null
  for (const { noteId, start, end, row: own } of marks) {
    // Half a character: less than any distance, more than none.
    const distance = Math.max(0, start - offset, offset - end) + (own === row ? 0 : 0.5)
    if (!nearest || distance < nearest.distance) nearest = { noteId, distance }
  }
  return nearest?.noteId ?? null
}
