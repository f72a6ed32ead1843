import type { Block, BlockKind } from '@/lib/domain/articles'

/** Kinds that a person chose, by the block's words and which occurrence of them it is. */
export type KindChoices = Record<string, BlockKind>

/** The recognised blocks with the choices made for them; a choice for words that are gone does nothing. */
export function withChoices(blocks: readonly Block[], choices: KindChoices): Block[] {
  const keys = choiceKeys(blocks)
  return blocks.map((block, index) => {
    const kind = choices[keys[index] ?? '']
    return kind ? { ...block, kind } : block
  })
}

/** What each block's choice is kept under: the same through every edit that leaves its words alone. */
export function choiceKeys(blocks: readonly Block[]): string[] {
  const seen = new Map<string, number>()
  return blocks.map(({ text }) => {
    const occurrence = seen.get(text) ?? 0
    seen.set(text, occurrence + 1)
    return `${occurrence}:${text}`
  })
}

/** How many of each kind there are, in words: "9 paragraphs, 4 sub-headings". */
export function countsInWords(blocks: readonly Block[]): string {
  const counts = new Map<BlockKind, number>()
  for (const { kind } of blocks) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
    .map(([kind, count]) => `${count} ${plurals[kind][count === 1 ? 0 : 1]}`)
    .join(', ')
}

const plurals: Record<BlockKind, readonly [string, string]> = {
  paragraph: ['paragraph', 'paragraphs'],
  heading: ['sub-heading', 'sub-headings'],
  quote: ['quote', 'quotes'],
  attribution: ['speaker', 'speakers'],
  item: ['list item', 'list items'],
}

/** 150 characters: the longest headlines of news agencies. */
const longestHeadline = 150

/**
 * The first line of a text where it looks like a headline: one line, short, without a full stop, and
 * not all there is. Null otherwise.
 */
export function headlineOf(blocks: readonly Block[]): string | null {
  const [first] = blocks
  if (!first || blocks.length < 2 || first.kind !== 'paragraph') return null
  const { text } = first
  if (text.length > longestHeadline || text.includes('\n')) return null
  return /[.…:;,。]["”’»)]?$/.test(text) ? null : text
}

/** A text without its first line that has words. */
export function withoutFirstLine(text: string): string {
  return text.replace(/^\s*[^\n]*\n?\s*/, '')
}
