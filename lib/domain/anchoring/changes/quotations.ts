import type { ChangeToken } from '@/lib/domain/anchoring/changes/tokens'

/**
 * The quotation marks of a text, each by the word that stands inside it. An apostrophe is none: a
 * single mark counts only where one opens before a word and another closes after one.
 */
export function findQuotationMarks(tokens: readonly ChangeToken[]): { at: number; word: string }[] {
  const marks: { at: number; word: string }[] = []
  let open = -1
  tokens.forEach((token, at) => {
    const kind = token.kind === 'mark' ? (pairs[token.text] ?? null) : null
    if (kind === 'double') marks.push({ at, word: wordInside(tokens, at) })
    if (kind === 'open' || kind === 'close') marks.push({ at, word: wordInside(tokens, at) })
    if (kind !== 'single') return
    const opens = !token.isGlued && tokens[at + 1]?.isGlued
    if (opens) open = at
    else if (open >= 0 && token.isGlued) {
      marks.push(
        { at: open, word: wordInside(tokens, open) },
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

function wordInside(tokens: readonly ChangeToken[], at: number): string {
  const [mark, next] = [tokens[at], tokens[at + 1]]
  const closes = mark?.text === '」' || mark?.text === '』' || (mark?.isGlued && !next?.isGlued)
  return (closes ? tokens[at - 1]?.key : next?.key) ?? ''
}
