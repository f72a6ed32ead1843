import type { Span } from '@/lib/domain/anchoring/anchors'
import { isSameWords } from '@/lib/domain/anchoring/folding'

/** What ends a sentence in Latin, Arabic, Urdu, Devanagari, Chinese and Japanese script; or a line. */
const ending = /[\n.!?…؟۔।。！？｡]/u

/** A point between two digits is part of a number. */
function endsAt(text: string, at: number): boolean {
  if (!ending.test(text.charAt(at))) return false
  return !/^\d\.\d$/.test(text.slice(at - 1, at + 2))
}

/**
 * Whether the sentence that these words stand in is the same in both texts but for typography: what was
 * written around them may turn their meaning. A sentence reaches up to the nearest end on both sides;
 * after an abbreviation it is taken for shorter than it is.
 */
export function isSentenceSame(
  olderText: string,
  older: Span,
  newerText: string,
  newer: Span,
): boolean {
  const [before, beforeNow] = [beginningOf(olderText, older), beginningOf(newerText, newer)]
  const [after, afterNow] = [restOf(olderText, older), restOf(newerText, newer)]
  return isSameWords(before, beforeNow) && isSameWords(after, afterNow)
}

function beginningOf(text: string, { start }: Span): string {
  let at = start
  while (at > 0 && !endsAt(text, at - 1)) at--
  return text.slice(at, start)
}

function restOf(text: string, { end }: Span): string {
  // Words that end with their sentence are followed by the next one, which is not about them.
  if (end > 0 && endsAt(text, end - 1)) return ''
  let at = end
  while (at < text.length && !endsAt(text, at)) at++
  // With its end: a question is not a statement.
  return text.slice(end, text.charAt(at) === '\n' ? at : at + 1)
}
