import type { TextAlignment } from '@/lib/domain/anchoring/alignment'
import type { Span } from '@/lib/domain/anchoring/anchors'

/** What of a span's words is in the newer text, and where. */
export interface Survival extends Span {
  /** Newer tokens it now begins and ends with. */
  first: number
  last: number
  /** What the words that are left weigh, and their share of all that it had. */
  weight: number
  share: number
  /** Shares (0 to 1) of the words just before and just after the span that are still just there. */
  before: number
  after: number
  /** All words are left, and nothing came between them. */
  isWhole: boolean
}

/** Six words either side say whether a span is still where it was. */
const besides = 6
/** Surroundings are those within 24 words of where the span is now. */
const besidesReach = 24
/** A piece of a span counts as gone off alone where more than 16 words, and twice the span, came before it. */
const farWords = 16
/** It is then left out where it weighs under 4 (two or three words), and less than what stayed together. */
const lightPiece = 4
const lightShare = 0.45

/**
 * What is left of the older tokens [from, to), by `placeOf`: the newer token that an older one is, or
 * -1; increasing. Null where nothing is.
 */
export function survive(
  { older, newer, weights }: Pick<TextAlignment, 'older' | 'newer' | 'weights'>,
  from: number,
  to: number,
  placeOf: (at: number) => number,
): Survival | null {
  const weigh = (at: number) => weights[older.keys[at] as number] as number
  let all = 0
  const left: number[] = []
  for (let at = from; at < to; at++) {
    all += weigh(at)
    if (placeOf(at) >= 0) left.push(at)
  }
  const { low, high, weight } = coreOf(left, to - from, weigh, placeOf)
  if (low >= high) return null
  const [firstLeft, lastLeft] = [left[low] as number, left[high - 1] as number]
  const first = edgeOf(placeOf, from, firstLeft, -1)
  const last = edgeOf(placeOf, to - 1, lastLeft, 1)
  const beside = (step: 1 | -1, edge: number, placed: number) => {
    let [kept, total] = [0, 0]
    for (let index = 1; index <= besides; index++) {
      const at = edge + step * index
      if (at < 0 || at >= older.count) break
      total += weigh(at)
      const place = placeOf(at)
      if (place >= 0 && Math.abs(place - placed) <= besidesReach) kept += weigh(at)
    }
    return total > 0 ? kept / total : 1
  }
  return {
    start: newer.starts[first] as number,
    end: newer.ends[last] as number,
    first,
    last,
    weight,
    share: weight / all,
    before: beside(-1, from, first),
    after: beside(1, to - 1, last),
    isWhole: high - low === to - from && last - first === to - 1 - from,
  }
}

/** Three words may be put in the stead of one. */
const insteadOfOne = 3

/**
 * The newer token at an end of the span: that of `left`, the outermost older token that is left, or
 * where words beyond it were replaced (the word outside `edge` is still there) the outermost of those
 * put in their stead.
 */
function edgeOf(placeOf: (at: number) => number, edge: number, left: number, step: 1 | -1): number {
  const place = placeOf(left)
  const outside = placeOf(edge + step)
  const went = (edge - left) * step
  if (went === 0 || outside < 0) return place
  const came = (outside - place) * step - 1
  return came > 0 && came <= went * insteadOfOne ? outside - step : place
}

/** The part of what is left that stayed together: light pieces that went far off are no end of the span. */
function coreOf(
  left: readonly number[],
  length: number,
  weigh: (at: number) => number,
  placeOf: (at: number) => number,
): { low: number; high: number; weight: number } {
  let low = 0
  let high = left.length
  let weight = left.reduce((sum, at) => sum + weigh(at), 0)
  let passed = 0
  for (let index = 1; index < left.length && index < high; index++) {
    const [p, q] = [left[index - 1] as number, left[index] as number]
    passed += weigh(p)
    const came = placeOf(q) - placeOf(p) - (q - p)
    if (came <= Math.max(farWords, 2 * length)) continue
    const light = Math.min(lightPiece, weight * lightShare)
    if (passed < light) {
      low = index
      weight -= passed
      passed = 0
    } else if (weight - passed < light) {
      high = index
      weight = passed
    }
  }
  return { low, high, weight }
}

/** Of a passage of which not a fifth is left nothing has become. */
const leastShare = 0.2
/** A paragraph weighs about 40; small words that a longer passage shares with any other say no more. */
const paragraphWeight = 40

/**
 * How much speaks for it that this is what became of `span`: its words, how much they say, its
 * surroundings, and that it did not shrink to a stump. Fitted on pairs of texts whose truth is known
 * (docs/benchmarks.md); above {@link enoughInPlace} it is taken for the same passage, edited.
 */
export function evidenceOf(
  { share, weight, before, after, start, end }: Survival,
  span: Span,
): number {
  if (share < leastShare) return 0
  const stretch = (end - start) / (span.end - span.start)
  return (
    9 * share +
    1.5 * Math.log(Math.min(weight, paragraphWeight)) +
    2 * (before + after) +
    Math.log(stretch)
  )
}

export const enoughInPlace = 7.5
/** More is asked where it would be in another place. */
export const enoughElsewhere = 12
