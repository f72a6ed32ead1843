import { regionsOf } from '@/lib/domain/anchoring/changes/regions'
import type { LanguageRules, WordList, WordPlace } from '@/lib/domain/anchoring/changes/rules'
import { type ChangeToken, readTokens } from '@/lib/domain/anchoring/changes/tokens'
import type { ChangeReason } from '@/lib/domain/anchoring/changes/words'

/** What a word or phrase says wherever it stands at `place`. */
export interface Meaning {
  reason: ChangeReason
  says: string
  place: WordPlace
  /** Opposites only: which pair of them, and `says` which pole. */
  axis?: number
}

/** A phrase as it is looked up: the parts after its first word, and whether capitals are of it. */
interface Entry {
  parts: readonly string[]
  exact: readonly string[] | null
  /** Null for an idiom: it stands for itself. */
  meaning: Meaning | null
}

/** Every word list of a language, by the first word of each phrase. */
export interface Lexicon {
  whole: ReadonlyMap<string, readonly Entry[]>
  /** Entries whose first word may end in any way, by what it begins with. */
  beginnings: ReadonlyMap<string, readonly Entry[]>
  bare: (key: string) => string[]
  /** What was looked up before. */
  found: Map<string, readonly (readonly Entry[])[]>
}

export interface Match {
  /** How many tokens the phrase takes. */
  length: number
  meanings: Meaning[]
}

/** Longer words are in no list. */
const longestWord = 40

const lexicons = new WeakMap<LanguageRules, Map<string, Lexicon>>()

/** The word lists of a language, made once. `language` gives the names of countries in it. */
export function lexiconOf(rules: LanguageRules, language: string): Lexicon {
  const made = lexicons.get(rules) ?? new Map<string, Lexicon>()
  lexicons.set(rules, made)
  const lexicon = made.get(language) ?? makeLexicon(rules, language)
  made.set(language, lexicon)
  return lexicon
}

/** The longest phrase that begins at `at` and may stand there, or null. */
export function findPhrase(
  lexicon: Lexicon,
  tokens: readonly ChangeToken[],
  at: number,
  mayStand: (place: WordPlace, end: number) => boolean,
): Match | null {
  // A word that is listed as it stands is not taken for one that only begins alike.
  for (const entries of candidatesOf(lexicon, tokens[at]?.key ?? '')) {
    let length = 0
    let meanings: Meaning[] = []
    for (const entry of entries) {
      const long = entry.parts.length + 1
      if (long < length || !stands(entry, tokens, at)) continue
      if (entry.meaning && !mayStand(entry.meaning.place, at + long)) continue
      if (long > length) meanings = []
      length = long
      if (entry.meaning) meanings.push(entry.meaning)
    }
    if (length > 0) return { length, meanings }
  }
  return null
}

/** Words are looked up again and again; how many are kept is of no consequence but memory. */
const mostKept = 20_000

/** The entries that may begin with a word, those that fit it best first. */
function candidatesOf(lexicon: Lexicon, key: string): readonly (readonly Entry[])[] {
  if (key.length > longestWord) return []
  const known = lexicon.found.get(key)
  if (known) return known
  const { whole, beginnings } = lexicon
  const found = [key, ...lexicon.bare(key)].flatMap(form => [
    whole.get(form) ?? [],
    ...Array.from(form, (_, cut) => beginnings.get(form.slice(0, form.length - cut)) ?? []),
  ])
  const candidates = found.filter(entries => entries.length > 0)
  if (lexicon.found.size >= mostKept) lexicon.found.clear()
  lexicon.found.set(key, candidates)
  return candidates
}

function stands(entry: Entry, tokens: readonly ChangeToken[], at: number): boolean {
  if (entry.exact && !hasCapitals(entry.exact, tokens, at)) return false
  return entry.parts.every((part, index) => {
    const key = tokens[at + 1 + index]?.key
    if (key === undefined) return false
    return part.endsWith('*') && part.length > 1 ? key.startsWith(part.slice(0, -1)) : key === part
  })
}

/** "us" is not "US", nor "turkey" the country; but a headline is in capitals throughout. */
function hasCapitals(exact: readonly string[], tokens: readonly ChangeToken[], at: number) {
  return exact.every((text, index) => {
    const found = tokens[at + index]?.text ?? ''
    return found === text || (found === found.toUpperCase() && found.length > 3)
  })
}

function makeLexicon(rules: LanguageRules, language: string): Lexicon {
  const whole = new Map<string, Entry[]>()
  const beginnings = new Map<string, Entry[]>()
  const cut = rules.cut ?? (word => [word])
  const add = (phrase: string, meaning: Meaning | null, isExact = false) => {
    const said = readTokens(phrase.replaceAll('*', ''), cut)
    const [first, ...others] = said.map(token => token.key)
    if (first === undefined) return
    const wild = phrase.split(' ').map(word => word.endsWith('*'))
    const parts = others.map((part, index) => (wild[index + 1] ? `${part}*` : part))
    const exact = isExact ? said.map(token => token.text) : null
    const entries = wild[0] ? beginnings : whole
    entries.set(first, [...(entries.get(first) ?? []), { parts, exact, meaning }])
  }
  for (const [reason, says, words, place = 'anywhere'] of [...signs, ...(rules.words ?? [])])
    for (const word of listed(words)) add(word, { reason, says, place })
  for (const word of listed(rules.afterNames ?? ''))
    add(word, { reason: 'name', says: word, place: 'after name' })
  for (const idiom of listed(rules.idioms ?? '')) add(idiom, null)
  rules.opposites?.forEach((poles, axis) => {
    poles.forEach((words, pole) => {
      for (const word of listed(words))
        add(word, { reason: 'comparison', says: String(pole), place: 'anywhere', axis })
    })
  })
  for (const [says, name] of regionsOf(rules, language))
    add(name, { reason: 'name', says, place: 'anywhere' }, rules.names !== 'none')
  for (const [word, says] of comparativesOf(rules))
    add(word, { reason: 'comparison', says, place: 'anywhere' })
  return { whole, beginnings, bare: rules.bare ?? (() => []), found: new Map() }
}

/** The words of a list, `_` read as the space inside a phrase. */
export const listed = (words: string) =>
  words
    .trim()
    .split(/\s+/)
    .filter(word => word !== '')
    .map(word => word.replaceAll('_', ' '))

/** Comparatives and superlatives by ending, in every way English spells them; what is no word is never met. */
function comparativesOf({ gradable = {} }: LanguageRules): [string, string][] {
  return Object.entries(gradable).flatMap(([says, adjectives]) =>
    listed(adjectives).flatMap(word => {
      const stem = word.endsWith('e')
        ? word.slice(0, -1)
        : word.endsWith('y')
          ? `${word.slice(0, -1)}i`
          : word
      const key = says === 'own' ? word : says
      const doubled = /[^aeiou][aeiou][bdgmnpt]$/.test(word) ? `${word}${word.at(-1)}` : stem
      return [
        [`${doubled}er`, `${key} er`],
        [`${doubled}est`, `${key} est`],
      ] satisfies [string, string][]
    }),
  )
}

/** Signs that every language shares. */
const signs: readonly WordList[] = [
  ['unit', 'percent', '% ٪ ﹪ ％'],
  ['unit', 'per mille', '‰'],
  ['unit', 'degree', '°'],
  ['unit', 'celsius', '° c ℃', 'after number'],
  ['unit', 'celsius', '°_c ℃'],
  ['unit', 'fahrenheit', '°_f ℉'],
  ['unit', 'dollar', '$ us_$ $_us ＄'],
  ['unit', 'aud', 'a_$ au_$'],
  ['unit', 'cad', 'c_$ ca_$ can_$'],
  ['unit', 'nzd', 'nz_$'],
  ['unit', 'hkd', 'hk_$'],
  ['unit', 'sgd', 's_$ sg_$'],
  ['unit', 'twd', 'nt_$'],
  ['unit', 'brl', 'r_$'],
  ['unit', 'euro', '€ eur'],
  ['unit', 'pound', '£ gbp ￡'],
  ['unit', 'yen', '¥ ￥'],
  ['unit', 'rupee', '₹'],
  ['unit', 'ruble', '₽'],
  ['unit', 'shekel', '₪'],
  ['unit', 'won', '₩'],
  ['unit', 'lira', '₺'],
  ['unit', 'hryvnia', '₴'],
  ['unit', 'naira', '₦'],
  ['unit', 'cent', '¢'],
  ['unit', 'dollar', 'usd'],
  ['unit', 'aud', 'aud'],
  ['unit', 'cad', 'cad'],
  ['unit', 'yen', 'jpy'],
  ['unit', 'yuan', 'cny rmb'],
  ['unit', 'franc', 'chf'],
  ['unit', 'rupee', 'inr'],
  ['unit', 'ruble', 'rub'],
  ['unit', 'km/h', 'km/h kmh kph', 'after number'],
  ['unit', 'mph', 'mph', 'after number'],
  ['unit', 'km', 'km км', 'after number'],
  ['unit', 'm', 'm м', 'after number'],
  ['unit', 'cm', 'cm см', 'after number'],
  ['unit', 'mm', 'mm мм', 'after number'],
  ['unit', 'm2', 'm_² m2 sqm sq_m', 'after number'],
  ['unit', 'km2', 'km_² km2', 'after number'],
  ['unit', 'm3', 'm_³ m3', 'after number'],
  ['unit', 'kg', 'kg кг', 'after number'],
  ['unit', 'g', 'g г', 'after number'],
  ['unit', 'mg', 'mg мг', 'after number'],
  ['unit', 'µg', 'µg μg mcg', 'after number'],
  ['unit', 't', 't т', 'after number'],
  ['unit', 'l', 'l л', 'after number'],
  ['unit', 'ml', 'ml мл', 'after number'],
  ['unit', 'ha', 'ha га', 'after number'],
  ['unit', 'w', 'w', 'after number'],
  ['unit', 'kw', 'kw', 'after number'],
  ['unit', 'mw', 'mw', 'after number'],
  ['unit', 'gw', 'gw', 'after number'],
  ['unit', 'tw', 'tw', 'after number'],
  ['unit', 'kwh', 'kwh', 'after number'],
  ['unit', 'mwh', 'mwh', 'after number'],
  ['unit', 'gwh', 'gwh', 'after number'],
  ['unit', 'twh', 'twh', 'after number'],
  ['unit', 'kb', 'kb', 'after number'],
  ['unit', 'mb', 'mb', 'after number'],
  ['unit', 'gb', 'gb', 'after number'],
  ['unit', 'tb', 'tb', 'after number'],
  ['unit', 'hz', 'hz', 'after number'],
  ['unit', 'khz', 'khz', 'after number'],
  ['unit', 'mhz', 'mhz', 'after number'],
  ['unit', 'ghz', 'ghz', 'after number'],
  ['comparison', 'above', '>', 'before number'],
  ['comparison', 'below', '<', 'before number'],
  ['quantifier', 'at least', '≥ ⩾ >_=', 'before number'],
  ['quantifier', 'at least', '+', 'after number'],
  ['quantifier', 'at most', '≤ ⩽ <_=', 'before number'],
  ['quantifier', 'about', '~ ≈ ∼', 'before number'],
  ['number', 'give or take', '±'],
  ['modality', 'question', '? ？ ؟'],
]
