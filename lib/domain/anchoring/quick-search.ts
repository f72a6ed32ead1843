import type { Anchor, Span } from '@/lib/domain/anchoring/anchors'

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
  const at = onlyPlace(newer, passage)
  if (at < 0 || onlyPlace(older, passage) < 0) return null
  const by = at - from
  const difference = Math.abs(newer.length - older.length)
  if (Math.abs(by) > difference + older.length * drift) return null
  return { start: start + by, end: end + by }
}

/** Where an anchor is whose words with all their surroundings are in the text once; else null. */
export function findWhole(text: string, { prefix, quote, suffix }: Anchor): Span | null {
  const passage = prefix + quote + suffix
  const at = passage.length < leastLength ? -1 : onlyPlace(text, passage)
  const start = at + prefix.length
  return at < 0 ? null : { start, end: start + quote.length }
}

/** Where `passage` is in the text, if it is there once; else -1. */
function onlyPlace(text: string, passage: string): number {
  const at = text.indexOf(passage)
  return at >= 0 && text.indexOf(passage, at + 1) < 0 ? at : -1
}
