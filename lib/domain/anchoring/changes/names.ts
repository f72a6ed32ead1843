import type { LanguageRules } from '@/lib/domain/anchoring/changes/rules'
import type { ChangeToken } from '@/lib/domain/anchoring/changes/tokens'
import { vocabularyOf } from '@/lib/domain/anchoring/changes/vocabulary'

/** What is known of both wordings together when names are told in one. */
export interface NameKnowledge {
  /** Words that are names by a capital inside a sentence, in either wording. */
  named: ReadonlySet<string>
  /** Words in small letters, in either wording. */
  plain: ReadonlySet<string>
  /** Names in capitals only, in either wording. */
  acronyms: ReadonlySet<string>
}

/** What the capitals of both wordings say, headlines aside: there they say nothing. */
export function knowNames(
  wordings: readonly (readonly ChangeToken[])[],
  rules: LanguageRules,
): NameKnowledge {
  const named = new Set<string>()
  const plain = new Set<string>()
  const acronyms = new Set<string>()
  for (const tokens of wordings) {
    const isLoud = isHeadline(tokens)
    for (const token of tokens) {
      if (token.kind !== 'word') continue
      if (isAcronym(token)) acronyms.add(token.key)
      if (!startsLarge(token)) plain.add(token.key)
      else if (!isLoud && !token.isFirst && mayBeName(token, rules)) named.add(token.key)
    }
  }
  return { named, plain, acronyms }
}

/** Which tokens are names, or parts of names: what names each of them, null for the others. */
export function findNames(
  tokens: readonly ChangeToken[],
  rules: LanguageRules,
  knowledge: NameKnowledge,
): (string | null)[] {
  if (rules.names === 'none') return tokens.map(token => (isLatinName(token) ? token.key : null))
  const isLoud = isHeadline(tokens)
  const { namesByCase } = vocabularyOf(rules)
  return tokens.map((token, at) => {
    if (token.kind !== 'word' || !startsLarge(token) || !mayBeName(token, rules)) return null
    // "The Auditorium" and "the auditorium" are the same one; "Polish" and "polish" are not.
    const isEitherCase = knowledge.plain.has(token.key) && !namesByCase.has(token.key)
    if (isEitherCase && !isAcronym(token)) return null
    if (isLoud && !isNameInHeadline(token, rules, knowledge)) return null
    if (!isLoud && !isAcronym(token) && token.isFirst) {
      if (!isNameAtStart(tokens, at, rules, knowledge)) return null
    } else if (rules.names === 'pairs' && !isPaired(tokens, at)) return null
    return stemOf(token.key, rules)
  })
}

const startsLarge = (token: ChangeToken) => /^[\p{Lu}\p{Lt}]/u.test(token.text)

const isAcronym = (token: ChangeToken) =>
  token.text.length > 1 && token.text.length < 8 && /^\p{Lu}[\p{Lu}\p{Nd}]+s?$/u.test(token.text)

/** "I" is no name, nor are words as "the"; but "US" is one, and so is the letter of "vitamin D". */
const mayBeName = (token: ChangeToken, rules: LanguageRules) =>
  token.key !== 'i' && (!vocabularyOf(rules).small.has(token.key) || isAcronym(token))

const isLatinName = (token: ChangeToken) =>
  token.kind === 'word' && token.text.length > 1 && /^\p{Lu}/u.test(token.text)

const stemOf = (key: string, rules: LanguageRules) =>
  rules.nameEndings && key.length > 4 && key.length < 40 ? key.replace(rules.nameEndings, '') : key

/** Words that nearly all have capitals, in a title or throughout. */
function isHeadline(tokens: readonly ChangeToken[]): boolean {
  const words = tokens.filter(
    token =>
      token.kind === 'word' && !token.isFirst && token.text.length > 3 && hasCase(token.text),
  )
  return words.length > 3 && words.filter(startsLarge).length > 0.75 * words.length
}

const hasCase = (text: string) => /^[\p{Lu}\p{Ll}]/u.test(text)

function isNameInHeadline(token: ChangeToken, rules: LanguageRules, knowledge: NameKnowledge) {
  if (knowledge.named.has(token.key)) return true
  return !knowledge.plain.has(token.key) && !isCommon(token, rules)
}

/**
 * A capital at the start of a sentence says nothing by itself. It is a name where the word is one
 * elsewhere, where a name goes on from it, or where a verb follows what no common word looks like.
 */
function isNameAtStart(
  tokens: readonly ChangeToken[],
  at: number,
  rules: LanguageRules,
  { named, plain }: NameKnowledge,
): boolean {
  const token = tokens[at]
  if (!token) return false
  if (named.has(token.key) || /^\p{Lu}\p{Ll}+\p{Lu}/u.test(token.text)) return true
  if (plain.has(token.key) || isCommon(token, rules)) return false
  if (token.text.length < 40 && rules.properEndings?.test(token.key)) return true
  const next = tokens[at + 1]
  const goesOn =
    next?.kind === 'word' && startsLarge(next) && mayBeName(next, rules) && !next.isFirst
  if (goesOn) return true
  return rules.names === 'capitals' && isSubject(tokens, at)
}

function isCommon(token: ChangeToken, rules: LanguageRules): boolean {
  return (
    vocabularyOf(rules).starters.has(token.key) ||
    vocabularyOf(rules).styled.has(token.key) ||
    token.text.length > 40 ||
    (rules.commonEndings?.test(token.key) ?? false)
  )
}

/** A verb, a possessive or a comma and another name follows: "Johnson said", "Johnson's". */
function isSubject(tokens: readonly ChangeToken[], at: number): boolean {
  const next = tokens[at + 1]
  return next !== undefined && subjectVerbs.test(next.key)
}

const subjectVerbs =
  /^(?:'s|is|was|has|had|will|would|says?|said|claims?|claimed|told|denied|denies|did|does|\p{Ll}{2,20}ed)$/u

/** In a language whose nouns have capitals, a name is two of them in a row, or capitals only. */
function isPaired(tokens: readonly ChangeToken[], at: number): boolean {
  const token = tokens[at]
  if (!token) return false
  if (isAcronym(token) || /^\p{Lu}\p{Ll}+\p{Lu}/u.test(token.text)) return true
  return [tokens[at - 1], tokens[at + 1]].some(
    (other, index) =>
      other?.kind === 'word' &&
      startsLarge(other) &&
      !(index === 0 ? token : other).isFirst &&
      !other.isFirst,
  )
}
