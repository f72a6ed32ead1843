import { characterKinds, foldText, kindOf, mayFold } from '@/lib/domain/anchoring/folding'

/** A text cut into words, single characters of scripts without spaces, and points; white space is between them. */
export interface Tokens {
  text: string
  count: number
  /** UTF-16 offsets of each token, `ends` exclusive. Marks and unseen characters inside belong to it. */
  starts: Int32Array
  ends: Int32Array
  /** Equal numbers for words that are equal once folded, within one {@link TokenKeys}. */
  keys: Int32Array
}

/** 2^31 / phi: Knuth's multiplicative hashing spreads well with it. */
const golden = 0x9e3779b1

/**
 * Numbers for folded words, shared by all the texts that are to be compared. An open hash table over
 * the texts themselves, so that a word costs no string of its own.
 */
export class TokenKeys {
  #slots = new Int32Array(1 << 12).fill(-1)
  #hashes: number[] = []
  #texts: string[] = []
  #starts: number[] = []
  #ends: number[] = []

  /** How many different words there are so far. */
  get count(): number {
    return this.#texts.length
  }

  /** Whether a word is none: punctuation or a symbol. */
  isPoint(key: number): boolean {
    const code = this.#texts[key]?.codePointAt(this.#starts[key] as number) ?? 0
    return kindOf(code) === characterKinds.point
  }

  /** The number of text[start, end), which is folded already. */
  keyOf(text: string, start: number, end: number): number {
    let hash = 0
    for (let at = start; at < end; at++)
      hash = Math.imul(hash ^ text.charCodeAt(at), golden) ^ (hash >>> 15)
    if (this.#texts.length * 2 > this.#slots.length) this.#grow()
    const last = this.#slots.length - 1
    let slot = (hash ^ (hash >>> 16)) & last
    for (;;) {
      const key = this.#slots[slot] as number
      if (key < 0) break
      if (this.#hashes[key] === hash && this.#isWord(key, text, start, end)) return key
      slot = (slot + 1) & last
    }
    const key = this.#texts.length
    this.#slots[slot] = key
    this.#hashes.push(hash)
    this.#texts.push(text)
    this.#starts.push(start)
    this.#ends.push(end)
    return key
  }

  #isWord(key: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[key] as number
    if ((this.#ends[key] as number) - from !== end - start) return false
    const own = this.#texts[key] as string
    for (let at = start, of = from; at < end; at++, of++)
      if (own.charCodeAt(of) !== text.charCodeAt(at)) return false
    return true
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 4).fill(-1)
    const last = slots.length - 1
    this.#hashes.forEach((hash, key) => {
      let slot = (hash ^ (hash >>> 16)) & last
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & last
      slots[slot] = key
    })
    this.#slots = slots
  }
}

const { space, joined, digit, mark, unseen } = characterKinds

/** Cuts text[from, to) into tokens. */
export function tokensOf(text: string, keys: TokenKeys, from = 0, to = text.length): Tokens {
  let room = Math.max(16, (to - from) >> 2)
  let starts = new Int32Array(room)
  let ends = new Int32Array(room)
  let numbers = new Int32Array(room)
  let count = 0
  let at = from
  while (at < to) {
    const start = at
    let unit = text.charCodeAt(at)
    let kind = kindOf(unit)
    let folds = mayFold(unit)
    if (isHigh(unit) && at + 1 < to && isLow(text.charCodeAt(at + 1))) {
      kind = kindOf(text.codePointAt(at) as number)
      at++
    }
    at++
    if (kind === space || kind === unseen) continue
    const isDot = unit === 0x2e
    let end = at
    while (at < to) {
      unit = text.charCodeAt(at)
      let next = kindOf(unit)
      const wide = isHigh(unit) && at + 1 < to && isLow(text.charCodeAt(at + 1)) ? 2 : 1
      if (wide === 2) next = kindOf(text.codePointAt(at) as number)
      const goesOn =
        next === mark ||
        (next === kind && (kind === joined || kind === digit)) ||
        (isDot && unit === 0x2e)
      if (!goesOn && next !== unseen) break
      at += wide
      folds ||= mayFold(unit)
      // What is not seen stays with the word only where the word goes on after it.
      if (goesOn) end = at
    }
    if (count === room) {
      room *= 2
      starts = grown(starts, room)
      ends = grown(ends, room)
      numbers = grown(numbers, room)
    }
    starts[count] = start
    ends[count] = end
    numbers[count] = folds ? foldedKey(text.slice(start, end), keys) : keys.keyOf(text, start, end)
    count++
  }
  return {
    text,
    count,
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    keys: numbers.subarray(0, count),
  }
}

function foldedKey(word: string, keys: TokenKeys): number {
  const folded = foldText(word)
  return keys.keyOf(folded, 0, folded.length)
}

function grown(array: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(room)
  larger.set(array)
  return larger
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** Index of the first token that ends after `offset`. */
export function firstEndingAfter({ ends }: Tokens, offset: number): number {
  return firstWhere(ends, end => end > offset)
}

/** Index of the first token that starts at `offset` or after it. */
export function firstStartingFrom({ starts }: Tokens, offset: number): number {
  return firstWhere(starts, start => start >= offset)
}

/** The offset in the newer one of two equal tokens that `offset` is in the older, inside it or at its ends. */
export function offsetWithin(
  older: Tokens,
  olderToken: number,
  offset: number,
  newer: Tokens,
  newerToken: number,
): number {
  const start = older.starts[olderToken] as number
  const [newStart, newEnd] = [newer.starts[newerToken] as number, newer.ends[newerToken] as number]
  if (offset <= start) return newStart
  if (offset >= (older.ends[olderToken] as number)) return newEnd
  const before = foldText(older.text.slice(start, offset)).length
  let at = newStart
  while (at < newEnd && foldText(newer.text.slice(newStart, at)).length < before) at++
  return isLow(newer.text.charCodeAt(at)) ? at + 1 : at
}

/** Index of the first element for which `holds`, which is false up to some element and true after. */
function firstWhere(array: Int32Array, holds: (value: number) => boolean): number {
  let low = 0
  let high = array.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(array[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}
