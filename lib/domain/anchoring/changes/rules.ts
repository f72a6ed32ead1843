import type { WordCutter } from '@/lib/domain/anchoring/changes/tokens'
import type { ChangeReason } from '@/lib/domain/anchoring/changes/words'

/**
 * Where a word has to stand to say what the list means: "about" before a number is "nearly". `level`:
 * before a number and not between two, "rose to 5" but not "5 to 10". `after name`:
 * after two Han characters.
 */
export type WordPlace =
  | 'anywhere'
  | 'before number'
  | 'after number'
  | 'before date'
  | 'level'
  | 'after name'

/**
 * Words that say the same for the reader of a note: one may stand for another and nothing changed.
 * Separated by spaces; `_` joins the words of a phrase, `*` stands for any ending.
 */
export type WordList = readonly [
  reason: ChangeReason,
  says: string,
  words: string,
  place?: WordPlace,
]

/** How figures are written. `spaces`: an ordinary space may stand between thousands. */
export interface FigureFormat {
  decimal: '.' | ','
  group: '.' | ',' | "'" | ''
  spaces: boolean
}

/**
 * What the classifier knows of a language. All is optional but how figures are written (null where
 * that is not known) and how names are told.
 */
export interface LanguageRules {
  figures: FigureFormat | null
  /**
   * `capitals`: a capital inside a sentence makes a name. `pairs`: nouns have capitals too, so it takes
   * two in a row or capitals only. `none`: the script has no capitals.
   */
  names: 'capitals' | 'pairs' | 'none'
  words?: readonly WordList[]
  /** Phrases whose words do not say here what they say elsewhere: "not least", "at first". */
  idioms?: string
  /** Number words and what they are worth; a hundred or more multiplies what stands before it. */
  numbers?: Readonly<Record<number, string>>
  ordinals?: Readonly<Record<number, string>>
  /** Endings of ordinals in figures: "3rd". */
  ordinalEndings?: RegExp
  /** Powers of ten in letters, only after figures: "5bn". */
  shortScales?: Readonly<Record<number, string>>
  /** Words inside a number: "one hundred and two". */
  numberJoiners?: string
  /** Tenths of a whole, as Japanese and Chinese count them: three of them are 30 percent. */
  tenths?: string
  /** Tens that may follow their units. */
  unitsFirst?: RegExp
  /** Words for a minus. */
  minus?: string
  /** The value of a number written as one word, or null. */
  compound?: (word: string) => number | null
  /** Twelve, each with the ways it is written. */
  months?: readonly string[]
  /** Of those, which are a month only with a capital and beside a number or after `datePrepositions`. */
  doubtfulMonths?: string
  datePrepositions?: string
  /** Between the parts of a date: "3rd of June". */
  dateJoiners?: string
  /** Dates in figures: which part comes first. `null`: it depends on the country. */
  dateOrder?: 'dmy' | 'ymd' | null
  /** Half of the day after a time: "5 p.m.". */
  morning?: string
  afternoon?: string
  /** Words without meaning of their own, never what a negation is about. */
  small?: string
  /**
   * Opposites, a list for each pole. One of them may come or go as any word may; it matters where one
   * takes the place of the other.
   */
  opposites?: readonly (readonly string[])[]
  /** Han characters that follow a name, so that the two before them are of one: "県", "总统". */
  afterNames?: string
  /** What follows the one a sentence is about, where the verb stands far from it. */
  topicMarks?: string
  /** Titles by what they tell of a person. */
  titles?: Readonly<Record<'woman' | 'man', string>>
  /** Signs of a name at the end of a word with a capital: "Belarusian". */
  properEndings?: RegExp
  /** First words of phrases after which the one who says it stands: "according to". */
  speakerAfter?: string
  /** Words that often begin a sentence, and nouns that some write with a capital: no names by that. */
  starters?: string
  styled?: string
  /** Words that are another word without their capital: "Polish". */
  namesByCase?: string
  /** Endings that no name has. */
  commonEndings?: RegExp
  /** Inflection of names that changes nothing. */
  nameEndings?: RegExp
  /** Other names of a region, by its code. */
  regions?: Readonly<Record<string, string>>
  /** Adjectives that compare by ending, by what their comparatives say. */
  gradable?: Readonly<Record<string, string>>
  /** A word with a negating prefix, and without it. */
  negated?: RegExp
  cut?: WordCutter
  /** Ways to look a word up beside its own: without an article or a preposition written with it. */
  bare?: (key: string) => string[]
}
