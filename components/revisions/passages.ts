import type { Passage } from '@/components/revisions/comparison-view'
import type { PlacementKind } from '@/lib/domain/anchoring/placements'
import type { ComparedNote } from '@/lib/domain/revisions'
import type { Rating } from '@/lib/domain/scales'

/** Class of a passage's tint and line: a verdict is never drawn on words it was not given to. */
export function lookOf(rating: Rating | null, placement: PlacementKind): string {
  const isSound = placement === 'kept' || placement === 'moved'
  return `r-${isSound && rating ? rating.tint : 'none'}`
}

/** Where the notes rest in two revisions. */
export function passagesOf(notes: readonly ComparedNote[]): Passage[] {
  return notes.flatMap(({ annotationId: noteId, number, rating, older, newer }) => [
    ...older.map(
      ({ start, end }): Passage => ({
        start,
        end,
        side: 'older',
        noteId,
        number,
        look: lookOf(rating, 'kept'),
      }),
    ),
    ...newer.map(
      ({ start, end, placement }): Passage => ({
        start,
        end,
        side: 'newer',
        noteId,
        number,
        look: lookOf(rating, placement),
      }),
    ),
  ])
}
