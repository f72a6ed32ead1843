import { english } from '@/lib/domain/claimants/english'
import { german } from '@/lib/domain/claimants/german'
import { russian } from '@/lib/domain/claimants/russian'

/** The words by which a language says who said something; all in lower case. Another language is another table. */
export interface SpeechWords {
  /** Forms of verbs of saying, with their speaker before or after them. */
  verbs: ReadonlySet<string>
  /** Words that do so only with the speaker after them, and after a comma or quote: German "so". */
  tailVerbs: ReadonlySet<string>
  /** What a speaker follows: "according to", word by word. */
  accordingTo: readonly (readonly string[])[]
  /** For somebody named before. */
  pronouns: ReadonlySet<string>
  determiners: ReadonlySet<string>
  /** Between an office and what it is an office of. */
  connectors: ReadonlySet<string>
  /** Small words inside a name: "van der". */
  particles: ReadonlySet<string>
  /** Forms of address, which are no part of a name. */
  titles: ReadonlySet<string>
  /** Offices, trades and bodies: what a role ends with, and what "the …" may speak as. */
  isRole: (word: string) => boolean
  /** Of these, words for just anyone: "the diplomat". */
  anyone: ReadonlySet<string>
  /** What may stand between speaker and verb. */
  isBetween: (word: string) => boolean
  /** Verbs that name whom it was said to: "told reporters". */
  tells: ReadonlySet<string>
  /** Before a verb form these make it somebody else's saying: "was told", "to say". */
  passive: ReadonlySet<string>
  and: ReadonlySet<string>
  that: ReadonlySet<string>
  /** Words that no speaker's name or role has in it. */
  stops: ReadonlySet<string>
  /** Words with a capital only because a sentence begins with them, and days and months. */
  openers: ReadonlySet<string>
  /** Whether every noun has a capital, which is then no sign of a name. */
  nounsAreCapitals: boolean
  /** Whether an office takes what it is of without a word between: "президент России". */
  takesGenitive: boolean
}

const tables: Readonly<Record<string, SpeechWords>> = { en: english, de: german, ru: russian }

/** The words for the language of a BCP 47 tag, or null where nobody has written them down yet. */
export function speechWordsOf(language: string): SpeechWords | null {
  return tables[language.split('-')[0] ?? ''] ?? null
}
