import type { Span } from '@/lib/domain/anchoring/anchors'

/** What became of an anchor in another revision. */
export const placementKinds = ['kept', 'moved', 'changed', 'ambiguous', 'lost'] as const
export type PlacementKind = (typeof placementKinds)[number]

/**
 * Where the words of a span are in another wording of the text. `kept` and `moved` are said only where
 * the words are the same but for typography; `near` is the offset at which the gap they left lies.
 */
export type Placement =
  | ({ kind: 'kept' | 'moved' | 'changed' } & Span)
  | { kind: 'ambiguous'; candidates: Span[]; near: number }
  | { kind: 'lost'; near: number }
