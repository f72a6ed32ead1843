import type { Span } from '@/lib/domain/anchoring/anchors'

/** 2,000 characters: a paragraph that stands twice in a row is looked for no further off. */
const reach = 2000
/** The nearest four places of the same words: one of them is in the next repeat, unless a line has the words often. */
const triesEach = 4
/** 20,000 characters of repeats either side, some 200 lines: the work for each span has an end. */
const repeatsAtMost = 20_000
/** 32 places are named; a person is shown nine. */
const candidatesAtMost = 32

/**
 * Where a kept span may be, if it stands among equal neighbours (the same line or word over and over) of
 * which some came or went: each is as good as the other, whatever found `placed`. In the order of the
 * text; none where it does not repeat, and one where it cannot be another.
 */
export function findRepeats(older: string, span: Span, newer: string, placed: Span): Span[] {
  const words = older.slice(span.start, span.end)
  if (words !== newer.slice(placed.start, placed.end)) return []
  const was = { text: older, start: span.start, end: span.end }
  const is = { text: newer, start: placed.start, end: placed.end }
  for (const period of [...periodsOf(was, words), ...periodsOf(is, words)]) {
    const [wasUnit, isUnit] = [unitOf(was, words, period), unitOf(is, words, period)]
    const unit = wasUnit ?? isUnit
    if (unit === null) continue
    const [before, now] = [extentOf(was, wasUnit ?? unit), extentOf(is, isUnit ?? unit)]
    const repeats = Math.max(before.left + before.right, now.left + now.right) + words.length
    if (repeats >= 2 * period) return placesBetween(before, now, placed, period)
  }
  return []
}

/** A span in its text. */
interface Place extends Span {
  text: string
}

/** How far off the same words stand nearby, nearest first. */
function periodsOf({ text, start, end }: Place, words: string): number[] {
  const found = new Set<number>()
  const after = text.slice(start + 1, end + reach)
  let at = after.indexOf(words)
  for (let tries = 0; at >= 0 && tries < triesEach; tries++) {
    found.add(at + 1)
    at = after.indexOf(words, at + 1)
  }
  const from = Math.max(0, start - reach)
  const before = text.slice(from, end - 1)
  at = before.lastIndexOf(words)
  for (let tries = 0; at >= 0 && tries < triesEach; tries++) {
    found.add(start - from - at)
    at = at > 0 ? before.lastIndexOf(words, at - 1) : -1
  }
  return [...found].sort((a, b) => a - b)
}

/** What repeats, from the beginning of the span on; null where its words do not stand `period` on, or back. */
function unitOf({ text, start }: Place, words: string, period: number): string | null {
  if (text.startsWith(words, start + period)) return text.slice(start, start + period)
  if (start >= period && text.startsWith(words, start - period))
    return text.slice(start - period, start)
  return null
}

/** How many characters before and after a span go on as `unit` repeats. */
interface Extent {
  left: number
  right: number
}

function extentOf({ text, start, end }: Place, unit: string): Extent {
  const period = unit.length
  let left = 0
  while (
    left < repeatsAtMost &&
    start > left &&
    text[start - left - 1] === unit.at(-1 - (left % period))
  )
    left++
  let right = 0
  while (
    right < repeatsAtMost &&
    end + right < text.length &&
    text[end + right] === unit[(end - start + right) % period]
  )
    right++
  return { left, right }
}

/** Where the span is if nothing came or went before it, if nothing did after it, and between. */
function placesBetween(before: Extent, now: Extent, placed: Span, period: number): Span[] {
  const all = now.left + now.right
  const gain = all - before.left - before.right
  if (Math.abs(gain) < period) return []
  const [low, high] = [before.left + Math.min(0, gain), before.left + Math.max(0, gain)]
  const places: Span[] = []
  // Counted from where it was found, so that every place has its very words.
  const first = now.left - Math.floor((now.left - Math.max(0, low)) / period) * period
  for (
    let left = first;
    left <= Math.min(all, high) && places.length < candidatesAtMost;
    left += period
  ) {
    const by = left - now.left
    places.push({ start: placed.start + by, end: placed.end + by })
  }
  return places
}
