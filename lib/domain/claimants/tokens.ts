import type { Span } from '@/lib/domain/anchoring/anchors'

/** A word or a mark of punctuation, where it stands in the text (UTF-16 offsets). */
export interface Token extends Span {
  text: string
  lower: string
  isWord: boolean
  /** Begins with a capital letter. */
  isCapital: boolean
}

/** A word with its inner apostrophes, hyphens and points, or one mark; an initial keeps its point. */
const parts =
  /\p{Lu}\.(?=\s?\p{Lu}|\s(?:\p{Ll}+\s){1,2}\p{Lu})|[\p{L}\p{M}\p{N}]+(?:[’'.&-][\p{L}\p{M}\p{N}]+)*|\S/gu

/**
 * The words and marks of a span. Square brackets are an editor's and are left out, so that a name in
 * them stands as any other; the point after one of `titles` ("Mr.") belongs to it and is left out too.
 */
export function tokensIn(text: string, span: Span, titles: ReadonlySet<string>): Token[] {
  const tokens: Token[] = []
  for (const { 0: part, index } of text.slice(span.start, span.end).matchAll(parts)) {
    if (part === '[' || part === ']') continue
    const before = tokens.at(-1)
    if (part === '.' && before && titles.has(before.lower)) continue
    const start = span.start + index
    tokens.push({
      text: part,
      lower: part.toLowerCase(),
      start,
      end: start + part.length,
      isWord: /[\p{L}\p{N}]/u.test(part),
      isCapital: /^\p{Lu}/u.test(part),
    })
  }
  return tokens
}

/** The span from the first to the last of some tokens; null of none. */
export function spanOf(tokens: readonly Token[]): Span | null {
  const [first, last] = [tokens[0], tokens.at(-1)]
  return first && last ? { start: first.start, end: last.end } : null
}
