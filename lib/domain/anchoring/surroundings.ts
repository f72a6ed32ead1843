import type { Span } from '@/lib/domain/anchoring/anchors'
import { type Change, classifyChange } from '@/lib/domain/anchoring/changes'
import { isSameWords } from '@/lib/domain/anchoring/folding'
import { TokenKeys, tokensOf } from '@/lib/domain/anchoring/tokens'
import { goesOn } from '@/lib/domain/segments'

/** A stretch of one text. */
export interface Passage {
  text: string
  span: Span
}

/** A sentence that is not the same any more around words that are. */
export interface ChangedSentence {
  /** The whole sentence with the words, in the older text and in the newer. */
  before: string
  after: string
  /** What kind of change it is: `wording` or `meaning`. */
  change: Change
  /**
   * Whether it may turn what the words say: a rule tells a change of meaning, or most of the sentence is
   * another. The same words do not say the same then.
   */
  isTurned: boolean
}

/**
 * What became of the sentence that the same words stand in; null where it is the same but for typography.
 * A sentence reaches up to the nearest end on both sides, and 500 characters at most; after an
 * abbreviation it is taken for shorter than it is.
 */
export function findChangedSentence(
  older: Passage,
  newer: Passage,
  language: string,
): ChangedSentence | null {
  if (isSameAround(older, newer)) return null
  const [was, is] = [sentenceAround(older), sentenceAround(newer)]
  if (isSameWords(was.lead, is.lead) && isSameWords(was.tail, is.tail)) return null
  const [before, after] = [wordsOf(was), wordsOf(is)]
  const change = classifyChange(before, after, language)
  if (change.kind === 'none' || change.kind === 'typography') return null
  return {
    before: before.trim(),
    after: after.trim(),
    change,
    isTurned: change.kind === 'meaning' || isMostlyOther(before, after),
  }
}

/**
 * Whether all that is looked at around two spans is the same to the letter, as it is around nearly all
 * notes while somebody types beside one: to look for where their sentences end takes five times as long.
 */
function isSameAround(older: Passage, newer: Passage): boolean {
  const [was, is] = [lookedAt(older), lookedAt(newer)]
  return was.words === is.words && was.lead === is.lead && was.tail === is.tail
}

function lookedAt({ text, span: { start, end } }: Passage): Sentence {
  const most = reach + near
  return {
    lead: text.slice(Math.max(0, start - most), start),
    words: text.slice(start, end),
    tail: text.slice(end, end + most),
  }
}

/** What ends a sentence in Latin, Arabic, Urdu, Devanagari, Chinese and Japanese script; or a line. */
const ending = /[\n.!?…؟۔।。！？｡]/u

/** 500 characters: three long sentences. Where none ends, what is further off says nothing of these words. */
const reach = 500

/** Twenty characters either side: the longest title or initial before a point, and what stands behind it. */
const near = 20

/** Whether a sentence ends with the character at `at`. A point within a number, a title or initials ends none. */
function endsAt(text: string, at: number): boolean {
  if (!ending.test(text.charAt(at))) return false
  if (text.charAt(at) === '\n') return true
  if (/^\d\.\d$/.test(text.slice(at - 1, at + 2))) return false
  const rest = text.slice(at + 1, at + 1 + near)
  return !goesOn(text.slice(Math.max(0, at - near), at + 1), rest.trimStart())
}

/** A sentence in its parts: what is before certain words of it, they, and what is after them. */
interface Sentence {
  lead: string
  words: string
  tail: string
}

const wordsOf = ({ lead, words, tail }: Sentence) => lead + words + tail

function sentenceAround({ text, span }: Passage): Sentence {
  const words = text.slice(span.start, span.end)
  return { lead: leadOf(text, span), words, tail: tailOf(text, span) }
}

function leadOf(text: string, { start }: Span): string {
  const from = Math.max(0, start - reach)
  let at = start
  while (at > from && !endsAt(text, at - 1)) at--
  return text.slice(at, start)
}

function tailOf(text: string, { end }: Span): string {
  // Words that end with their sentence are followed by the next one, which is not about them.
  if (end > 0 && endsAt(text, end - 1)) return ''
  const to = Math.min(text.length, end + reach)
  let at = end
  while (at < to && !endsAt(text, at)) at++
  // With its end: a question is not a statement.
  return text.slice(end, at === to || text.charAt(at) === '\n' ? at : at + 1)
}

/** Whether two wordings have less than half of their words in common. */
function isMostlyOther(before: string, after: string): boolean {
  const keys = new TokenKeys()
  const [older, newer] = [tokensOf(before, keys), tokensOf(after, keys)]
  const left = new Int32Array(keys.count)
  const isWord = (key: number) => !keys.isPoint(key)
  const was = older.keys.filter(isWord)
  const is = newer.keys.filter(isWord)
  for (const key of was) left[key] = (left[key] as number) + 1
  const common = is.filter(key => {
    const count = left[key] as number
    left[key] = count - 1
    return count > 0
  })
  return 2 * (2 * common.length) < was.length + is.length
}
