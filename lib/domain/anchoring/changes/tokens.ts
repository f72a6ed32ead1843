import { foldText } from '@/lib/domain/anchoring/folding'

/** A word, a run of figures or a single mark of a folded text. */
export interface ChangeToken {
  kind: 'word' | 'figures' | 'mark'
  text: string
  /** In lower case: what word lists are asked for. */
  key: string
  /** No white space stands before it. */
  isGlued: boolean
  /** Nothing, a line break or the end of a sentence stands before it. */
  isFirst: boolean
}

/** Cuts a word as it is written into the words that are said: "don't" into "do" and "not". */
export type WordCutter = (word: string) => string[]

/*
 * In this order: letters with dots ("U.S."), figures with separators inside, a character of a script
 * written without spaces, a word with apostrophes inside, and any other character.
 */
const pieces =
  /((?:[\p{Lu}\p{Ll}]\.){2,}[\p{Lu}\p{Ll}]?(?![\p{L}\p{M}]))|(\p{Nd}+(?:[.,'٫٬]\p{Nd}+)*)|([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])|(\p{L}(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])[\p{L}\p{M}\p{Nd}₀-₉]|['"](?=\p{L}))*)|\S/gu

const whiteSpace = /\s/
const lineBreak = /[\n\u2028\u2029]/
const sentenceEnd = /^[.!?…。！？؟:]$/
const opening = /^["'([{¿¡«„-]$/
const closing = /^["')\]}]$/

/** Short for a title: the point after it ends no sentence. */
const titles = /^(?:mrs?|ms|dr|prof|st|gen|sen|rep|gov|lt|col|sgt|no|vs|hr|fr|sr|sra|m|mme)$/

/** The tokens of a text in their order. In time linear in its length, whatever it holds. */
export function readTokens(text: string, cut: WordCutter): ChangeToken[] {
  const folded = foldText(text)
  const tokens: ChangeToken[] = []
  let end = 0
  let isFirst = true
  for (const match of folded.matchAll(pieces)) {
    const [piece, dotted, figures] = match
    const between = folded.slice(end, match.index)
    const isGlued = match.index > 0 && !whiteSpace.test(folded[match.index - 1] ?? ' ')
    end = match.index + piece.length
    isFirst = isFirst || lineBreak.test(between)
    const kind = figures ? 'figures' : /^\p{L}/u.test(piece) ? 'word' : 'mark'
    const written = dotted ? piece.replaceAll('.', '') : raised(piece)
    const said = kind === 'word' && !dotted ? cut(written) : [written]
    said.forEach((text, index) => {
      tokens.push({
        kind,
        text,
        key: text.toLowerCase(),
        isGlued: isGlued || index > 0,
        isFirst: isFirst && index === 0,
      })
    })
    isFirst = staysFirst(tokens, isFirst)
  }
  return tokens
}

/** "CO₂" is "CO2"; what is set above the line is another matter. */
const raised = (word: string) =>
  !/[₀-₉]/.test(word)
    ? word
    : word.replace(/[₀-₉]/g, figure => String(figure.charCodeAt(0) - 0x2080))

/** Whether a sentence begins after the last token. */
function staysFirst(tokens: readonly ChangeToken[], wasFirst: boolean): boolean {
  const last = tokens.at(-1)
  if (last?.kind !== 'mark') return false
  if (opening.test(last.text)) return wasFirst || !last.isGlued
  const before = tokens.at(-2)
  if (last.text === '.' && before && isShortened(before)) return false
  return sentenceEnd.test(last.text) || (closing.test(last.text) && endsSentence(tokens))
}

const isShortened = (token: ChangeToken) => titles.test(token.key) || /^\p{Lu}$/u.test(token.text)

const endsSentence = (tokens: readonly ChangeToken[]) => sentenceEnd.test(tokens.at(-2)?.text ?? '')
