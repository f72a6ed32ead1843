import type { Block } from '@/lib/domain/articles'
import type { DocumentNode } from '@/lib/domain/rich-text'

/**
 * The document of an article from recognised blocks. Items in a row become one list; a quote takes
 * the attribution that follows it; an attribution without a quote is a paragraph.
 */
export function documentFromBlocks(blocks: readonly Block[]): DocumentNode {
  const content: DocumentNode[] = []
  for (const { kind, text } of blocks) {
    const last = content.at(-1)
    if (kind === 'item' && last?.type === 'bulletList') last.content?.push(listItem(text))
    else if (
      kind === 'attribution' &&
      last?.type === 'blockquote' &&
      last.content?.at(-1)?.type === 'paragraph'
    )
      last.content.push(textBlock('attribution', text))
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
      return { type: 'bulletList', content: [listItem(text)] }
    case 'paragraph':
    case 'attribution':
      return textBlock('paragraph', text)
  }
}

const listItem = (text: string): DocumentNode => ({
  type: 'listItem',
  content: [textBlock('paragraph', text)],
})

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
