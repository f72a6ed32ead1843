import type { Span } from '@/lib/domain/anchoring/anchors'
import { spanOf, type Token } from '@/lib/domain/claimants/tokens'
import type { SpeechWords } from '@/lib/domain/claimants/vocabulary'

/** Somebody as a phrase shows them; what is shown stands in the text as it is. */
export type Speaker =
  | { kind: 'named'; name: Span; role: Span | null; isDefinite: boolean }
  /** "The minister": `noun` is the last word of it, in lower case. */
  | { kind: 'described'; words: Span; noun: string }
  /** "He", for somebody named before. */
  | { kind: 'pronoun' }

/** 14 words: "the deputy head of the presidential administration of the Russian Federation" and a name. */
const longestPhrase = 14

/** The words that end before `end` (an index) and may name somebody, back to where they begin. */
export function phraseBefore(tokens: readonly Token[], end: number, words: SpeechWords): Token[] {
  let start = end
  for (let at = end - 1; at >= 0 && end - at <= longestPhrase; at--) {
    const token = tokens[at]
    if (!token || !belongs(token, words)) break
    if (words.connectors.has(token.lower) && !isOffice(tokens, at - 1, words)) break
    if (words.pronouns.has(token.lower)) return start === end ? [token] : tokens.slice(start, end)
    start = at
    const opens = words.determiners.has(token.lower) && !isConnector(tokens[at - 1], words)
    if (opens) break
  }
  return tokens.slice(start, end)
}

/** The words from `start` (an index) on that may name somebody. */
export function phraseAfter(tokens: readonly Token[], start: number, words: SpeechWords): Token[] {
  let end = start
  for (; end < tokens.length && end - start < longestPhrase; end++) {
    const token = tokens[end]
    if (!token || !belongs(token, words) || words.that.has(token.lower)) break
    if (words.pronouns.has(token.lower)) return end === start ? [token] : tokens.slice(start, end)
    const isOf = words.connectors.has(token.lower)
    if (isOf && end > start && !isOffice(tokens, end - 1, words)) break
    if (endsName(tokens[end - 1], token, words) && end > start) break
  }
  return tokens.slice(start, end)
}

/** Whether a name ended before `next`: "Minister Hale spoke". */
function endsName(last: Token | undefined, next: Token, words: SpeechWords): boolean {
  if (!last?.isCapital || words.isRole(last.lower) || next.isCapital || words.isRole(next.lower))
    return false
  return ![words.connectors, words.particles, words.determiners].some(each => each.has(next.lower))
}

/** Who a phrase means; null where it names nobody and no office. */
export function speakerIn(phrase: readonly Token[], words: SpeechWords): Speaker | null {
  const [first] = phrase
  if (!first) return null
  if (phrase.length === 1 && words.pronouns.has(first.lower)) return { kind: 'pronoun' }
  const isDefinite = words.determiners.has(first.lower)
  const rest = withoutOpeners(isDefinite ? phrase.slice(1) : phrase, words)
  return named(rest, isDefinite, words) ?? described(isDefinite ? phrase : rest, words)
}

/** What stands between two commas after a name: his office, where it is one. */
export function roleIn(phrase: readonly Token[], words: SpeechWords): Span | null {
  if (!phrase.some(({ lower }) => words.isRole(lower))) return null
  const [first] = phrase
  return spanOf(first && words.determiners.has(first.lower) ? phrase.slice(1) : phrase)
}

/** The name that words at the end of a phrase make up, and the office before it. */
function named(
  phrase: readonly Token[],
  isDefinite: boolean,
  words: SpeechWords,
): Extract<Speaker, { kind: 'named' }> | null {
  const office = phrase.findLastIndex(({ lower }) => words.isRole(lower))
  if (office < 0 && isDefinite && words.nounsAreCapitals) return null
  const run = capitalsAtEnd(phrase.slice(office + 1), words)
  const before = phrase[phrase.length - run.length - 1]
  const isOfPlace = isConnector(before, words) || (before && words.determiners.has(before.lower))
  const isMixed = office >= 0 && (isOfPlace || words.takesGenitive)
  const name = isMixed && run.length > 2 ? run.slice(-2) : isOfPlace ? [] : run
  const span = spanOf(name.filter(({ lower }) => !words.titles.has(lower)))
  if (!span) return null
  const role = phrase.slice(0, phrase.length - name.length)
  return { kind: 'named', name: span, role: office < 0 ? null : roleIn(role, words), isDefinite }
}

function described(phrase: readonly Token[], words: SpeechWords): Speaker | null {
  const noun = phrase.find(({ lower }, at) => words.isRole(lower) && !goesOn(phrase, at, words))
  const span = spanOf(phrase)
  return noun && span ? { kind: 'described', words: span, noun: noun.lower } : null
}

/** Whether another office follows at once: "defence ministry spokesman". */
function goesOn(phrase: readonly Token[], at: number, words: SpeechWords): boolean {
  const next = phrase[at + 1]
  return next !== undefined && words.isRole(next.lower)
}

/** The words with capitals at the end, small words of names between them included. */
function capitalsAtEnd(phrase: readonly Token[], words: SpeechWords): Token[] {
  let start = phrase.length
  for (let at = phrase.length - 1; at >= 0; at--) {
    const token = phrase[at]
    if (token?.isCapital) start = at
    else if (!token || start === phrase.length || !words.particles.has(token.lower)) break
  }
  const run = phrase.slice(start)
  return run.some(({ text }) => text.length > 2) ? run : []
}

function withoutOpeners(phrase: readonly Token[], words: SpeechWords): readonly Token[] {
  const start = phrase.findIndex(({ lower }) => !words.openers.has(lower))
  return start < 0 ? [] : phrase.slice(start)
}

function belongs(token: Token, words: SpeechWords): boolean {
  if (!token.isWord) return false
  if (words.connectors.has(token.lower) || words.determiners.has(token.lower)) return true
  // With a capital it may be a name all the same: "Theresa May".
  const isName = token.isCapital && !words.nounsAreCapitals
  return isName || (!words.stops.has(token.lower) && !words.verbs.has(token.lower))
}

function isConnector(token: Token | undefined, words: SpeechWords): boolean {
  return token !== undefined && words.connectors.has(token.lower)
}

/** Whether the word at `at` can be an office of something: an office, or a name within one. */
function isOffice(tokens: readonly Token[], at: number, words: SpeechWords): boolean {
  const token = tokens[at]
  return token !== undefined && (words.isRole(token.lower) || token.isCapital)
}
