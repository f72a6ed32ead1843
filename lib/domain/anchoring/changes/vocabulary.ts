import { listed } from '@/lib/domain/anchoring/changes/lexicon'
import type { LanguageRules } from '@/lib/domain/anchoring/changes/rules'

/** The words of a language that make numbers and dates, ready to be looked up. */
export interface Vocabulary {
  numbers: ReadonlyMap<string, number>
  shortScales: ReadonlyMap<string, number>
  joiners: ReadonlySet<string>
  tenths: ReadonlySet<string>
  minus: ReadonlySet<string>
  months: ReadonlyMap<string, number>
  doubtfulMonths: ReadonlySet<string>
  datePrepositions: ReadonlySet<string>
  dateJoiners: ReadonlySet<string>
  morning: ReadonlySet<string>
  afternoon: ReadonlySet<string>
  small: ReadonlySet<string>
  starters: ReadonlySet<string>
  styled: ReadonlySet<string>
  namesByCase: ReadonlySet<string>
  speakerAfter: ReadonlySet<string>
  topicMarks: ReadonlySet<string>
  /** Which kind of person a title before a name tells of. */
  titles: ReadonlyMap<string, string>
  /** What a number word is worth, or null. */
  valueOf: (key: string) => number | null
  /** Which place an ordinal word names, or null. */
  placeOf: (key: string) => number | null
}

const vocabularies = new WeakMap<LanguageRules, Vocabulary>()

/** The vocabulary of a language, made once. */
export function vocabularyOf(rules: LanguageRules): Vocabulary {
  const known = vocabularies.get(rules)
  if (known) return known
  const made = makeVocabulary(rules)
  vocabularies.set(rules, made)
  return made
}

function makeVocabulary(rules: LanguageRules): Vocabulary {
  const numbers = byWord(rules.numbers)
  const ordinals = byWord(rules.ordinals)
  const bare = rules.bare ?? (() => [])
  const find = (words: ReadonlyMap<string, number>, key: string) => {
    if (key.length > 60) return null
    const form = [key, ...bare(key)].find(form => words.has(form))
    return form === undefined ? null : (words.get(form) ?? null)
  }
  return {
    numbers,
    shortScales: byWord(rules.shortScales),
    joiners: setOf(rules.numberJoiners),
    tenths: setOf(rules.tenths),
    minus: setOf(rules.minus),
    months: new Map(
      (rules.months ?? []).flatMap((names, index) =>
        listed(names).map((name): [string, number] => [name, index + 1]),
      ),
    ),
    doubtfulMonths: setOf(rules.doubtfulMonths),
    datePrepositions: setOf(rules.datePrepositions),
    dateJoiners: setOf(rules.dateJoiners),
    morning: setOf(rules.morning),
    afternoon: setOf(rules.afternoon),
    small: setOf(rules.small),
    starters: setOf(rules.starters),
    styled: setOf(rules.styled),
    namesByCase: setOf(rules.namesByCase),
    speakerAfter: setOf(rules.speakerAfter),
    topicMarks: setOf(rules.topicMarks),
    titles: new Map(
      Object.entries(rules.titles ?? {}).flatMap(([kind, words]) =>
        listed(words).map((word): [string, string] => [word, kind]),
      ),
    ),
    valueOf: key => find(numbers, key) ?? rules.compound?.(key) ?? null,
    placeOf: key => find(ordinals, key),
  }
}

const setOf = (words = '') => new Set(listed(words))

const byWord = (words: Readonly<Record<number, string>> = {}) =>
  new Map(
    Object.entries(words).flatMap(([value, names]) =>
      listed(names).map((name): [string, number] => [name, Number(value)]),
    ),
  )
