import type { Passage } from '@/components/revisions/comparison-view'
import type { PlacementKind } from '@/lib/domain/anchoring/placements'
import type { ComparedNote, ComparedPlace } from '@/lib/domain/revisions'
import type { Rating } from '@/lib/domain/scales'

/** Class of a passage's tint and line: a verdict is never drawn on words it was not given to. */
export function lookOf(rating: Rating | null, placement: PlacementKind): string {
  const isSound = placement === 'kept' || placement === 'moved'
  return tintOf(isSound ? rating : null)
}

/** Where the notes rest in two revisions, in the tint of the verdict that was given there. */
export function passagesOf(notes: readonly ComparedNote[]): Passage[] {
  return notes.flatMap(({ annotationId: noteId, number, older, newer }) => {
    const passage =
      (side: Passage['side']) =>
      ({ start, end, rating }: ComparedPlace): Passage => {
        return { start, end, side, noteId, number, look: tintOf(rating) }
      }
    return [...older.map(passage('older')), ...newer.map(passage('newer'))]
  })
}

function tintOf(rating: Rating | null): string {
  return `r-${rating?.tint ?? 'none'}`
}
