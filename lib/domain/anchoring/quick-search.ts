import type { Span } from '@/lib/domain/anchoring/anchors'

/** For up to 64 spans a search for each costs less than aligning the texts. */
export const quickSpansAtMost = 64

/** 64 characters either side are looked for with the words. */
const context = 64
/** And at least 48 in all: fewer may be there by chance. */
const leastLength = 48
/** Beyond the difference in length words come by insertions and deletions as far as a twentieth of the text. */
const drift = 1 / 20

/**
 * Where a span is that stands with its surroundings once in the older text and once in the newer, about
 * where it was; null where that cannot be said so simply. Two searches through each text.
 */
export function findQuickly(older: string, newer: string, { start, end }: Span): Span | null {
  const from = Math.max(0, start - context)
  const passage = older.slice(from, Math.min(older.length, end + context))
  if (passage.length < leastLength) return null
  const at = newer.indexOf(passage)
  if (at < 0 || newer.indexOf(passage, at + 1) >= 0) return null
  if (older.indexOf(passage) !== from || older.indexOf(passage, from + 1) >= 0) return null
  const by = at - from
  const difference = Math.abs(newer.length - older.length)
  if (Math.abs(by) > difference + older.length * drift) return null
  return { start: start + by, end: end + by }
}
