import { type Span, splitsPair } from '@/lib/domain/anchoring/anchors'
import { characterKinds, isSameWords, kindOf } from '@/lib/domain/anchoring/folding'

/** @throws RangeError where the span is no part of the text. */
export function checkSpan(text: string, { start, end }: Span): void {
  const isInside =
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= text.length
  if (!isInside || start >= end)
    throw new RangeError(`${start}–${end} is no part of a text of ${text.length} characters.`)
  if (splitsPair(text, start) || splitsPair(text, end))
    throw new RangeError(`${start}–${end} cuts a character in half.`)
}

/** Made when it is first asked for: its tables take a browser 26 ms, which no page that opens has to wait for. */
let graphemes: Intl.Segmenter | undefined

/** 64 code units either side hold the longest character that people write (a family with skin tones has 25). */
const window = 64

/** The span with the rest of the characters (extended grapheme clusters, UAX #29) at its ends. */
export function extendToMarks(text: string, { start, end }: Span): Span {
  return { start: boundaryAt(text, start, 'before'), end: boundaryAt(text, end, 'after') }
}

/** The boundary of a character at or before (after) `offset`. */
function boundaryAt(text: string, offset: number, side: 'before' | 'after'): number {
  if (offset <= 0 || offset >= text.length) return offset
  if (isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset))) return offset
  const from = Math.max(0, offset - window)
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  const segment = graphemes.segment(text.slice(from, offset + window)).containing(offset - from)
  if (!segment || segment.index === offset - from) return offset
  return from + segment.index + (side === 'after' ? segment.segment.length : 0)
}

/** Whether nothing ever joins this code unit to its neighbour: letters, digits and points below U+0300. */
function isPlain(unit: number): boolean {
  const kind = kindOf(unit)
  if (unit < 0x300) return unit !== 0x0d && unit !== 0x0a && kind !== characterKinds.unseen
  return unit >= 0x3400 && unit <= 0x9fff
}

/**
 * The place widened to whole words and numbers where one of its ends now cuts another word than it did:
 * "4" of "4 percent" is no part of "4.1 percent" that could stand for itself. Null where both ends are
 * what they were.
 */
export function widenedToWords(
  olderText: string,
  span: Span,
  newerText: string,
  placed: Span,
): Span | null {
  const start = wordStart(newerText, placed.start)
  const end = wordEnd(newerText, placed.end)
  const before = olderText.slice(wordStart(olderText, span.start), span.start)
  const after = olderText.slice(span.end, wordEnd(olderText, span.end))
  const isSameStart = isSameWords(before, newerText.slice(start, placed.start))
  const isSameEnd = isSameWords(after, newerText.slice(placed.end, end))
  if (isSameStart && isSameEnd) return null
  return {
    start: isSameStart ? placed.start : start,
    end: isSameEnd ? placed.end : end,
  }
}

/** A word or number with its parts (can't, 4.1, 5-10, x²) has at most 64 characters. */
const wordAtMost = 64

/** Where the word begins that `offset` lies in, or at the end of; else `offset`. */
function wordStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && offset - at < wordAtMost && isTogether(text, at)) at--
  return at
}

/** What goes on with a number after a space: thousands (1 000), and a per cent sign or a degree. */
const afterNumber = /^(?:[^\S\n]\p{Nd}{3}(?!\p{Nd}))*(?:[^\S\n]?[%‰٪°])?/u

/** Where the word or number ends that `offset` lies in, or at the end of; else `offset`. */
function wordEnd(text: string, offset: number): number {
  let at = offset
  while (at < text.length && at - offset < wordAtMost && isTogether(text, at)) at++
  if (kindOf(text.charCodeAt(at - 1)) !== characterKinds.digit) return at
  return at + (afterNumber.exec(text.slice(at, at + wordAtMost))?.[0].length ?? 0)
}

/** Signs between the parts of a word or number. */
const connectors = /[-.,:/'’·٫٬‐‑–−]/
/** Signs before a number that say what it is. */
const signs = /[-+−±~≈<>≤≥#\p{Sc}]/u

/** Whether the characters before and after `at` belong to one word or number. */
function isTogether(text: string, at: number): boolean {
  const [left, right] = [text[at - 1] ?? '', text[at] ?? '']
  const isLeft = isWordPart(left)
  const isRight = isWordPart(right)
  if (isLeft && isRight) return true
  if (isLeft && connectors.test(right)) return isWordPart(text[at + 1] ?? '')
  if (isRight && connectors.test(left) && isWordPart(text[at - 2] ?? '')) return true
  return kindOf(right.charCodeAt(0)) === characterKinds.digit && signs.test(left)
}

/** Letters, digits and marks of scripts written with spaces, and what is not seen between them. */
function isWordPart(character: string): boolean {
  if (character === '') return false
  const kind = kindOf(character.charCodeAt(0))
  const { joined, digit, mark, unseen } = characterKinds
  return kind === joined || kind === digit || kind === mark || kind === unseen
}
