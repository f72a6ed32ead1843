import { onlyPlace } from '@/lib/domain/anchoring/quick-search'

/** Text that is the same, character by character. UTF-16 offsets in the older and the newer text. */
export interface Stretch {
  older: number
  newer: number
  length: number
}

/** 120 characters: less is not worth setting apart, and may be the same by chance. */
const leastStretch = 120
/** 48 characters are looked for to find the way back after a difference. */
const probeLength = 48
/** Where probes are taken, in characters after a difference, in turn; and how far on they are looked for. */
interface Probes {
  distances: readonly number[]
  reach: number
}
const nearProbes: Probes = { distances: [0, 24, 72, 168, 360, 744, 1500, 3000], reach: 3000 }
/** Where those find nothing, in all that is left: each costs a search of both texts, so 24 times at most. */
const farProbes: Probes = {
  distances: [0, 744, 3000, 6000, 12_000, 24_000, 48_000, 96_000],
  reach: Number.POSITIVE_INFINITY,
}
const farAtMost = 24
/** After 32 differences half of the text so far must be the same, else the walk does not pay. */
const differencesAllowed = 32

/**
 * The long stretches that two wordings have in common, in order, whole sentences each: all that lies
 * between them may have changed. Characters are compared in blocks, so that the unchanged part of a text
 * costs next to nothing. A way back after a difference counts only where its characters are there once.
 */
export function equalStretches(older: string, newer: string): Stretch[] {
  const stretches: Stretch[] = []
  let [p, q, same, far] = [0, 0, 0, 0]
  for (let differences = 0; ; differences++) {
    const length = commonLength(older, p, newer, q)
    same += length
    add(stretches, older, newer, { older: p, newer: q, length })
    p += length
    q += length
    if (p >= older.length || q >= newer.length) break
    if (differences >= differencesAllowed && same * 2 < p) break
    let next = wayBack(older, p, newer, q, nearProbes)
    if (!next && far++ < farAtMost) next = wayBack(older, p, newer, q, farProbes)
    if (!next) break
    ;[p, q] = next
  }
  addEnd(stretches, older, newer)
  return stretches
}

/** Keeps the whole sentences of a stretch, if enough is left. */
function add(stretches: Stretch[], older: string, newer: string, stretch: Stretch): void {
  let { older: from, newer: to, length } = stretch
  if (from > 0 || to > 0) {
    const skipped = sentenceStart(older, from) - from
    from += skipped
    to += skipped
    length -= skipped
  }
  const isEnd = from + length === older.length && to + length === newer.length
  if (!isEnd) length = sentenceEnd(older, from, from + length) - from
  if (length >= leastStretch) stretches.push({ older: from, newer: to, length })
}

/** The common end, where the walk did not come so far. */
function addEnd(stretches: Stretch[], older: string, newer: string): void {
  const last = stretches.at(-1)
  const [p, q] = last ? [last.older + last.length, last.newer + last.length] : [0, 0]
  const length = commonEnd(older, p, newer, q)
  if (length > 0)
    add(stretches, older, newer, {
      older: older.length - length,
      newer: newer.length - length,
      length,
    })
}

/**
 * Where the texts are the same again after differing at `p` and `q`, with as little as can be left out
 * on both sides: what moved away is no way back. Null where none is certain.
 */
function wayBack(
  older: string,
  p: number,
  newer: string,
  q: number,
  { distances, reach }: Probes,
): [number, number] | null {
  let best: [number, number] | null = null
  let least = Number.POSITIVE_INFINITY
  for (const distance of distances) {
    const at = p + distance
    if (at + probeLength > older.length || distance >= least) break
    const probe = older.slice(at, at + probeLength)
    const found = onlyPlace(newer, probe, q, Math.min(newer.length, q + distance + reach))
    if (found < 0 || onlyPlace(older, probe, p, Math.min(older.length, at + reach)) < 0) continue
    let back = 0
    while (back < at - p && back < found - q && older[at - back - 1] === newer[found - back - 1])
      back++
    const skipped = distance + found - q - 2 * back
    if (skipped < least) [best, least] = [[at - back, found - back], skipped]
  }
  return best
}

/** 1,024 characters are compared at once. */
const block = 1024

function commonLength(older: string, p: number, newer: string, q: number): number {
  const most = Math.min(older.length - p, newer.length - q)
  let length = 0
  while (
    length + block <= most &&
    older.slice(p + length, p + length + block) === newer.slice(q + length, q + length + block)
  )
    length += block
  while (length < most && older.charCodeAt(p + length) === newer.charCodeAt(q + length)) length++
  return length
}

/** The length of the common end of older[p…] and newer[q…]. */
function commonEnd(older: string, p: number, newer: string, q: number): number {
  const most = Math.min(older.length - p, newer.length - q)
  const [n, m] = [older.length, newer.length]
  let length = 0
  while (
    length + block <= most &&
    older.slice(n - length - block, n - length) === newer.slice(m - length - block, m - length)
  )
    length += block
  while (length < most && older.charCodeAt(n - length - 1) === newer.charCodeAt(m - length - 1))
    length++
  return length
}

/** A sentence has at most 400 characters; a longer one is cut between two words. */
const sentenceAtMost = 400

/** The first start of a sentence or line at `from` or after it; of a word where none is near. */
function sentenceStart(text: string, from: number): number {
  const to = Math.min(text.length, from + sentenceAtMost)
  for (let at = from; at < to; at++) if (isBorder(text, at)) return at
  for (let at = from; at < to; at++) if (text.charCodeAt(at - 1) === 0x20) return at
  return text.length
}

/** The last end of a sentence or line in (from, to]; of a word where none is near. */
function sentenceEnd(text: string, from: number, to: number): number {
  const least = Math.max(from, to - sentenceAtMost)
  for (let at = to; at > least; at--) if (isBorder(text, at)) return at
  for (let at = to; at > least; at--) if (text.charCodeAt(at - 1) === 0x20) return at
  return from
}

/** Line feed, and the points that end a sentence without a space after them. */
const ends = new Set([0x0a, 0x3002, 0xff01, 0xff1f])
/** Points that end one where a space comes after them: . ! ? and those of Arabic, Urdu and Hindi. */
const points = new Set([0x2e, 0x21, 0x3f, 0x061f, 0x06d4, 0x0964])

/** Whether a sentence or a line begins at `at`. */
function isBorder(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  return ends.has(before) || (before === 0x20 && points.has(text.charCodeAt(at - 2)))
}
