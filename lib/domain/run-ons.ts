import type { Block } from '@/lib/domain/articles'

/** Longer than any headline: a passage that runs so far and then stops has something at its end. */
const shortestRunOn = 100

/** Whether a text ends as a sentence does, closing quotes and brackets aside. */
export function isClosed(text: string): boolean {
  return /[.!?…:;,。！？：；，、؟؛،۔।॥։]["”’»›“」』)\]]*$/u.test(text.slice(-6))
}

/**
 * What to do about paragraphs that may be a quote with its speaker run on, as pull quotes often come; null
 * where there are none. It is said and not done, for where the quote ends is a guess. Only where lines and
 * paragraphs end may be set: readers are told that the words are as they were published.
 */
export function adviceOnRunOns(blocks: readonly Block[], isSpaced: boolean): string | null {
  const endings = blocks
    .filter(({ kind, text }) => kind === 'paragraph' && text.length > shortestRunOn)
    .filter(({ text }) => !isClosed(text) && /\p{L}$/u.test(text.slice(-2)))
    .map(({ text }) => `“…${lastWords(text)}”`)
  if (endings.length === 0) return null
  const shown = new Intl.ListFormat('en').format(endings.slice(0, 3))
  const which = endings.length === 1 ? 'One paragraph ends' : `${endings.length} paragraphs end`
  const apart = isSpaced ? 'put an empty line before the speaker' : 'begin a line with the speaker'
  return `${which} without closing punctuation (${shown}). If it is a quote with its speaker run on, ${apart}, leave every word as it is, and choose “Quote” and “Who is quoted”.`
}

/** The last four words; of a long word without spaces, the last 40 characters. */
function lastWords(text: string): string {
  return text.slice(-80).split(/\s+/).slice(-4).join(' ').slice(-40)
}
