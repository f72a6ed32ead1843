import { alignWindows, type TextAlignment } from '@/lib/domain/anchoring/alignment'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { checkSpan, extendToMarks } from '@/lib/domain/anchoring/boundaries'
import { equalStretches, type Stretch } from '@/lib/domain/anchoring/equal-stretches'
import { isSameWords } from '@/lib/domain/anchoring/folding'
import { findMoves, type Move } from '@/lib/domain/anchoring/moves'
import {
  enoughElsewhere,
  enoughInPlace,
  evidenceOf,
  type Survival,
  survive,
} from '@/lib/domain/anchoring/survival'
import { firstEndingAfter, firstStartingFrom, offsetWithin } from '@/lib/domain/anchoring/tokens'
import { stretchAround, windowsBetween } from '@/lib/domain/anchoring/windows'

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

/**
 * Where each span of `olderText` is in `newerText`. The texts are aligned once, whatever the number of
 * spans; offsets are UTF-16 code units, in and out, and never inside a surrogate pair.
 *
 * @throws RangeError where a span is empty, outside the text, or cuts a character in half.
 */
export function placeSpans(
  olderText: string,
  newerText: string,
  spans: readonly Span[],
): Placement[] {
  for (const span of spans) checkSpan(olderText, span)
  if (spans.length === 0) return []
  const stretches = equalStretches(olderText, newerText)
  const lengths = { older: olderText.length, newer: newerText.length }
  const isOpen = (span: Span) => stretchAround(stretches, span) === null
  const open = spans.filter(isOpen)
  if (open.length === 0) return spans.map(span => shifted(stretches, span))

  const touched = windowsBetween(stretches, lengths, open, true)
  const nearby = alignWindows(olderText, newerText, touched)
  const inPlace = new Map(open.map(span => [span, placeInPlace(nearby, span)]))
  const gone = open.filter(span => !inPlace.get(span))
  if (gone.length === 0) return spans.map(span => inPlace.get(span) ?? shifted(stretches, span))

  const all = windowsBetween(stretches, lengths, gone, false)
  const alignment = alignWindows(olderText, newerText, all)
  const moves = findMoves(alignment)
  const anywhere = new Map(gone.map(span => [span, placeAnywhere(alignment, moves, span)]))
  return spans.map(span => inPlace.get(span) ?? anywhere.get(span) ?? shifted(stretches, span))
}

/** Where a span is that lies in a part which is the same in both texts. */
function shifted(stretches: readonly Stretch[], span: Span): Placement {
  const stretch = stretchAround(stretches, span) as Stretch
  const by = stretch.newer - stretch.older
  return { kind: 'kept', start: span.start + by, end: span.end + by }
}

/** A passage that weighs under 5 (four or five words) has not moved: its words came up by chance. */
const leastMove = 5
/** To find an edited span in a passage that moved, the passage must weigh 30: a long sentence. */
const leastEditedMove = 30
/** With three quarters of its words in place a span has not moved. */
const staysShare = 0.75

/** The span where it was, if so much of it is still there that it cannot have moved; else null. */
function placeInPlace(alignment: TextAlignment, span: Span): Placement | null {
  const { from, survival } = stayedIn(alignment, span)
  if (survival?.isWhole) return same(alignment, 'kept', span, from, survival)
  if (!survival || survival.share < staysShare) return null
  return evidenceOf(survival, span) > enoughInPlace ? changed(alignment, survival) : null
}

/** The span wherever it is. */
function placeAnywhere(alignment: TextAlignment, moves: readonly Move[], span: Span): Placement {
  const inPlace = placeInPlace(alignment, span)
  if (inPlace) return inPlace
  const { from, to, survival: stayed } = stayedIn(alignment, span)
  const near = nearOf(alignment, from)
  const moved = stayed && stayed.share >= staysShare ? null : findMove(alignment, moves, from, to)
  if (moved && moved.survival.share > (stayed?.share ?? 0)) {
    const { move, survival } = moved
    if (survival.isWhole && move.others.length > 0)
      return { kind: 'ambiguous', candidates: candidatesOf(alignment, survival, move), near }
    if (survival.isWhole) return same(alignment, 'moved', span, from, survival)
    if (move.weight >= leastEditedMove && evidenceOf(survival, span) > enoughElsewhere)
      return changed(alignment, survival)
  }
  if (stayed && evidenceOf(stayed, span) > enoughInPlace) return changed(alignment, stayed)
  return { kind: 'lost', near }
}

/** The older tokens [from, to) of a span, and what is left of them where they were. */
function stayedIn(alignment: TextAlignment, { start, end }: Span) {
  const { older, forth } = alignment
  const from = firstEndingAfter(older, start)
  const to = firstStartingFrom(older, end)
  return { from, to, survival: survive(alignment, from, to, at => forth[at] as number) }
}

/** The passage in which most of the span moved. */
function findMove(
  alignment: TextAlignment,
  moves: readonly Move[],
  from: number,
  to: number,
): { move: Move; survival: Survival } | null {
  let best: { move: Move; survival: Survival } | null = null
  for (const move of moves) {
    if (move.from >= to || move.to <= from || move.weight < leastMove) continue
    const survival = survive(alignment, from, to, at =>
      at >= move.from && at < move.to ? (move.places[at - move.from] as number) : -1,
    )
    if (survival && survival.share > (best?.survival.share ?? 0)) best = { move, survival }
  }
  return best
}

/** All words are there; it is for their typography to say whether they are the same. */
function same(
  alignment: TextAlignment,
  kind: 'kept' | 'moved',
  span: Span,
  from: number,
  survival: Survival,
): Placement {
  const { older, newer } = alignment
  const lastOlder = from + survival.last - survival.first
  const start = offsetWithin(older, from, span.start, newer, survival.first)
  const end = offsetWithin(older, lastOlder, span.end, newer, survival.last)
  const placed = extendToMarks(newer.text, { start, end })
  const isSame = isSameWords(
    older.text.slice(span.start, span.end),
    newer.text.slice(placed.start, placed.end),
  )
  return { kind: isSame ? kind : 'changed', ...placed }
}

function changed({ newer }: TextAlignment, { start, end }: Survival): Placement {
  return { kind: 'changed', ...extendToMarks(newer.text, { start, end }) }
}

/** The places at which the moved words are new, in the order of the text. */
function candidatesOf({ newer }: TextAlignment, { first, last }: Survival, move: Move): Span[] {
  return [0, ...move.others]
    .sort((a, b) => a - b)
    .map(by => ({
      start: newer.starts[first + by] as number,
      end: newer.ends[last + by] as number,
    }))
}

/** The end of the last word before the span that is still there: where its gap begins. */
function nearOf({ forth, newer }: TextAlignment, from: number): number {
  for (let at = Math.min(from, forth.length) - 1; at >= 0; at--) {
    const of = forth[at] as number
    if (of >= 0) return newer.ends[of] as number
  }
  return 0
}
