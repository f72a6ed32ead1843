import type { EditorView } from '@tiptap/pm/view'
import { documentTextOf } from '@/lib/document/positions'
import { type Highlight, showHighlights } from '@/lib/editor/highlights'
import { whenIdle } from '@/lib/editor/idle'

/** 500: drawn in about a tenth of a second, which is the longest that a page may stand still unnoticed. */
const atOnce = 500

/** A stretch of a list, as indexes. */
interface Part {
  first: number
  end: number
}

/**
 * Draws notes into the text of one view. Where they are thousands, those in sight and the open one come
 * first, and the others from there on outwards when there is time; once all are drawn, every change is
 * drawn at once.
 */
export class PartialDrawing {
  readonly #view: EditorView
  /** What is drawn next; null before the first. */
  #part: Part | null = null
  #isWhole = false
  #cancel = () => {}

  constructor(view: EditorView) {
    this.#view = view
  }

  /** Shows these notes, which are in the order of the text, and no others. */
  show(notes: readonly Highlight[]): void {
    this.#cancel()
    if (this.#view.isDestroyed) return
    if (this.#isWhole || notes.length <= atOnce) {
      // There are none before they have come; of those that are drawn none is taken off again.
      this.#isWhole ||= notes.length > 0
      showHighlights(this.#view, notes)
      return
    }
    const part = this.#part ?? firstPart(notes, offsetInSight(this.#view))
    showHighlights(this.#view, notesIn(notes, part))
    this.#part = grown(part)
    this.#isWhole = part.first <= 0 && part.end >= notes.length
    if (!this.#isWhole) this.#cancel = whenIdle(() => this.show(notes))
  }

  stop(): void {
    this.#cancel()
  }
}

/** The notes from shortly before `offset` on: whoever scrolls back a little finds them drawn, too. */
export function firstPart(notes: readonly Highlight[], offset: number): Part {
  const here = notes.findIndex(({ spans }) => spans.some(({ end }) => end >= offset))
  const first = Math.max(0, (here < 0 ? notes.length : here) - atOnce / 4)
  return { first, end: first + atOnce }
}

/** The notes of a part, and the open one wherever it is: it is scrolled to. */
export function notesIn(notes: readonly Highlight[], { first, end }: Part): Highlight[] {
  return notes.filter(({ isOpen }, index) => isOpen || (index >= first && index < end))
}

function grown({ first, end }: Part): Part {
  return { first: first - atOnce / 2, end: end + (first <= 0 ? atOnce : atOnce / 2) }
}

/** The offset of the first words in the window; 0 where the article begins further down. */
function offsetInSight(view: EditorView): number {
  const { left, top } = view.dom.getBoundingClientRect()
  if (top >= 0) return 0
  const at = view.posAtCoords({ left: left + 1, top: 1 })
  return at ? documentTextOf(view.state.doc).offsetAt(at.pos) : 0
}
