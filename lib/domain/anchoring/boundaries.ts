import { type Span, splitsPair } from '@/lib/domain/anchoring/anchors'
import { characterKinds, kindOf } from '@/lib/domain/anchoring/folding'

/** @throws RangeError where the span is no part of the text. */
export function checkSpan(text: string, { start, end }: Span): void {
  const isInside =
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= text.length
  if (!isInside || start >= end)
    throw new RangeError(`${start}–${end} is no part of a text of ${text.length} characters.`)
  if (splitsPair(text, start) || splitsPair(text, end))
    throw new RangeError(`${start}–${end} cuts a character in half.`)
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

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
