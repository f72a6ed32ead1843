import type { Span } from '@/lib/domain/anchoring/anchors'
import { foldText } from '@/lib/domain/anchoring/folding'

/** Three code units are the most that one becomes: those of an ellipsis, or of "ffi" set as one. */
const longestFold = 3

/** White space but for the line break, which no place reaches beyond. */
const asciiSpace = /[^\S\n]/g

/**
 * A text made ready to be searched: without case, accents and the choices of a typesetter, with the way
 * back to its own offsets (UTF-16 code units). Vowel signs of scripts in which they spell words stay.
 */
export class SearchedText {
  readonly #text: string
  readonly #folded: string
  /** For each code unit of the folded text, the offset of the character it was made of. */
  readonly #offsets: Uint32Array

  constructor(text: string) {
    const parts: string[] = []
    const offsets = new Uint32Array(longestFold * text.length)
    let length = 0
    // Runs of ASCII are most of most texts, and are folded at one go.
    for (const { 0: run, index } of text.matchAll(/[\0-\x7f]+|[^\0-\x7f]/gu)) {
      const isAscii = run.charCodeAt(0) < 0x80
      const folded = isAscii ? run.toLowerCase().replace(asciiSpace, ' ') : foldCharacter(run)
      parts.push(folded)
      for (let unit = 0; unit < folded.length; unit++)
        offsets[length++] = isAscii ? index + unit : index
    }
    this.#text = text
    this.#folded = parts.join('')
    this.#offsets = offsets.subarray(0, length)
  }

  /**
   * Where the words stand, in the order of the text and never overlapping; nowhere for words of white
   * space alone. No place reaches beyond a line break. `isWhole`: only where no letter or digit touches.
   */
  find(words: string, { isWhole }: { isWhole: boolean }): Span[] {
    const sought = [...words].map(foldCharacter).join('')
    if (sought.trim() === '' || sought.includes('\n')) return []
    const places: Span[] = []
    let at = this.#folded.indexOf(sought)
    while (at >= 0) {
      const end = at + sought.length
      if (!isWhole || this.#standsAlone(at, end)) places.push(this.#spanOf(at, end))
      at = this.#folded.indexOf(sought, end)
    }
    return places
  }

  #standsAlone(at: number, end: number): boolean {
    return !isInWord(this.#folded, at - 1) && !isInWord(this.#folded, end)
  }

  /** The whole characters that a stretch of the folded text was made of, with the accents after them. */
  #spanOf(at: number, end: number): Span {
    let after = end
    while (after < this.#offsets.length && this.#offsets[after] === this.#offsets[end - 1]) after++
    return { start: this.#offsets[at] ?? 0, end: this.#offsets[after] ?? this.#text.length }
  }
}

/** The first place at or after `offset`, from the beginning again where none is; -1 where there is no place. */
export function placeFrom(places: readonly Span[], offset: number): number {
  const next = places.findIndex(({ start }) => start >= offset)
  return next < 0 ? Math.min(0, places.length - 1) : next
}

const known = new Map<string, string>()

/** Letters that no accent can be taken from, as people without them on the keyboard write them. */
const plain: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
}

/** Accents of Latin, Greek and Cyrillic, the points of Hebrew and Arabic. */
const accents =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g

function foldCharacter(character: string): string {
  const folded = known.get(character)
  if (folded !== undefined) return folded
  const made = foldAnew(character)
  known.set(character, made)
  return made
}

function foldAnew(character: string): string {
  if (character === '\n') return character
  if (/\s/u.test(character)) return ' '
  const bare = character.toLowerCase().normalize('NFD').replace(accents, '').normalize('NFC')
  return plain[bare] ?? foldText(bare)
}

function isInWord(folded: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(characterAt(folded, at))
}

/** The whole character that the code unit belongs to; "" beyond the ends. */
function characterAt(text: string, at: number): string {
  const isSecondHalf = /[\udc00-\udfff]/.test(text.charAt(at))
  const code = text.codePointAt(isSecondHalf ? at - 1 : at)
  return at < 0 || code === undefined ? '' : String.fromCodePoint(code)
}
