import type { Span } from '@/lib/domain/anchoring/anchors'
import type { DocumentNode } from '@/lib/domain/rich-text'

/** A quote that names its speaker under it, both as offsets in the plain text of the document. */
export interface AttributedQuote {
  quote: Span
  line: Span
}

/**
 * The quotes of an article that have a line for who is quoted. Counts as `DocumentText` does: blocks
 * apart by one character, every leaf without text one.
 */
export function attributedQuotes(document: DocumentNode): AttributedQuote[] {
  const found: AttributedQuote[] = []
  let offset = 0
  const walk = (node: DocumentNode) => {
    if (isTextBlock(node)) {
      offset += lengthOf(node) + 1
      return
    }
    const start = offset
    for (const child of node.content ?? []) walk(child)
    const last = node.content?.at(-1)
    if (node.type !== 'blockquote' || last?.type !== 'attribution') return
    const from = offset - 1 - lengthOf(last)
    found.push({ quote: { start, end: from - 1 }, line: { start: from, end: offset - 1 } })
  }
  walk(document)
  return found
}

/** The line that names the speaker of the words at `span`, if they stand in a quote that has one. */
export function attributionOf(quotes: readonly AttributedQuote[], span: Span): Span | null {
  return (
    quotes.find(({ quote }) => quote.start <= span.start && span.start < quote.end)?.line ?? null
  )
}

function isTextBlock({ type }: DocumentNode): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'attribution'
}

function lengthOf({ content = [] }: DocumentNode): number {
  return content.reduce((sum, { text }) => sum + (text?.length ?? 1), 0)
}
