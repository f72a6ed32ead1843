import { z } from 'zod'

/**
 * A lone surrogate: half of a character that needs two UTF-16 code units. It has no place in
 * UTF-8, so a text that holds one can be neither stored nor hashed.
 */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** What keeps a text from being stored as it stands, or null. PostgreSQL holds no zero byte. */
export function findUnstorable(text: string): 'zero_byte' | 'lone_surrogate' | null {
  if (text.includes('\u0000')) return 'zero_byte'
  if (loneSurrogate.test(text)) return 'lone_surrogate'
  return null
}

/** Words for {@link findUnstorable}, for the person who pasted it. */
export const unstorableWords = {
  zero_byte: 'This text holds a zero byte, which no article has. It may be a file of another kind.',
  lone_surrogate:
    'This text holds half of a character (a lone surrogate). Copy it again from the original.',
} as const satisfies Record<'zero_byte' | 'lone_surrogate', string>

/** A text of at most `max` UTF-16 code units that can be stored and hashed. */
export function storableText(max: number) {
  return z
    .string()
    .max(max, { error: () => `Keep this to ${max.toLocaleString('en')} characters.` })
    .superRefine((text, context) => {
      const fault = findUnstorable(text)
      if (fault) context.addIssue({ code: 'custom', message: unstorableWords[fault] })
    })
}

/** One line: no line breaks, no space at the ends. */
export function oneLine(max: number) {
  return storableText(max).transform(text => text.replace(/\s+/g, ' ').trim())
}

/** Words in quotation marks; those that stand in a pair of their own, and nothing else, get no second one. */
export function inQuotes(words: string): string {
  return isInQuotes(words) ? words : `“${words}”`
}

/** Whether words stand in one pair of quotation marks of their own. */
export function isInQuotes(words: string): boolean {
  return /^(?:“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|"[^"]*")$/u.test(words.trim())
}

/** How many words a text has, as a person counts them: runs without white space that hold a letter or digit. */
export function countWordsIn(text: string): number {
  const runs = text.match(/\S+/g) ?? []
  return runs.filter(run => /[\p{L}\p{N}]/u.test(run)).length
}
