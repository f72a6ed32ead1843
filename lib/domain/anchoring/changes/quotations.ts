import type { ChangeToken } from '@/lib/domain/anchoring/changes/tokens'

/**
 * The quotation marks of a text, each by the word that stands inside it. An apostrophe is none: a
 * single mark counts only where one opens before a word and another closes after one.
 */
export function findQuotationMarks(tokens: readonly ChangeToken[]): { at: number; word: string }[] {
  const marks: { at: number; word: string }[] = []
  let open = -1
  let doubles = 0
  tokens.forEach((token, at) => {
    const kind = token.kind === 'mark' ? (pairs[token.text] ?? null) : null
    if (kind === 'double') marks.push({ at, word: wordInside(tokens, at, doubles++ % 2 === 1) })
    if (kind === 'open' || kind === 'close')
      marks.push({ at, word: wordInside(tokens, at, kind === 'close') })
    if (kind !== 'single') return
    const opens = !token.isGlued && tokens[at + 1]?.isGlued
    if (opens) open = at
    else if (open >= 0 && token.isGlued) {
      marks.push(
        { at: open, word: tokens[open + 1]?.key ?? '' },
        { at, word: tokens[at - 1]?.key ?? '' },
      )
      open = -1
    }
  })
  return marks
}

const pairs: Record<string, 'double' | 'single' | 'open' | 'close'> = {
  '"': 'double',
  '„': 'double',
  '「': 'open',
  '『': 'open',
  '」': 'close',
  '』': 'close',
  "'": 'single',
}

/** Where spaces do not tell whether a mark opens or closes, every second one closes. */
function wordInside(tokens: readonly ChangeToken[], at: number, isSecond: boolean): string {
  const before = tokens[at]?.isGlued ?? false
  const after = tokens[at + 1]?.isGlued ?? false
  const closes = before === after ? isSecond : before
  return (closes ? tokens[at - 1]?.key : tokens[at + 1]?.key) ?? ''
}
