import type { DocumentText } from '@/lib/document/positions'

/** Blocks of text in the order of the document, which is that of DocumentText. */
const blocks = 'p, h2, h3, h4, footer'

/** Where an offset lies: the block, counted from 0, and the share of its characters before it. */
export type TextPlace = ReturnType<DocumentText['blockAt']>

interface BlockBox {
  element: Element
  top: number
  height: number
}

/**
 * Where words are on the page, in CSS pixels from the top of a frame. Paragraphs are measured; inside
 * one the line is estimated, until the words themselves were looked at.
 */
export class TextGeometry {
  #boxes: BlockBox[] = []
  /** First lines that were looked at, from the top of their block. */
  readonly #lines = new Map<string, { block: number; fromTop: number }>()
  #lineHeight = 30

  /** Measures every paragraph of `text` anew. */
  read(text: Element, frame: Element): void {
    const origin = frame.getBoundingClientRect().top
    this.#lineHeight = Number.parseFloat(getComputedStyle(text).lineHeight) || this.#lineHeight
    this.#boxes = Array.from(text.querySelectorAll(blocks), element => {
      const { top, height } = element.getBoundingClientRect()
      return { element, top: top - origin, height }
    })
  }

  /** Forgets what was looked at: the lines are broken otherwise now. */
  forget(): void {
    this.#lines.clear()
  }

  /** Looks where exactly the first words of a note begin, or where they were. */
  look(id: string, { block }: TextPlace): void {
    const box = this.#boxes[block]
    const name = CSS.escape(id)
    const words = box?.element.querySelector(
      `mark[data-note="${name}"]:not(.candidate), .gap[data-ref="${name}"]`,
    )
    const line = words?.getClientRects()[0]
    if (!box || !line) return
    this.#lines.set(id, { block, fromTop: line.top - box.element.getBoundingClientRect().top })
  }

  /** The top of the line on which a note's first words begin; undefined where nothing was measured. */
  lineOf(id: string, { block, share }: TextPlace): number | undefined {
    const box = this.#boxes[block]
    if (!box) return undefined
    const looked = this.#lines.get(id)
    if (looked?.block === block) return box.top + looked.fromTop
    const lines = Math.max(1, Math.round(box.height / this.#lineHeight))
    return box.top + Math.min(lines - 1, Math.floor(share * lines)) * this.#lineHeight
  }
}
