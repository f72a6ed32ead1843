import type { Span } from '@/lib/domain/anchoring/anchors'

/** What is to be said of one placement: the first four of words that are still there, the others of deleted ones. */
export const outcomes = ['exact', 'partial', 'wrong', 'lost', 'falsePositive', 'gone'] as const
export type Outcome = (typeof outcomes)[number]
export type Tally = Record<Outcome, number>

/** Shares in percent; null where nothing of the kind was asked. */
export interface Rates {
  /** Spans whose words are still there, and those whose words are not. */
  present: number
  deleted: number
  exact: number | null
  partial: number | null
  wrong: number | null
  lost: number | null
  falsePositive: number | null
}

/** Half of what either covers: below that a reader would say that it is somewhere else. */
const partialFrom = 0.5

/** Holds a placement against the truth; null is “not in this text”. */
export function judge(truth: Span | null, got: Span | null): Outcome {
  if (!truth) return got ? 'falsePositive' : 'gone'
  if (!got) return 'lost'
  if (got.start === truth.start && got.end === truth.end) return 'exact'
  return overlapOf(truth, got) >= partialFrom ? 'partial' : 'wrong'
}

/** The characters in both over the characters in either, 0 to 1. */
export function overlapOf(one: Span, other: Span): number {
  const both = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  if (both <= 0) return 0
  return both / (one.end - one.start + (other.end - other.start) - both)
}

export function newTally(): Tally {
  return { exact: 0, partial: 0, wrong: 0, lost: 0, falsePositive: 0, gone: 0 }
}

export function ratesOf(tally: Tally): Rates {
  const present = tally.exact + tally.partial + tally.wrong + tally.lost
  const deleted = tally.falsePositive + tally.gone
  const share = (count: number, all: number) => (all === 0 ? null : (100 * count) / all)
  return {
    present,
    deleted,
    exact: share(tally.exact, present),
    partial: share(tally.partial, present),
    wrong: share(tally.wrong, present),
    lost: share(tally.lost, present),
    falsePositive: share(tally.falsePositive, deleted),
  }
}

/** The middle of these numbers; NaN of none. */
export function medianOf(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2
}
