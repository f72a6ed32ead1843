import type { Span } from '@/lib/domain/anchoring/anchors'

/** 2,000 characters: a paragraph that stands twice in a row is looked for no further off. */
const reach = 2000
/** The nearest four places of the same words: one of them is in the next repeat, unless a line has the words often. */
const triesEach = 4
/** 32 places are named; a person is shown nine. */
const candidatesAtMost = 32

/** Two wordings of a text, and what of them is known to repeat, so that each run is gone through once for all spans. */
export class Repeats {
  readonly #older: Repetition
  readonly #newer: Repetition

  constructor(older: string, newer: string) {
    this.#older = new Repetition(older)
    this.#newer = new Repetition(newer)
  }

  /**
   * Where a kept span may be, if it stands among equal neighbours (the same line or word over and over) of
   * which some came or went: each is as good as the other, whatever found `placed`. In the order of the
   * text; none where it does not repeat, and one where it cannot be another.
   */
  find(span: Span, placed: Span): Span[] {
    const [was, is] = [this.#older, this.#newer]
    const words = was.text.slice(span.start, span.end)
    if (words !== is.text.slice(placed.start, placed.end)) return []
    const periods = was.periodsOf(span, words)
    // Mostly all that is looked at is the same in both, and has the same periods.
    if (was.around(span) !== is.around(placed)) periods.push(...is.periodsOf(placed, words))
    for (const period of periods) {
      const own = [was.runOf(span, words, period), is.runOf(placed, words, period)] as const
      const unit = unitOf(was.text, span, own[0], period) ?? unitOf(is.text, placed, own[1], period)
      if (unit === null) continue
      const before = own[0] ?? was.extentOf(span, unit)
      const now = own[1] ?? is.extentOf(placed, unit)
      const repeats = Math.max(before.left + before.right, now.left + now.right) + words.length
      if (repeats >= 2 * period) return placesBetween(before, now, placed, period)
    }
    return []
  }
}

/** 64 characters at the end of a run that repeats stand again in it; of other text they hardly do. */
const edge = 64

/**
 * The part of `same`, which both wordings have, whose spans can be nowhere else in either: as deep inside
 * as anything looks, and no run that repeats goes on to an end of `same`. Within it as much went as came.
 * Null where there is none. To say so once costs less than to look around each span.
 */
export function clearOfRepeats(text: string, { start, end }: Span): Span | null {
  const margin = edge + reach
  if (end - start <= 2 * margin) return null
  const first = text.slice(start, start + edge)
  const last = text.slice(end - edge, end)
  const goesOn =
    text.slice(start + 1, start + margin).includes(first) ||
    text.slice(end - margin, end - 1).includes(last)
  return goesOn ? null : { start: start + margin, end: end - margin }
}

/** How many characters before and after a span go on as it repeats. */
interface Extent {
  left: number
  right: number
}

/** One text, and the long runs in it that repeat, by their period in characters. */
class Repetition {
  readonly #runs = new Map<number, Span[]>()

  constructor(readonly text: string) {}

  /** What is looked through around a span. */
  around({ start, end }: Span): string {
    return this.text.slice(Math.max(0, start - reach), end + reach)
  }

  /** How far off the same words stand nearby, nearest first. */
  periodsOf({ start, end }: Span, words: string): number[] {
    const { text } = this
    const found = new Set<number>()
    const after = text.slice(start + 1, end + reach)
    let at = after.indexOf(words)
    for (let tries = 0; at >= 0 && tries < triesEach; tries++) {
      found.add(at + 1)
      at = after.indexOf(words, at + 1)
    }
    const from = Math.max(0, start - reach)
    const before = text.slice(from, end - 1)
    const back: number[] = []
    // Forward, which is several times as fast as from the end.
    for (at = before.indexOf(words); at >= 0; at = before.indexOf(words, at + 1)) back.push(at)
    for (const place of back.slice(-triesEach)) found.add(start - from - place)
    return [...found].sort((a, b) => a - b)
  }

  /** How far a span repeats; null where its words do not stand `period` on, or back. */
  runOf({ start, end }: Span, words: string, period: number): Extent | null {
    const isOn = this.text.startsWith(words, start + period)
    if (!isOn && !(start >= period && this.text.startsWith(words, start - period))) return null
    const two = isOn ? { start, end: end + period } : { start: start - period, end }
    const run = this.#runAround(two, period)
    return { left: start - run.start, right: run.end - end }
  }

  #runAround(two: Span, period: number): Span {
    const known = this.#runs.get(period) ?? []
    const own = known.find(run => run.start <= two.start && two.end <= run.end)
    if (own) return own
    const run = extended(this.text, two, period)
    // The others cost less to go through again than to keep, and there may be one for every span.
    if (run.end - run.start > reach) this.#runs.set(period, [...known, run])
    return run
  }

  /** How far `unit` goes on around a span that does not repeat here: nowhere by as much as all of it. */
  extentOf({ start, end }: Span, unit: string): Extent {
    const { text } = this
    const period = unit.length
    let left = 0
    while (left < start && text[start - left - 1] === unit.at(-1 - (left % period))) left++
    let right = 0
    while (end + right < text.length && text[end + right] === unit[(end - start + right) % period])
      right++
    return { left, right }
  }
}

/** The longest stretch around `run` in which each character stands again `period` on. */
function extended(text: string, run: Span, period: number): Span {
  let { start, end } = run
  while (start > 0 && text.charCodeAt(start - 1) === text.charCodeAt(start - 1 + period)) start--
  while (end < text.length && text.charCodeAt(end) === text.charCodeAt(end - period)) end++
  return { start, end }
}

/** What repeats, from the beginning of the span on. */
function unitOf(text: string, { start, end }: Span, run: Extent | null, period: number) {
  if (!run) return null
  const from = end + run.right >= start + period ? start : start - period
  return text.slice(from, from + period)
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
