import { type Direction, directionOf, languageTag } from '@/lib/domain/languages'

/**
 * How a text is written: as its language is, and while that is not known or half typed, as its first
 * letter is. The attribute `dir="auto"` would do the same, but takes a browser seconds on a long text.
 */
export function directionFor(tag: string, text: string): Direction {
  return directionIn(tag) ?? (rightToLeft.test(firstLetterOf(text)) ? 'rtl' : 'ltr')
}

/** The direction of a language, or null where the tag is none. */
export function directionIn(tag: string): Direction | null {
  const parsed = languageTag.safeParse(tag)
  return parsed.success ? directionOf(parsed.data) : null
}

const rightToLeft =
  /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u

function firstLetterOf(text: string): string {
  return /\p{L}/u.exec(text.slice(0, 1000))?.[0] ?? ''
}
