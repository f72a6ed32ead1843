import { z } from 'zod'

/** Languages written from right to left, by their BCP 47 primary subtag. */
const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'ug',
  'ur',
  'uz',
  'yi',
])

export type Direction = 'ltr' | 'rtl'

/** The base direction of a text in `language`. A single block may differ: see `dir="auto"`. */
export function directionOf(language: string): Direction {
  const locale = new Intl.Locale(language)
  if (locale.script) return ['Arab', 'Hebr', 'Thaa', 'Syrc'].includes(locale.script) ? 'rtl' : 'ltr'
  return rightToLeft.has(locale.language) ? 'rtl' : 'ltr'
}

/** A well-formed BCP 47 tag, brought to its canonical case. */
export const languageTag = z
  .string()
  .trim()
  .min(1, 'Choose the language of the article.')
  .transform((tag, context) => {
    try {
      return new Intl.Locale(tag).toString()
    } catch {
      context.addIssue({
        code: 'custom',
        message: `“${tag}” is no language tag. Write en, pt-BR or the like.`,
      })
      return z.NEVER
    }
  })

/** What the picker offers first; any other tag can be typed. */
export const commonLanguages = [
  'en',
  'af',
  'am',
  'ar',
  'az',
  'be',
  'bg',
  'bn',
  'ca',
  'cs',
  'da',
  'de',
  'el',
  'es',
  'et',
  'fa',
  'fi',
  'fr',
  'gu',
  'he',
  'hi',
  'hr',
  'hu',
  'hy',
  'id',
  'it',
  'ja',
  'ka',
  'kk',
  'km',
  'kn',
  'ko',
  'lt',
  'lv',
  'mk',
  'ml',
  'ms',
  'my',
  'ne',
  'nl',
  'no',
  'pa',
  'pl',
  'pt',
  'ro',
  'ru',
  'si',
  'sk',
  'sl',
  'sq',
  'sr',
  'sv',
  'sw',
  'ta',
  'te',
  'th',
  'tl',
  'tr',
  'uk',
  'ur',
  'uz',
  'vi',
  'zh',
] as const

/** The name of a language in English: "en" → "English". */
export function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag
}
