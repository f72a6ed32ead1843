import type { ChangeReason } from '@/lib/domain/anchoring/changes'
import { readDate } from '@/lib/domain/anchoring/changes/dates'
import { findPhrase, type Lexicon, type Meaning } from '@/lib/domain/anchoring/changes/lexicon'
import { findNames, knowNames, type NameKnowledge } from '@/lib/domain/anchoring/changes/names'
import { readNumber } from '@/lib/domain/anchoring/changes/numbers'
import { findQuotationMarks } from '@/lib/domain/anchoring/changes/quotations'
import type { LanguageRules, WordPlace } from '@/lib/domain/anchoring/changes/rules'
import type { ChangeToken } from '@/lib/domain/anchoring/changes/tokens'
import { vocabularyOf } from '@/lib/domain/anchoring/changes/vocabulary'

/** Something a wording says that its reader must be told of when it changes. */
export interface Fact {
  reason: ChangeReason
  says: string
  /** The word it is about, or who speaks; empty where that cannot be told. */
  about: string
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
type Taken = 'number' | 'date' | 'phrase' | 'word' | 'proper' | undefined

function readFacts(tokens: readonly ChangeToken[], context: Context): Fact[] {
  const taken: Taken[] = []
  return [
    ...readFigureFacts(tokens, taken, context),
    ...readWordFacts(tokens, taken, context),
    ...readNameFacts(tokens, taken, context),
    ...readQuotationFacts(tokens, context),
  ]
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
    const number = date ? null : readNumber(tokens, at, rules)
    // "no one" and "one of the" are phrases of their own.
    const phrase = number && findPhrase(lexicon, tokens, at, place => place === 'anywhere')
    const length = phrase && phrase.length > 1 ? phrase.length : 0
    const read = date ?? number
    const end = length ? at + length : (read?.end ?? at + 1)
    if (length) taken.fill('phrase', at, end)
    else if (read) {
      const reason = date ? 'date' : 'number'
      for (let index = at; index < end; index++) taken[index] = reason
      facts.push({ reason, says: read.value, about: '' })
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
      const about = aboutOf(meaning, tokens, at, end, context)
      facts.push({ reason: meaning.reason, says: meaning.says, about })
      for (let index = at; index < end; index++)
        taken[index] = isProper(meaning) ? 'proper' : 'word'
    }
    if (!match && isNegatedWord(tokens[at], context))
      facts.push({ reason: 'negation', says: 'not', about: '' })
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

/** As far as a negation or an "only" reaches, in words. */
const reach = 8

function aboutOf(
  { reason, says }: Meaning,
  tokens: readonly ChangeToken[],
  at: number,
  end: number,
  context: Context,
): string {
  if (reason === 'attribution') return speakerOf(tokens, at, end, context)
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

/** Who is said to say it: the word before the verb, or after it where nothing stands before. */
function speakerOf(
  tokens: readonly ChangeToken[],
  at: number,
  end: number,
  { rules }: Context,
): string {
  const { small, speakerAfter } = vocabularyOf(rules)
  const isAside = (token: ChangeToken | undefined) =>
    token?.kind === 'word' && (small.has(token.key) || /.ly$/.test(token.key))
  if (speakerAfter.has(tokens[at]?.key ?? '')) {
    let next = end
    while (isAside(tokens[next]) && next < end + 3) next++
    return tokens[next]?.kind === 'word' ? (tokens[next]?.key ?? '') : ''
  }
  let last = at - 1
  while (isAside(tokens[last]) && last > at - 4) last--
  if (tokens[last]?.kind === 'word') return tokens[last]?.key ?? ''
  const next = tokens[end]
  return next?.kind === 'word' && !small.has(next.key) ? next.key : ''
}

function readNameFacts(tokens: readonly ChangeToken[], taken: Taken[], context: Context): Fact[] {
  return findNames(tokens, context.rules, context.names).flatMap((name, at): Fact[] =>
    name === null || taken[at] === 'proper' || taken[at] === 'date' || taken[at] === 'number'
      ? []
      : [{ reason: 'name', says: name, about: '' }],
  )
}

/** Words in quotation marks are somebody's. */
function readQuotationFacts(tokens: readonly ChangeToken[], { isInBoth }: Context): Fact[] {
  return findQuotationMarks(tokens).map(({ word }) => ({
    reason: 'attribution',
    says: 'quotation mark',
    about: isInBoth(word) ? word : '',
  }))
}
