import { listMarkerOf, withoutDash } from '@/lib/document/markers'
import type { Block } from '@/lib/domain/articles'
import type { DocumentNode } from '@/lib/domain/rich-text'

/**
 * The document of an article from recognised blocks. Items in a row become one list, numbered where
 * their numbers follow one another; a quote takes the attribution that follows it; an attribution
 * without a quote is a paragraph. The marks of items and the dash before a speaker's name go: the
 * look draws them again.
 */
export function documentFromBlocks(blocks: readonly Block[]): DocumentNode {
  const content: DocumentNode[] = []
  for (const { kind, text } of blocks) {
    const last = content.at(-1)
    if (kind === 'item' && last && continuesList(last, text)) last.content?.push(listItem(text))
    else if (
      kind === 'attribution' &&
      last?.type === 'blockquote' &&
      last.content?.at(-1)?.type === 'paragraph'
    )
      last.content.push(textBlock('attribution', withoutDash(text)))
    else content.push(nodeFor(kind, text))
  }
  return { type: 'doc', content }
}

function nodeFor(kind: Block['kind'], text: string): DocumentNode {
  switch (kind) {
    case 'heading':
      return { ...textBlock('heading', text), attrs: { level: 2 } }
    case 'quote':
      return { type: 'blockquote', content: [textBlock('paragraph', text)] }
    case 'item':
      return list(text)
    case 'paragraph':
    case 'attribution':
      return textBlock('paragraph', text)
  }
}

function list(first: string): DocumentNode {
  const start = listMarkerOf(first)?.number ?? null
  const content = [listItem(first)]
  return start === null
    ? { type: 'bulletList', content }
    : { type: 'orderedList', attrs: { start }, content }
}

function continuesList({ type, attrs, content = [] }: DocumentNode, text: string): boolean {
  const number = listMarkerOf(text)?.number ?? null
  if (number === null) return type === 'bulletList'
  return type === 'orderedList' && number === Number(attrs?.start) + content.length
}

function listItem(text: string): DocumentNode {
  const words = text.slice(listMarkerOf(text)?.length ?? 0)
  return { type: 'listItem', content: [textBlock('paragraph', words)] }
}

/** Line breaks inside a block stay, as hard breaks. */
function textBlock(type: string, text: string): DocumentNode {
  const content = text
    .split('\n')
    .flatMap((line, index): DocumentNode[] => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line ? [{ type: 'text', text: line }] : []),
    ])
  return { type, content }
}
