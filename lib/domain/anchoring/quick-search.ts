import type { Anchor, Span } from '@/lib/domain/anchoring/anchors'

/** 64 characters either side are looked for with the words. */
const context = 64
/** And at least 48 in all: fewer may be there by chance. */
const leastLength = 48
/** Further than the difference in length, and 200 characters, words have not come by what was put in before. */
const drift = 200

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
  const difference = newer.length - older.length
  if (by < Math.min(0, difference) - drift || by > Math.max(0, difference) + drift) return null
  return { start: start + by, end: end + by }
}

/** Where an anchor is whose words with all their surroundings are in the text once; else null. */
export function findWhole(text: string, { prefix, quote, suffix }: Anchor): Span | null {
  const passage = prefix + quote + suffix
  if (quote === '') return null
  const at = passage.length < leastLength ? -1 : onlyPlace(text, passage)
  const start = at + prefix.length
  return at < 0 ? null : { start, end: start + quote.length }
}

/** Where `passage` is in text[from, to), if it is there once; else -1. */
export function onlyPlace(text: string, passage: string, from = 0, to = text.length): number {
  const range = text.slice(from, to)
  const at = range.indexOf(passage)
  return at >= 0 && range.indexOf(passage, at + 1) < 0 ? from + at : -1
}
