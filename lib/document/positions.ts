import type { Node } from '@tiptap/pm/model'

/** Stands for a leaf that has no text (a picture, say): U+FFFC OBJECT REPLACEMENT CHARACTER. */
const leafPlaceholder = '\uFFFC'

/** A paragraph, heading or other block of inline content, where it lies in the text and in the document. */
interface TextBlock {
  /** Offset of its first character in the plain text, in UTF-16 code units. */
  start: number
  /** Offset after its last character. */
  end: number
  /** ProseMirror position of its first character. */
  from: number
}

/** A stretch of one block, in ProseMirror positions. */
export interface TextRange {
  block: number
  from: number
  to: number
}

/**
 * A document's plain text, and the way between its offsets and ProseMirror's positions. Blocks are
 * apart by "\n", a hard break is "\n" too, any other leaf one placeholder; so inside a block one
 * character is one position, and a block is found by halving.
 */
export class DocumentText {
  readonly text: string
  readonly #blocks: readonly TextBlock[]

  constructor(document: Node) {
    const parts: string[] = []
    const blocks: TextBlock[] = []
    let start = 0
    document.descendants((node, position) => {
      if (!node.isTextblock) return true
      const text = node.textBetween(0, node.content.size, undefined, leafText)
      parts.push(text)
      blocks.push({ start, end: start + text.length, from: position + 1 })
      start += text.length + 1
      return false
    })
    this.text = parts.join('\n')
    this.#blocks = blocks
  }

  /** The position before the character at `offset`; the end of the text is a position too. */
  positionAt(offset: number): number {
    const block = this.#blocks[this.#last(each => each.start <= offset)]
    if (!block || offset < 0 || offset > this.text.length)
      throw new RangeError(`Offset ${offset} is outside the text (0 to ${this.text.length}).`)
    return block.from + (offset - block.start)
  }

  /**
   * The offset at `position`. Between two blocks it is the end of the one before, or with `side` 1
   * the start of the one after.
   */
  offsetAt(position: number, side: -1 | 1 = -1): number {
    const index = this.#last(each => each.from <= position)
    const block = this.#blocks[index]
    if (!block) return 0
    const offset = block.start + (position - block.from)
    if (offset <= block.end) return offset
    const next = this.#blocks[index + 1]
    return side === 1 && next ? next.start : block.end
  }

  /** The block in which an offset lies, counted from 0, and which share of its characters is before it (0 to 1). */
  blockAt(offset: number): { block: number; share: number } {
    const index = Math.max(
      0,
      this.#last(each => each.start <= offset),
    )
    const { start = 0, end = 0 } = this.#blocks[index] ?? {}
    return { block: index, share: Math.min(1, Math.max(0, (offset - start) / (end - start || 1))) }
  }

  /**
   * The parts of a span block by block, as positions; blocks in which it has no character are left
   * out. `block` counts the document's blocks from 0.
   */
  rangesOf({ start, end }: { start: number; end: number }): TextRange[] {
    const ranges: TextRange[] = []
    const first = Math.max(
      0,
      this.#last(each => each.start <= start),
    )
    for (let index = first; index < this.#blocks.length; index++) {
      const block = this.#blocks[index]
      if (!block || block.start >= end) break
      const from = block.from + Math.max(start, block.start) - block.start
      const to = block.from + Math.min(end, block.end) - block.start
      if (from < to) ranges.push({ block: index, from, to })
    }
    return ranges
  }

  /** Index of the last block for which `holds`, or -1; `holds` is true up to some block and false after. */
  #last(holds: (block: TextBlock) => boolean): number {
    let low = -1
    let high = this.#blocks.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      const block = this.#blocks[middle]
      if (block && holds(block)) low = middle
      else high = middle
    }
    return low
  }
}

/** Made once for each document, which never changes: an article's events ask for its text many times over. */
const known = new WeakMap<Node, DocumentText>()

/** The plain text of a document with its positions; the same object for the same document. */
export function documentTextOf(document: Node): DocumentText {
  const text = known.get(document) ?? new DocumentText(document)
  known.set(document, text)
  return text
}

/** How many paragraphs, headings and other blocks of text a document has, empty ones too. */
export function countBlocks(document: Node): number {
  let count = 0
  document.descendants(node => {
    if (node.isTextblock) count++
    return !node.isTextblock
  })
  return count
}

/** The plain text of a document: what anchors, hashes and search refer to. */
export function textOf(document: Node): string {
  return documentTextOf(document).text
}

function leafText(leaf: Node): string {
  return leaf.type.name === 'hardBreak' ? '\n' : leafPlaceholder
}
