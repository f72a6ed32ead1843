import type { Span } from '@/lib/domain/anchoring/anchors'

/** Ranges of the page from offsets of the text, in which each block ends with a line break. */
export class TextOffsets {
  readonly #nodes: { node: Text; start: number }[] = []

  constructor(root: HTMLElement) {
    let start = 0
    for (const block of root.children) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const node = walker.currentNode as Text
        this.#nodes.push({ node, start })
        start += node.length
      }
      start += 1
    }
  }

  rangeOf({ start, end }: Span): Range {
    const [first, last] = [this.#at(start, false), this.#at(end, true)]
    const range = document.createRange()
    range.setStart(first.node, start - first.start)
    range.setEnd(last.node, end - last.start)
    return range
  }

  /** The text node an offset lies in; `isEnd`: the one that ends there rather than the one that begins. */
  #at(offset: number, isEnd: boolean): { node: Text; start: number } {
    let [low, high] = [0, this.#nodes.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      const start = this.#nodes[middle]?.start ?? 0
      if (isEnd ? start < offset : start <= offset) low = middle
      else high = middle
    }
    const found = this.#nodes[low]
    if (!found) throw new RangeError(`There is no text at ${offset}.`)
    return found
  }
}
