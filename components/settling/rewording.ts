import { isSameValue } from '@/components/editor/note-fields'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { compareWords, type Replacement } from '@/lib/domain/anchoring/comparison'
import type { AnnotationContent, UnsettledAnchor } from '@/lib/domain/annotations'
import type { SettleRequest } from '@/lib/domain/revisions'

/** What stands where what stood, once a place is settled so; nothing where the place is left out. */
export function replacementsBy(
  { quote, now, sentence }: Pick<UnsettledAnchor, 'quote' | 'now' | 'sentence'>,
  choice: SettleRequest['choice'],
  wordsAt: (span: Span) => string,
): readonly Replacement[] {
  switch (choice.kind) {
    case 'confirm':
      return sentence ? clearBetween(sentence.before, sentence.after) : clearBetween(quote, now)
    case 'place':
      return clearBetween(quote, wordsAt(choice.span))
    case 'drop':
      return []
  }
}

/**
 * What stands where what stood, but for words that are in both wordings: “from 5 to 7” that became “from 7
 * to 9” does not tell which 7 a claim means, and one after the other would make it “from 9 to 9”.
 */
function clearBetween(was: string, is: string): readonly Replacement[] {
  return compareWords(was, is).replacements.filter(
    ({ before, after }) => !hasWords(is, before) && !hasWords(was, after),
  )
}

function hasWords(text: string, words: string): boolean {
  return words !== '' && wholeWordsOf(words).test(text)
}

/** What stands where what stood, and the words that a note came to rest on then. */
export interface SettledWords {
  anchors: readonly Span[]
  replacements: readonly Replacement[]
}

/** What of a claim is worded as the words were, and the claim as they are now. */
export interface Rewording {
  before: string
  after: string
  claim: string
}

/** The first wording in a claim that the settled words have no more; null where it has none. */
export function rewordingOf(claim: string, replacements: readonly Replacement[]): Rewording | null {
  for (const { before, after } of replacements) {
    // A claim with both (“fell from 9.8 to 4.1”) may well be about the change.
    if (!isTelling(before) || after === '' || hasWords(claim, after)) continue
    const reworded = claim.replaceAll(wholeWordsOf(before), () => after)
    if (reworded !== claim) return { before, after, claim: reworded }
  }
  return null
}

/** The same of a note as it is typed now; null where it has come to rest on other words since. */
export function rewordingIn(
  { claim, anchors }: Pick<AnnotationContent, 'claim' | 'anchors'>,
  settled: SettledWords | undefined,
): Rewording | null {
  const isSettledSo = settled && isSameValue('anchors', anchors, settled.anchors)
  return isSettledSo ? rewordingOf(claim, settled.replacements) : null
}

/** Whether words tell claims apart: a number, or a word of four letters; “the” stands in most. */
function isTelling(words: string): boolean {
  return /\p{N}|\p{L}{4}/u.test(words)
}

function wholeWordsOf(words: string): RegExp {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?<!\\p{N}[.,])${escaped}(?![\\p{L}\\p{N}])(?![.,]\\p{N})`,
    'gu',
  )
}
