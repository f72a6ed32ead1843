import type { Node } from '@tiptap/pm/model'
import { DocumentText } from '@/lib/document/positions'

/** A part of an article: what stands under one heading, or a stretch of an article without headings. */
export interface Part {
  /** The heading, or the first words of the stretch; "" for what stands before the first heading. */
  title: string
  /** 2 to 4, as the heading; 2 for a stretch. */
  level: number
  /** UTF-16 offset in the plain text at which it begins; it ends where the next one does. */
  start: number
  /** Index among the children of the document. */
  block: number
  /** The number of its first paragraph, as it stands beside the text; of the last one where none follows. */
  paragraph: number
}

/** 300 words are read in a minute and a half: often enough to find one's way, seldom enough to be a list. */
const wordsInStretch = 300

/** 60 characters are one line of the list. */
const longestTitle = 60

/** The parts of an article in their order; one for a short article without headings, none for an empty one. */
export function outlineOf(doc: Node): Part[] {
  const blocks = blocksOf(doc)
  const first = blocks.find(({ node }) => node.type.name === 'heading')
  return first ? partsByHeading(blocks, first) : partsByLength(blocks)
}

/** Index of the part that the child `block` of the document is in; -1 before the first. */
export function partAt(parts: readonly Part[], block: number): number {
  return parts.findLastIndex(part => part.block <= block)
}

/** How many paragraphs of an article's own (none of a list or quote) there are up to its child `block`, and in all. */
export function countParagraphs(doc: Node, block: number): { at: number; of: number } {
  let [at, of] = [0, 0]
  doc.forEach((child, _position, index) => {
    if (child.type.name !== 'paragraph') return
    of++
    if (index <= block) at++
  })
  return { at: Math.max(at, Math.min(1, of)), of }
}

/** The child of the document that is its paragraph `number`; null where it has not so many. */
export function blockOfParagraph(doc: Node, number: number): number | null {
  let count = 0
  for (let index = 0; index < doc.childCount; index++)
    if (doc.child(index).type.name === 'paragraph' && ++count === number) return index
  return null
}

interface Block {
  node: Node
  index: number
  start: number
  paragraph: number
}

function blocksOf(doc: Node): Block[] {
  const text = new DocumentText(doc)
  const { of } = countParagraphs(doc, 0)
  const blocks: Block[] = []
  let paragraphs = 0
  doc.forEach((node, position, index) => {
    const start = text.offsetAt(position + 1, 1)
    blocks.push({ node, index, start, paragraph: Math.min(paragraphs + 1, of) })
    if (node.type.name === 'paragraph') paragraphs++
  })
  return blocks
}

function partsByHeading(blocks: readonly Block[], first: Block): Part[] {
  const parts = blocks
    .filter(({ node }) => node.type.name === 'heading' && node.textContent.trim() !== '')
    .map(block => partOf(block, block.node.textContent.trim(), Number(block.node.attrs.level)))
  const [opening] = blocks
  return opening && opening !== first ? [partOf(opening, '', 2), ...parts] : parts
}

function partsByLength(blocks: readonly Block[]): Part[] {
  const parts: Part[] = []
  let words = wordsInStretch
  for (const block of blocks) {
    const text = block.node.textContent.trim()
    if (words >= wordsInStretch && text !== '' && block.node.type.name === 'paragraph') {
      parts.push(partOf(block, shorten(text), 2))
      words = 0
    }
    words += text.split(/\s+/).length
  }
  return parts
}

function partOf({ index, start, paragraph }: Block, title: string, level: number): Part {
  return { title, level, start, block: index, paragraph }
}

/** Whole words, as many as one line takes. */
function shorten(text: string): string {
  if (text.length <= longestTitle) return text
  const cut = text.slice(0, longestTitle + 1)
  const words = cut.replace(/\s+\S*$/, '')
  // A script without spaces is cut between characters.
  return `${words === cut ? [...cut].slice(0, -1).join('') : words}…`
}
