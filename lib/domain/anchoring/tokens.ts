import type { Span } from '@/lib/domain/anchoring/anchors'
import {
  type FoldedOffsets,
  foldedBefore,
  foldedOffsets,
  rawAfter,
} from '@/lib/domain/anchoring/folded-offsets'
import {
  characterKinds,
  folds,
  foldText,
  kindOf,
  traits,
  traitsOf,
  untold,
} from '@/lib/domain/anchoring/folding'

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

/** Elements [olderFrom, olderTo) of one sequence and [newerFrom, newerTo) of another. */
export interface TokenRanges {
  olderFrom: number
  olderTo: number
  newerFrom: number
  newerTo: number
}

/** 2^31 / phi: Knuth's multiplicative hashing spreads well with it. */
const golden = 0x9e3779b1

/** 256: a quote or a paragraph, of which thousands are compared, needs no more; they grow fourfold. */
const slotsAtFirst = 256

/**
 * Numbers for folded words, shared by all the texts that are to be compared. An open hash table over
 * the texts themselves, so that a word costs no string of its own.
 */
export class TokenKeys {
  #slots = new Int32Array(slotsAtFirst).fill(-1)
  #hashes: number[] = []
  #texts: string[] = []
  #starts: number[] = []
  #ends: number[] = []
  /** Numbers of words that had to be folded, by what they were: a letter with a mark comes up again and again. */
  readonly #folded = new Map<string, number>()

  /** How many different words there are so far. */
  get count(): number {
    return this.#texts.length
  }

  /** Whether a word is none: punctuation or a symbol. */
  isPoint(key: number): boolean {
    const code = this.#texts[key]?.codePointAt(this.#starts[key] as number) ?? 0
    return kindOf(code) === characterKinds.point
  }

  /** The number of a word as it stands in a text, which may be another once folded. */
  foldedKeyOf(word: string): number {
    const known = this.#folded.get(word)
    if (known !== undefined) return known
    const folded = foldText(word)
    let hash = 0
    for (let at = 0; at < folded.length; at++) hash = hashWith(hash, folded.charCodeAt(at))
    const key = this.keyOf(folded, 0, folded.length, hash)
    this.#folded.set(word, key)
    return key
  }

  /** The number of text[start, end), which is folded already, with its {@link hashWith hash}. */
  keyOf(text: string, start: number, end: number, hash: number): number {
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

/** Cuts parts of a text, in order, into tokens. */
export function tokensOf(text: string, keys: TokenKeys, parts?: readonly Span[]): Tokens {
  const ranges = parts ?? [{ start: 0, end: text.length }]
  const characters = ranges.reduce((sum, { start, end }) => sum + end - start, 0)
  const cutter = new Cutter(text, keys, characters)
  for (const { start, end } of ranges) cutter.cut(start, end)
  return cutter.tokens
}

/** A word and the space after it are some five characters; arrays grow twofold where that is too few. */
const charactersEach = 5

class Cutter {
  #starts: Int32Array
  #ends: Int32Array
  #numbers: Int32Array
  #count = 0

  constructor(
    readonly text: string,
    readonly keys: TokenKeys,
    characters: number,
  ) {
    const room = 16 + Math.ceil(characters / charactersEach)
    this.#starts = new Int32Array(room)
    this.#ends = new Int32Array(room)
    this.#numbers = new Int32Array(room)
  }

  get tokens(): Tokens {
    const count = this.#count
    return {
      text: this.text,
      count,
      starts: this.#starts.subarray(0, count),
      ends: this.#ends.subarray(0, count),
      keys: this.#numbers.subarray(0, count),
    }
  }

  cut(from: number, to: number): void {
    const { text } = this
    const told = traits
    let at = from
    while (at < to) {
      const start = at
      const unit = text.charCodeAt(at)
      let seen = told[unit] as number
      if (seen === untold) seen = traitsOf(unit)
      let kind = seen & 7
      at++
      if (kind === space || kind === unseen) continue
      let hash = hashWith(0, unit)
      if (isHigh(unit) && at < to && isLow(text.charCodeAt(at))) {
        kind = kindOf(text.codePointAt(start) as number)
        hash = hashWith(hash, text.charCodeAt(at))
        at++
        if (kind === space || kind === unseen) continue
      }
      const isWord = kind === joined || kind === digit
      // An ellipsis and a typewriter's dash are one token each, as their typographic forms are.
      const isStroke = unit === dot || unit === hyphen
      let end = at
      // What is not seen stays with a word only where the word goes on after it.
      while (at < to) {
        const next = text.charCodeAt(at)
        let trait = told[next] as number
        if (trait === untold) trait = traitsOf(next)
        const isPair = isHigh(next) && at + 1 < to && isLow(text.charCodeAt(at + 1))
        const nextKind = isPair ? kindOf(text.codePointAt(at) as number) : trait & 7
        const goesOn =
          nextKind === mark || (isWord && nextKind === kind) || (isStroke && next === unit)
        if (!goesOn && nextKind !== unseen) break
        seen |= trait
        hash = hashWith(hash, next)
        at++
        if (isPair) hash = hashWith(hash, text.charCodeAt(at++))
        if (goesOn) end = at
      }
      const isRaw = (seen & folds) === 0 && !(unit === hyphen && end - start > 1)
      this.#push(start, end, isRaw ? hash : null)
    }
  }

  #push(start: number, end: number, hash: number | null): void {
    const count = this.#count
    if (count === this.#starts.length) this.#grow()
    this.#starts[count] = start
    this.#ends[count] = end
    this.#numbers[count] =
      hash === null
        ? this.keys.foldedKeyOf(this.text.slice(start, end))
        : this.keys.keyOf(this.text, start, end, hash)
    this.#count = count + 1
  }

  #grow(): void {
    const room = this.#starts.length * 2
    this.#starts = grown(this.#starts, room)
    this.#ends = grown(this.#ends, room)
    this.#numbers = grown(this.#numbers, room)
  }
}

const dot = 0x2e
const hyphen = 0x2d

/** The hash of a word from that of all but its last code unit. */
function hashWith(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, golden) ^ (hash >>> 15)
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
  const before = older.text.slice(start, offset)
  if (newer.text.startsWith(before, newStart))
    return pastUnseen(newer.text, newStart + before.length, newEnd)
  const folded = foldedBefore(offsetsOf(older, olderToken), offset - start)
  return pastUnseen(newer.text, newStart + rawAfter(offsetsOf(newer, newerToken), folded), newEnd)
}

/** Marks that are not seen after an offset belong to what is before it. */
function pastUnseen(text: string, from: number, end: number): number {
  let at = from
  while (at < end && kindOf(text.charCodeAt(at)) === unseen) at++
  return isLow(text.charCodeAt(at)) ? at + 1 : at
}

/** Each token that spans end in is gone through once, however many do. */
const known = new WeakMap<Tokens, Map<number, FoldedOffsets>>()

function offsetsOf(tokens: Tokens, token: number): FoldedOffsets {
  const own = known.get(tokens) ?? new Map<number, FoldedOffsets>()
  known.set(tokens, own)
  const offsets =
    own.get(token) ?? foldedOffsets(tokens.text.slice(tokens.starts[token], tokens.ends[token]))
  own.set(token, offsets)
  return offsets
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
