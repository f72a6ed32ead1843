import type { Span } from '@/lib/domain/anchoring/anchors'
import type { Placement } from '@/lib/domain/anchoring/placements'

/** Where an engine puts a span of the old text in the new one; null: it says that it is not there. */
export type Place = Span | null

/** Something that carries spans of one text into another wording of it. */
export interface Engine {
  name: string
  /** Sees of the old text the quote, 32 characters either side and the offsets, not the whole. */
  selectorOnly: boolean
  /** One place for each span; null where the pair is more work than the engine can do in a bench's time. */
  place(oldText: string, newText: string, spans: Span[]): Placed | Promise<Placed>
  /** Stops by itself, however long the texts, so it need not be left out of any size. */
  isBounded?: boolean
  /** Does beforehand what the engine does when an annotation is made, long before it is placed: not timed. */
  describe?(oldText: string, spans: Span[]): Promise<void>
  /** What ours says in full; {@link place} is made of it. */
  placements?(oldText: string, newText: string, spans: Span[]): Placement[]
}
export type Placed = Place[] | null

/** Ambiguous is, like lost, not a place: a person is asked. */
export function placeOf(placement: Placement): Place {
  switch (placement.kind) {
    case 'kept':
    case 'moved':
    case 'changed':
      return { start: placement.start, end: placement.end }
    case 'ambiguous':
    case 'lost':
      return null
  }
}
