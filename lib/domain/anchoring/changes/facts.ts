import { readDate } from '@/lib/domain/anchoring/changes/dates'
import { findPhrase, type Lexicon, type Meaning } from '@/lib/domain/anchoring/changes/lexicon'
import { findNames, knowNames, type NameKnowledge } from '@/lib/domain/anchoring/changes/names'
import { readNumber } from '@/lib/domain/anchoring/changes/numbers'
import { findQuotationMarks } from '@/lib/domain/anchoring/changes/quotations'
import type { LanguageRules, WordPlace } from '@/lib/domain/anchoring/changes/rules'
import type { ChangeToken } from '@/lib/domain/anchoring/changes/tokens'
import { vocabularyOf } from '@/lib/domain/anchoring/changes/vocabulary'
import type { ChangeReason } from '@/lib/domain/anchoring/changes/words'

/** Something a wording says that its reader must be told of when it changes. */
export interface Fact {
  /** Index of the token that says it. */
  at: number
  reason: ChangeReason
  says: string
  /** The word it is about, or who speaks; empty where that cannot be told. */
  about: string
  /** One of a pair of opposites: which pair. */
  axis?: number
}

/** What both wordings say, to be compared with each other. Facts are in the order of the text. */
export function readBothFacts(
  before: readonly ChangeToken[],
  after: readonly ChangeToken[],
  rules: LanguageRules,
  lexicon: Lexicon,
): [Fact[], Fact[]] {
  const both = [before, after]
  const [older, newer] = both.map(tokens => new Set(tokens.map(token => token.key)))
  const context: Context = {
    rules,
    lexicon,
    names: knowNames(both, rules),
    isInBoth: key => (older?.has(key) && newer?.has(key)) ?? false,
    isInEither: key => (older?.has(key) || newer?.has(key)) ?? false,
  }
  return [readFacts(before, context), readFacts(after, context)]
}

interface Context {
  rules: LanguageRules
  lexicon: Lexicon
  names: NameKnowledge
  isInBoth: (key: string) => boolean
  isInEither: (key: string) => boolean
}

/** What a token was taken for, so that nothing is read twice. */
type Taken = 'number' | 'date' | 'word' | 'proper' | undefined

function readFacts(tokens: readonly ChangeToken[], context: Context): Fact[] {
  const taken: Taken[] = []
  return [
    ...readFigureFacts(tokens, taken, context),
    ...readWordFacts(tokens, taken, context),
    ...readNameFacts(tokens, taken, context),
    ...readQuotationFacts(tokens, context),
  ].sort((one, other) => one.at - other.at)
}

/** Numbers and dates. */
function readFigureFacts(
  tokens: readonly ChangeToken[],
  taken: Taken[],
  { rules, lexicon }: Context,
): Fact[] {
  const facts: Fact[] = []
  for (let at = 0; at < tokens.length; ) {
    const date = readDate(tokens, at, rules)
    // "no one" and "per cent" are phrases of their own.
    const phrase = date ? null : findPhrase(lexicon, tokens, at, place => place === 'anywhere')
    const length = phrase && phrase.length > 1 ? phrase.length : 0
    const read = date ?? (length ? null : readNumber(tokens, at, rules))
    const end = read?.end ?? at + (length || 1)
    if (read) {
      const reason = date ? 'date' : 'number'
      for (let index = at; index < end; index++) taken[index] = reason
      facts.push({ at, reason, says: read.value, about: '' })
    }
    at = end
  }
  return facts
}

/** What the word lists know, and opposites made by a prefix. */
function readWordFacts(tokens: readonly ChangeToken[], taken: Taken[], context: Context): Fact[] {
  const facts: Fact[] = []
  for (let at = 0; at < tokens.length; ) {
    if (taken[at] === 'number' || taken[at] === 'date') {
      at++
      continue
    }
    const from = at
    const mayStand = (place: WordPlace, end: number) =>
      isAtPlace(place, tokens, taken, from, end, context.rules)
    const match = findPhrase(context.lexicon, tokens, at, mayStand)
    const end = at + (match?.length ?? 1)
    for (const meaning of match?.meanings ?? []) {
      const about = aboutOf(meaning, tokens, taken, at, end, context)
      facts.push({ ...meaning, at, about })
      for (let index = at; index < end; index++)
        if (meaning.axis === undefined) taken[index] = isProper(meaning) ? 'proper' : 'word'
    }
    if (!match && isNegatedWord(tokens[at], context))
      facts.push({ at, reason: 'negation', says: 'not', about: '' })
    at = end
  }
  return facts
}

/** A country or a unit with a capital is no name beside: "US$". */
const isProper = ({ reason }: Meaning) => reason === 'name' || reason === 'unit'

function isAtPlace(
  place: WordPlace,
  tokens: readonly ChangeToken[],
  taken: readonly Taken[],
  at: number,
  end: number,
  rules: LanguageRules,
): boolean {
  switch (place) {
    case 'anywhere':
      return true
    case 'before number': {
      const first = /^(?:\p{Sc}|-)$/u.test(tokens[end]?.text ?? '') ? end + 1 : end
      return taken[first] === 'number' || taken[first] === 'date'
    }
    case 'after number': {
      const last = tokens[at - 1]?.text === '-' && tokens[at]?.isGlued ? at - 2 : at - 1
      return taken[last] === 'number'
    }
    case 'after name':
      return [tokens[at - 1], tokens[at - 2]].every(token => isHan(token?.text))
    case 'level':
      if (tokens[at - 1]?.text === '-') return false
      return taken[at - 1] !== 'number' && isAtPlace('before number', tokens, taken, at, end, rules)
    case 'before date': {
      const isSmall = vocabularyOf(rules).small.has(tokens[end]?.key ?? '')
      return taken[end] === 'date' || (isSmall && taken[end + 1] === 'date')
    }
  }
}

/** Denied by a prefix: the word without it stands in one of the wordings too. */
function isNegatedWord(token: ChangeToken | undefined, { rules, isInEither }: Context): boolean {
  if (!token || token.key.length > 40) return false
  const stem = rules.negated?.exec(token.key)?.[1]
  return stem !== undefined && isInEither(stem)
}

const isHan = (text = '') => /^\p{Script=Han}$/u.test(text)

/** As far as a negation or an "only" reaches, in words. */
const reach = 8

function aboutOf(
  { reason, says, place }: Meaning,
  tokens: readonly ChangeToken[],
  taken: readonly Taken[],
  at: number,
  end: number,
  context: Context,
): string {
  if (reason === 'attribution') return speakerOf(tokens, taken, at, end, context)
  if (place === 'after name') return `${tokens[at - 2]?.text}${tokens[at - 1]?.text}`
  const hasReach = reason === 'negation' || says === 'only' || says === 'than'
  return hasReach ? nextShared(tokens, end, context) : ''
}

/** The next word that both wordings have: "not" may not pass from one to another. */
function nextShared(tokens: readonly ChangeToken[], from: number, context: Context): string {
  const { small } = vocabularyOf(context.rules)
  for (let at = from; at < Math.min(tokens.length, from + reach); at++) {
    const token = tokens[at]
    if (token?.kind !== 'word') return ''
    if (!small.has(token.key) && context.isInBoth(token.key)) return token.key
  }
  return ''
}

/** A sentence of a newspaper is hardly longer. */
const farthestTopic = 60

/** As long as the name of someone who speaks may be, in words with those between them. */
const longestSpeaker = 6

/** Who is said to say it: the words before the verb, or after it where none stands before. */
function speakerOf(
  tokens: readonly ChangeToken[],
  taken: readonly Taken[],
  at: number,
  end: number,
  { rules }: Context,
): string {
  const { small, speakerAfter, topicMarks } = vocabularyOf(rules)
  if (topicMarks.size > 0) return topicBefore(tokens, at, topicMarks)
  const words: string[] = []
  const isPart = (index: number) => {
    const token = tokens[index]
    if (token?.kind !== 'word' || (taken[index] !== undefined && taken[index] !== 'proper'))
      return false
    if (!small.has(token.key) && !/.ly$/.test(token.key)) words.push(token.key)
    return true
  }
  if (!speakerAfter.has(tokens[at]?.key ?? ''))
    for (let last = at - 1; last >= at - longestSpeaker && isPart(last); ) last--
  for (let next = end; words.length === 0 && next < end + 4 && isPart(next); ) next++
  return words.join(' ')
}

/** The four characters before the mark of what the sentence is about; empty where none is near. */
function topicBefore(tokens: readonly ChangeToken[], at: number, marks: ReadonlySet<string>) {
  for (let last = at - 1; last > Math.max(0, at - farthestTopic); last--) {
    const token = tokens[last]
    if (token?.kind === 'mark' && /[。！？]/.test(token.text)) return ''
    if (marks.has(token?.key ?? '') && isHan(tokens[last - 1]?.text))
      return tokens
        .slice(Math.max(0, last - 4), last)
        .filter(({ text }) => isHan(text))
        .map(({ text }) => text)
        .join('')
  }
  return ''
}

/** Names by their capitals, in full or by their initials: "WHO" is the World Health Organization. */
function readNameFacts(tokens: readonly ChangeToken[], taken: Taken[], context: Context): Fact[] {
  const found = findNames(tokens, context.rules, context.names).map((name, at) =>
    taken[at] === 'proper' || taken[at] === 'date' || taken[at] === 'number' ? null : name,
  )
  const facts: Fact[] = []
  for (let at = 0; at < tokens.length; ) {
    const short = found[at] === null ? null : findInitials(tokens, found, at, context)
    const says = short?.initials ?? found[at] ?? null
    if (says !== null) facts.push({ at, reason: 'name', says, about: titleOf(tokens, at, context) })
    at = short?.end ?? at + 1
  }
  return facts
}

/** The words of a name whose initials stand in one of the wordings, or null. */
function findInitials(
  tokens: readonly ChangeToken[],
  found: readonly (string | null)[],
  at: number,
  { rules, names }: Context,
): { initials: string; end: number } | null {
  let initials = ''
  let read: { initials: string; end: number } | null = null
  for (let end = at; end < Math.min(at + 10, tokens.length); end++) {
    const token = tokens[end]
    const isBetween = token?.kind === 'word' && vocabularyOf(rules).small.has(token.key)
    if (found[end] === null && !(isBetween && end > at)) break
    if (found[end] !== null) initials += token?.key.charAt(0) ?? ''
    if (initials.length > 1 && names.acronyms.has(initials)) read = { initials, end: end + 1 }
  }
  return read
}

/** Whether "Mr" or "Mrs" stands before a name. */
function titleOf(tokens: readonly ChangeToken[], at: number, { rules }: Context): string {
  const before = tokens[at - 1]?.text === '.' ? tokens[at - 2] : tokens[at - 1]
  return vocabularyOf(rules).titles.get(before?.key ?? '') ?? ''
}

/** Words in quotation marks are somebody's. */
function readQuotationFacts(tokens: readonly ChangeToken[], { isInBoth }: Context): Fact[] {
  return findQuotationMarks(tokens).map(({ at, word }) => ({
    at,
    reason: 'attribution',
    says: 'quotation mark',
    about: isInBoth(word) ? word : '',
  }))
}
