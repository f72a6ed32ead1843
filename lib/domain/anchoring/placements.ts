import { alignWindows, type TextAlignment } from '@/lib/domain/anchoring/alignment'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { checkSpan, extendToMarks, widenedToWords } from '@/lib/domain/anchoring/boundaries'
import { equalStretches, type Stretch } from '@/lib/domain/anchoring/equal-stretches'
import { isSameWords } from '@/lib/domain/anchoring/folding'
import { findMoves, type Move, type TokenRange } from '@/lib/domain/anchoring/moves'
import { findQuickly } from '@/lib/domain/anchoring/quick-search'
import { clearOfRepeats, Repeats } from '@/lib/domain/anchoring/repeats'
import {
  enoughElsewhere,
  enoughInPlace,
  evidenceOf,
  type Survival,
  survive,
} from '@/lib/domain/anchoring/survival'
import {
  firstEndingAfter,
  firstStartingFrom,
  offsetWithin,
  type Tokens,
} from '@/lib/domain/anchoring/tokens'
import { stretchAround, type Window, windowsBetween } from '@/lib/domain/anchoring/windows'

/** What became of an anchor in another revision. */
export const placementKinds = ['kept', 'moved', 'changed', 'ambiguous', 'lost'] as const
export type PlacementKind = (typeof placementKinds)[number]

/**
 * Where the words of a span are in another wording of the text. `kept` and `moved` are said only where
 * the words are the same but for typography, and no part of another word or number than they were, which
 * `within` is. `near` is the offset at which the gap they left lies, and `instead` the few words that
 * were put between the neighbours they had.
 */
export type Placement =
  | ({ kind: 'kept' | 'moved' } & Span)
  | ({ kind: 'changed'; within?: Span } & Span)
  | { kind: 'ambiguous'; candidates: Span[]; near: number }
  | { kind: 'lost'; near: number; instead?: Span }

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
  if (olderText === newerText) return spans.map(({ start, end }) => ({ kind: 'kept', start, end }))
  const placed = new Map<Span, Placement>()
  const settled = new Set<Span>()
  const place = (span: Span, found: Span | null) => {
    if (found) placed.set(span, { kind: 'kept', ...found })
  }
  // One or two are found before the texts have been gone through once.
  if (spans.length <= fewSpans)
    for (const span of spans) place(span, findQuickly(olderText, newerText, span))
  if (placed.size < spans.length)
    placeByStretches(olderText, newerText, spans, placed, settled, place)
  const repeats = new Repeats(olderText, newerText)
  return withoutShared(
    spans,
    spans.map(span => {
      const placement = placed.get(span) as Placement
      if (settled.has(span)) return placement
      return amongRepeats(repeats, span, atWholeWords(olderText, span, newerText, placement))
    }),
  )
}

/** A kept span among equal neighbours of which some came or went may be any of several. */
function amongRepeats(repeats: Repeats, span: Span, placement: Placement): Placement {
  if (placement.kind !== 'kept') return placement
  const [first, ...others] = repeats.find(span, placement)
  if (!first) return placement
  if (others.length === 0) return { kind: 'kept', ...first }
  return { kind: 'ambiguous', candidates: [first, ...others], near: placement.start }
}

/** Spans that were apart are never kept on the same words: one of them is gone, and nothing says which. */
function withoutShared(spans: readonly Span[], placements: readonly Placement[]): Placement[] {
  const taken = new Map<string, Span>()
  const shared = new Set<string>()
  const placeOf = (placement: Placement) =>
    placement.kind === 'kept' || placement.kind === 'moved'
      ? `${placement.start}-${placement.end}`
      : null
  placements.forEach((placement, index) => {
    const place = placeOf(placement)
    const span = spans[index]
    if (place === null || !span) return
    const other = taken.get(place)
    if (other && (other.end <= span.start || span.end <= other.start)) shared.add(place)
    else taken.set(place, span)
  })
  if (shared.size === 0) return [...placements]
  return placements.map(placement => {
    if (placement.kind !== 'kept' && placement.kind !== 'moved') return placement
    const { start, end } = placement
    if (!shared.has(`${start}-${end}`)) return placement
    return { kind: 'ambiguous', candidates: [{ start, end }], near: start }
  })
}

/**
 * Words that are now part of another word or number are not the same, whatever was put before or after
 * them: a place that ends inside one which it did not end inside is `changed`, and told with all of it.
 */
export function atWholeWords(
  olderText: string,
  span: Span,
  newerText: string,
  placement: Placement,
): Placement {
  switch (placement.kind) {
    case 'kept':
    case 'moved':
    case 'changed': {
      const within = widenedToWords(olderText, span, newerText, placement)
      return within ? { ...placement, kind: 'changed', within } : placement
    }
    case 'lost': {
      const { instead } = placement
      const within = instead && widenedToWords(olderText, span, newerText, instead)
      return within ? { ...placement, instead: within } : placement
    }
    case 'ambiguous':
      return placement
  }
}

/**
 * Places what is not placed yet: by its offsets in the parts that are the same, else by words. `settled`
 * are then those of which nothing around them, as far as anything looks, says that they are elsewhere.
 */
function placeByStretches(
  olderText: string,
  newerText: string,
  spans: readonly Span[],
  placed: Map<Span, Placement>,
  settled: Set<Span>,
  place: (span: Span, found: Span | null) => void,
): void {
  const stretches = equalStretches(olderText, newerText)
  const isOpen = (span: Span) => !placed.has(span)
  const known = new Map<Stretch, Span | null>()
  const clearIn = (stretch: Stretch) => {
    const own = known.get(stretch)
    if (own !== undefined) return own
    const { older: start, length } = stretch
    const clear = clearOfRepeats(olderText, { start, end: start + length })
    known.set(stretch, clear)
    return clear
  }
  for (const span of spans.filter(isOpen)) {
    const stretch = stretchAround(stretches, span)
    if (!stretch) continue
    place(span, carriedBy(stretch, span))
    const clear = clearIn(stretch)
    if (clear && clear.start <= span.start && span.end <= clear.end) settled.add(span)
  }
  const left = spans.filter(isOpen)
  if (left.length <= someSpans && spans.length > fewSpans)
    for (const span of left) place(span, findQuickly(olderText, newerText, span))
  const open = left.filter(isOpen)
  if (open.length > 0) placeByWords(olderText, newerText, stretches, open, placed)
}

/** So few spans are searched for before anything else. */
const fewSpans = 4
/** For so many a search for each costs less than aligning the texts by words. */
const someSpans = 64

/** The spans that lie in what differs: in place if they are, else wherever they went. */
function placeByWords(
  olderText: string,
  newerText: string,
  stretches: readonly Stretch[],
  spans: readonly Span[],
  placed: Map<Span, Placement>,
): void {
  const lengths = { older: olderText.length, newer: newerText.length }
  const everywhere = windowsBetween(stretches, lengths, spans, false)
  const nearby = windowsBetween(stretches, lengths, spans, true)
  // Most spans are where they were; only for the others is the rest of the text worth reading.
  if (sizeOf(nearby) < sizeOf(everywhere) / 2) {
    const alignment = alignWindows(olderText, newerText, nearby)
    for (const span of spans) {
      const inPlace = placeInPlace(alignment, span)
      if (inPlace) placed.set(span, inPlace)
    }
  }
  if (spans.every(span => placed.has(span))) return
  const alignment = alignWindows(olderText, newerText, everywhere)
  const gone: Span[] = []
  for (const span of spans) {
    const inPlace = placed.get(span) ?? placeInPlace(alignment, span)
    if (inPlace) placed.set(span, inPlace)
    else gone.push(span)
  }
  const moves = findMoves(
    alignment,
    gone.map(span => tokensIn(alignment.older, span)),
  )
  const nears = nearsOf(alignment)
  for (const span of gone) placed.set(span, placeAnywhere(alignment, moves, nears, span))
}

/** Where a span is that lies in a part which is the same in both texts. */
function carriedBy({ older, newer }: Stretch, { start, end }: Span): Span {
  return { start: start + newer - older, end: end + newer - older }
}

/** How many characters there are to look at. */
function sizeOf(windows: readonly Window[]): number {
  return windows.reduce(
    (sum, { older, newer }) => sum + older.end - older.start + newer.end - newer.start,
    0,
  )
}

/** A passage that weighs under 5 (four or five words) has not moved: its words came up by chance. */
const leastMove = 5
/** Nor has a span of which not even a quarter of the words are in the passage. */
const leastCommon = 0.25
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

/** The span, which is not simply where it was, wherever it is. */
function placeAnywhere(
  alignment: TextAlignment,
  moves: readonly Move[],
  nears: Int32Array,
  span: Span,
): Placement {
  const { from, to, survival: stayed } = stayedIn(alignment, span)
  const near = nears[from] as number
  const moved = stayed && stayed.share >= staysShare ? null : findMove(alignment, moves, from, to)
  if (moved && moved.survival.share > (stayed?.share ?? 0)) {
    const { move, survival } = moved
    const isEdited = move.weight >= leastEditedMove && evidenceOf(survival, span) > enoughElsewhere
    const candidates = candidatesOf(alignment, survival, move)
    if ((survival.isWhole || isEdited) && candidates.length > 1)
      return { kind: 'ambiguous', candidates, near }
    if (survival.isWhole) return same(alignment, 'moved', span, from, survival)
    if (isEdited) return changed(alignment, survival)
  }
  if (stayed && evidenceOf(stayed, span) > enoughInPlace) return changed(alignment, stayed)
  const instead = putInstead(alignment, from, to)
  return instead ? { kind: 'lost', near, instead } : { kind: 'lost', near }
}

function tokensIn(older: Tokens, { start, end }: Span): TokenRange {
  return { from: firstEndingAfter(older, start), to: firstStartingFrom(older, end) }
}

/** The older tokens [from, to) of a span, and what is left of them where they were. */
function stayedIn(alignment: TextAlignment, span: Span) {
  const { from, to } = tokensIn(alignment.older, span)
  const placeOf = (at: number) => alignment.forth[at] as number
  return { from, to, survival: survive(alignment, from, to, placeOf) }
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
    const common = Math.min(move.to, to) - Math.max(move.from, from)
    if (common < (to - from) * leastCommon || move.weight < leastMove) continue
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
  const placed = extendToMarks(newer.text, start < end ? { start, end } : survival)
  const isSame =
    placed.end - placed.start <= longestSame(span) &&
    isSameWords(older.text.slice(span.start, span.end), newer.text.slice(placed.start, placed.end))
  return { kind: isSame ? kind : 'changed', ...placed }
}

/**
 * Four times as many characters, and 1,000: more than any typesetting adds. One letter may have a million
 * marks, each of its spans ends with the last of them, and to read them all for each is no bounded work.
 */
const longestSame = ({ start, end }: Span) => 4 * (end - start) + 1000

function changed({ newer }: TextAlignment, { start, end }: Span): Placement {
  return { kind: 'changed', ...extendToMarks(newer.text, { start, end }) }
}

/** Three words on either side must be where they were, next to what was put in the span's stead. */
const neighbours = 3
/** Three words, or two for each that went: more is another sentence. */
const insteadAtMost = (went: number) => Math.max(3, 2 * went)

/** The words that were put in the stead of all of a span, between the neighbours that it had. */
function putInstead({ older, newer, forth }: TextAlignment, from: number, to: number): Span | null {
  const first = from > 0 ? (forth[from - 1] as number) + 1 : 0
  const end = to < older.count ? (forth[to] as number) : newer.count
  if ((from > 0 && first === 0) || end <= first || end - first > insteadAtMost(to - from))
    return null
  for (let by = 2; by <= neighbours; by++) {
    if (from - by >= 0 && forth[from - by] !== first - by) return null
    if (to + by - 1 < older.count && forth[to + by - 1] !== end + by - 1) return null
  }
  return extendToMarks(newer.text, {
    start: newer.starts[first] as number,
    end: newer.ends[end - 1] as number,
  })
}

/** The places at which the moved words are new, in the order of the text: one, where there are no others. */
function candidatesOf({ newer }: TextAlignment, { first, last }: Survival, move: Move): Span[] {
  const isThere = (by: number) => {
    for (let at = first; at <= last; at++) if (newer.keys[at + by] !== newer.keys[at]) return false
    return true
  }
  return [0, ...move.others]
    .filter(isThere)
    .sort((a, b) => a - b)
    .map(by => ({
      start: newer.starts[first + by] as number,
      end: newer.ends[last + by] as number,
    }))
}

/** For each older token, and the end, the end of the last word before it that is still there: where its gap begins. */
function nearsOf({ forth, newer }: TextAlignment): Int32Array {
  const nears = new Int32Array(forth.length + 1)
  for (let at = 0; at < forth.length; at++) {
    const of = forth[at] as number
    nears[at + 1] = (of >= 0 ? newer.ends[of] : nears[at]) as number
  }
  return nears
}
