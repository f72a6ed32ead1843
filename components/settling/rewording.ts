import { isSameValue } from '@/components/editor/note-fields'
import type { Span } from '@/lib/domain/anchoring/anchors'
import type { Replacement } from '@/lib/domain/anchoring/compared-runs'
import { compareWords } from '@/lib/domain/anchoring/comparison'
import type { AnnotationContent, UnsettledAnchor } from '@/lib/domain/annotations'
import type { SettleRequest } from '@/lib/domain/revisions'

/** Words in the stead of others; `isTurn`: a "not" may have come with them or gone. */
export interface SettledReplacement extends Replacement {
  isTurn: boolean
}

/** What stands where what stood, once a place is settled so; nothing where the place is left out. */
export function replacementsBy(
  anchor: Pick<UnsettledAnchor, 'quote' | 'now' | 'sentence' | 'change'>,
  choice: SettleRequest['choice'],
  wordsAt: (span: Span) => string,
): readonly SettledReplacement[] {
  const { quote, now, sentence, change } = anchor
  const isTurn = change?.reasons.includes('negation') ?? false
  const turned = (was: string, is: string) =>
    clearBetween(was, is).map(replacement => ({ ...replacement, isTurn }))
  switch (choice.kind) {
    case 'confirm':
      return sentence ? turned(sentence.before, sentence.after) : turned(quote, now)
    case 'place':
      return turned(quote, wordsAt(choice.span))
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
  replacements: readonly SettledReplacement[]
}

/**
 * What of a claim is worded as the words were ("" where others only came), and how they are now ("" where
 * they are only gone). `claim`: as it would be now; null where a person has to write it.
 */
export interface Rewording {
  before: string
  after: string
  claim: string | null
}

/** The first wording in a claim that the settled words have no more; null where it has none. */
export function rewordingOf(
  claim: string,
  replacements: readonly SettledReplacement[],
): Rewording | null {
  for (const { before, after, isTurn } of replacements) {
    // A claim with both (“fell from 9.8 to 4.1”) may well be about the change.
    if (hasWords(claim, after)) continue
    const hasCome = before === '' && isTurn && claim !== ''
    const isLeft = hasWords(claim, before) && (isTelling(before) || (isTurn && after === ''))
    if (!hasCome && !isLeft) continue
    const isClear = before !== '' && after !== ''
    const reworded = isClear ? claim.replaceAll(wholeWordsOf(before), () => after) : null
    return { before, after, claim: reworded }
  }
  return null
}

/** What of a claim is not as the text is now, as a sentence to be heard. */
export function describeRewording({ before, after }: Rewording): string {
  return before ? `The claim still says “${before}”.` : `The claim does not say “${after}”.`
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
