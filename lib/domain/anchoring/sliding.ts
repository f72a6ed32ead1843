import type { TokenRanges, Tokens } from '@/lib/domain/anchoring/tokens'

/**
 * Where words came or went, equal words at both ends leave open which of them are the new ones. Of the
 * equal readings this takes the one in which whole paragraphs came or went.
 */
export function slideGaps(
  forth: Int32Array,
  older: Tokens,
  newer: Tokens,
  within: TokenRanges,
): void {
  let lastOld = within.olderFrom - 1
  let lastNew = within.newerFrom - 1
  for (let at = within.olderFrom; at <= within.olderTo; at++) {
    const of = at < within.olderTo ? (forth[at] as number) : within.newerTo
    if (of < 0) continue
    const cameOnly = at - lastOld === 1 && of - lastNew > 1
    const wentOnly = at - lastOld > 1 && of - lastNew === 1
    if (cameOnly)
      slide(newer, lastNew, of, within.newerFrom, within.newerTo, (from, to, by) =>
        shiftNew(forth, lastOld, from, to, by),
      )
    if (wentOnly)
      slide(older, lastOld, at, within.olderFrom, within.olderTo, (from, to, by) =>
        shiftOld(forth, from, to, by),
      )
    lastOld = at
    lastNew = of
  }
}

/** At most 200 words either way: a sentence or two. */
const reach = 200
/**
 * The block between `before` and `after` (indexes of the words around it) may begin `by` words earlier
 * or later, inside [from, to); tells `shift` the best.
 */
function slide(
  tokens: Tokens,
  before: number,
  after: number,
  from: number,
  to: number,
  shift: (before: number, after: number, by: number) => void,
): void {
  const { keys } = tokens
  let best = 0
  let bestStrength = strengthOf(tokens, before, after - 1)
  for (let by = -1; by >= -reach; by--) {
    const [out, into] = [before + by + 1, after + by]
    if (out < from || keys[out] !== keys[into]) break
    const strength = strengthOf(tokens, out - 1, into - 1)
    if (strength > bestStrength) [best, bestStrength] = [by, strength]
  }
  for (let by = 1; by <= reach; by++) {
    const [out, into] = [before + by, after + by - 1]
    if (into >= to || keys[out] !== keys[into]) break
    const strength = strengthOf(tokens, out, into)
    if (strength > bestStrength) [best, bestStrength] = [by, strength]
  }
  if (best !== 0) shift(before, after, best)
}

/** How good a gap is whose borders are after these two tokens: nothing where neither is between lines. */
function strengthOf(tokens: Tokens, before: number, last: number): number {
  const [start, end] = [strengthAt(tokens, before), strengthAt(tokens, last)]
  return Math.max(start, end) === betweenLines ? start + end : 0
}

const betweenLines = 3

/** How strong the border after a token is: 3 between lines, 2 between sentences, 1 after a comma. */
function strengthAt({ text, starts, ends, count }: Tokens, index: number): number {
  if (index < 0 || index >= count - 1) return betweenLines
  const end = ends[index] as number
  const next = starts[index + 1] as number
  for (let at = end; at < next; at++) if (text.charCodeAt(at) === 0x0a) return betweenLines
  const last = text[end - 1] as string
  if (/[.!?。！？؟…]/.test(last) && (next > end || last > '\u2fff')) return 2
  return /[,;:)\]、，；：،؛]/.test(last) ? 1 : 0
}

function shiftNew(
  forth: Int32Array,
  lastOld: number,
  before: number,
  after: number,
  by: number,
): void {
  if (by < 0) for (let step = 0; step < -by; step++) forth[lastOld - step] = after - 1 - step
  else for (let step = 1; step <= by; step++) forth[lastOld + step] = before + step
}

function shiftOld(forth: Int32Array, before: number, after: number, by: number): void {
  if (by < 0)
    for (let step = 0; step < -by; step++) {
      forth[after - 1 - step] = forth[before - step] as number
      forth[before - step] = -1
    }
  else
    for (let step = 1; step <= by; step++) {
      forth[before + step] = forth[after + step - 1] as number
      forth[after + step - 1] = -1
    }
}
