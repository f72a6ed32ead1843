import { characterKinds, folds, foldText, kindOf, traitsOf } from '@/lib/domain/anchoring/folding'

const { mark, unseen } = characterKinds

/**
 * A stretch of text cut into characters with their marks: where each ends, in code units from the
 * beginning of the stretch, and how many code units it has up to there once folded.
 */
export interface FoldedOffsets {
  raw: Int32Array
  folded: Int32Array
}

/** Goes through the stretch once; what is the same folded is only counted. */
export function foldedOffsets(text: string): FoldedOffsets {
  const raw = new Int32Array(text.length)
  const folded = new Int32Array(text.length)
  let [count, length] = [0, 0]
  for (let at = 0; at < text.length; count++) {
    const end = characterEnd(text, at)
    const isPlain = end === at + 1 && (traitsOf(text.charCodeAt(at)) & folds) === 0
    length += isPlain ? 1 : foldText(text.slice(at, end)).length
    raw[count] = end
    folded[count] = length
    at = end
  }
  return { raw: raw.subarray(0, count), folded: folded.subarray(0, count) }
}

/** Where the character at `from` ends, with all that joins it: marks, the unseen, conjoining jamo. */
function characterEnd(text: string, from: number): number {
  let at = from + widthAt(text, from)
  while (at < text.length && joinsAt(text, at)) at += widthAt(text, at)
  return at
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function joinsAt(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0
  const kind = kindOf(code)
  return kind === mark || kind === unseen || (code >= 0x1160 && code <= 0x11ff)
}

/** How many folded code units come before `offset`; those of the whole character if it cuts one. */
export function foldedBefore({ raw, folded }: FoldedOffsets, offset: number): number {
  return offset <= 0 ? 0 : (folded[firstFrom(raw, offset)] ?? folded.at(-1) ?? 0)
}

/** The first end of a character with so many folded code units before it. */
export function rawAfter({ raw, folded }: FoldedOffsets, before: number): number {
  return before <= 0 ? 0 : (raw[firstFrom(folded, before)] ?? raw.at(-1) ?? 0)
}

/** Index of the first element that is `value` or more. */
function firstFrom(array: Int32Array, value: number): number {
  let low = 0
  let high = array.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((array[middle] as number) >= value) high = middle
    else low = middle + 1
  }
  return low
}
