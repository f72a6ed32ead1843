import type { Block, BlockKind } from '@/lib/domain/articles'
import type { DocumentNode } from '@/lib/domain/rich-text'

/** What kind of block each wording was in the revision before, by its words. */
export type KnownKinds = Record<string, BlockKind>

/** 300 characters: a longer block that is no quote is never taken for anything but a paragraph. */
const longestShort = 300

/** The kinds of a document's blocks: what a person corrected once is not to be corrected again. */
export function kindsOf(document: DocumentNode): KnownKinds {
  const kinds: KnownKinds = {}
  for (const node of document.content ?? []) addKinds(kinds, node, 'paragraph')
  return kinds
}

function addKinds(kinds: KnownKinds, node: DocumentNode, around: BlockKind): void {
  if (node.type === 'blockquote' || node.type === 'listItem') {
    const inside = node.type === 'blockquote' ? 'quote' : 'item'
    for (const child of node.content ?? []) addKinds(kinds, child, inside)
  } else if (node.type === 'bulletList' || node.type === 'orderedList') {
    for (const child of node.content ?? []) addKinds(kinds, child, around)
  } else {
    const kind = node.type === 'heading' || node.type === 'attribution' ? node.type : around
    const text = wordsIn(node)
    if (text && (kind !== 'paragraph' || text.length <= longestShort)) kinds[text] = kind
  }
}

function wordsIn(node: DocumentNode): string {
  return (node.content ?? [])
    .map(child => (child.type === 'hardBreak' ? '\n' : (child.text ?? '')))
    .join('')
}

/** Recognised blocks, each of the kind it had before where its words are the same. */
export function withKnownKinds(blocks: readonly Block[], known: KnownKinds): Block[] {
  return blocks.map(block => {
    const kind = Object.hasOwn(known, block.text) ? known[block.text] : undefined
    return kind ? { ...block, kind } : block
  })
}
