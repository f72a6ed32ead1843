import { z } from 'zod'

/** A stretch of a revision's text: UTF-16 offsets, `end` exclusive, never empty. */
export const span = z
  .strictObject({ start: z.int().min(0), end: z.int().min(1) })
  .refine(({ start, end }) => start < end, 'Select at least one character.')
export type Span = z.infer<typeof span>

/** 32 characters either side: enough to tell repeats apart (what dom-anchor-text-quote and Hypothesis keep). */
export const contextLength = 32

/** An anchor as it is stored: a W3C Web Annotation TextQuoteSelector and TextPositionSelector in one. */
export interface Anchor extends Span {
  /** The exact words (Web Annotation Data Model, 4.2.4, `exact`). */
  quote: string
  prefix: string
  suffix: string
}

/** 10,000 characters: some four pages. Who rests a verdict on more has not said which words it is about. */
const spanLimit = 10_000

/** Why a span cannot be anchored in `text`, in words for the person who asked; null where it can. */
export function findSpanFault(text: string, { start, end }: Span): string | null {
  if (end > text.length) return 'These words are not in the article.'
  if (end - start > spanLimit)
    return `Select fewer words: at most ${spanLimit.toLocaleString('en')} characters.`
  if (splitsPair(text, start) || splitsPair(text, end))
    return 'This selection cuts a character in half.'
  if (text.slice(start, end).trim() === '')
    return 'Select at least one word; this is only white space.'
  return null
}

/** The anchor of a span that is sound ({@link findSpanFault}); context never begins with half a character. */
export function describeAnchor(text: string, { start, end }: Span): Anchor {
  let before = Math.max(0, start - contextLength)
  if (splitsPair(text, before)) before++
  let after = Math.min(text.length, end + contextLength)
  if (splitsPair(text, after)) after--
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(before, start),
    suffix: text.slice(end, after),
  }
}

/** Whether `offset` lies between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  const before = text.charCodeAt(offset - 1)
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff
}
