import type { EditorView } from '@tiptap/pm/view'
import { documentTextOf } from '@/lib/document/positions'
import { type Highlight, showHighlights } from '@/lib/editor/highlights'
import { whenIdle } from '@/lib/editor/idle'
import { Press } from '@/lib/editor/press'

/** 100: more than stand in a window, so that nobody waits for marks that nobody sees yet. */
const atFirst = 100

/** 200: drawn in some 40 ms, so that a key pressed meanwhile is answered before anybody notices (RAIL: 50 ms). */
const atOnce = 200

/** 200 ms: what somebody has just asked for is seen by then, and the next thing they ask may come first. */
const pause = 200

/** Of notes that stand before what is in sight, one for three that follow: people read on. */
const backward = 3

/**
 * Draws notes into the text of one view. Where they are many, those in sight and the open one come
 * first, and then the others, from what is in sight by that time outwards, when there is time; once all
 * are drawn, every change is drawn at once. Nothing is drawn below a mouse that selects words, and what
 * nobody waits for leaves what somebody does before it.
 */
export class PartialDrawing {
  readonly #view: EditorView
  readonly #press: Press
  /** The notes whose turn has come; a note that is new where others wait waits with them. */
  readonly #begun = new Set<string>()
  #isWhole = false
  /** What is to be shown once the press is over. */
  #waiting: readonly Highlight[] | null = null
  /** When somebody last pressed a key or let go of the mouse: ms since the page was opened. */
  #askedAt = -pause
  #cancel = () => {}

  constructor(view: EditorView) {
    this.#view = view
    this.#press = new Press(view.dom, () => {
      this.#noteAsking()
      if (!this.#waiting) return
      if (this.#isWhole) this.show(this.#waiting)
      else this.#showLater(this.#waiting)
    })
    view.dom.ownerDocument.addEventListener('keydown', this.#noteAsking, true)
  }

  /** Shows these notes, which are in the order of the text, and no others. */
  show(notes: readonly Highlight[]): void {
    this.#cancel()
    if (this.#view.isDestroyed) return
    this.#waiting = this.#press.isHeld ? notes : null
    if (this.#waiting) return
    if (this.#isWhole || notes.length <= atFirst) {
      // There are none before they have come; of those that are drawn none is taken off again.
      this.#isWhole ||= notes.length > 0
      showHighlights(this.#view, notes)
      return
    }
    this.#begin(notes)
    this.#isWhole = notes.every(({ id }) => this.#begun.has(id))
    showHighlights(this.#view, notesAmong(notes, this.#begun))
    if (!this.#isWhole) this.#showLater(notes)
  }

  stop(): void {
    this.#cancel()
    this.#press.stop()
    this.#view.dom.ownerDocument.removeEventListener('keydown', this.#noteAsking, true)
  }

  #showLater(notes: readonly Highlight[]): void {
    // A second press ends before what waited for the first is shown, as in a double click.
    this.#cancel()
    this.#cancel = whenIdle(() => {
      const rest = this.#askedAt + pause - performance.now()
      if (rest <= 0) return this.show(notes)
      const timer = setTimeout(() => this.#showLater(notes), rest)
      this.#cancel = () => clearTimeout(timer)
    })
  }

  readonly #noteAsking = () => {
    this.#askedAt = performance.now()
  }

  /** As many more as there are, up to what is drawn at once. */
  #begin(notes: readonly Highlight[]): void {
    const many = Math.min(atOnce, this.#begun.size || atFirst)
    const waiting = notes.filter(({ id }) => !this.#begun.has(id))
    const next = nearest(waiting, offsetInSight(this.#view), many)
    for (const { id } of next) this.#begun.add(id)
  }
}

/** So many of these notes, which are in the order of the text, from `offset` on and from before it. */
function nearest(notes: readonly Highlight[], offset: number, many: number): readonly Highlight[] {
  const found = notes.findIndex(({ spans }) => spans.some(({ end }) => end >= offset))
  const here = found < 0 ? notes.length : found
  const first = Math.max(0, Math.min(here - Math.floor(many / (backward + 1)), notes.length - many))
  return notes.slice(first, first + many)
}

/** The notes whose turn has come, and the open one wherever it is: it is scrolled to. */
function notesAmong(notes: readonly Highlight[], ids: ReadonlySet<string>): Highlight[] {
  return notes.filter(({ id, isOpen }) => isOpen || ids.has(id))
}

/** The offset of the first words in the window; 0 where the article begins further down. */
function offsetInSight(view: EditorView): number {
  const { left, top } = view.dom.getBoundingClientRect()
  if (top >= 0) return 0
  const at = view.posAtCoords({ left: left + 1, top: 1 })
  return at ? documentTextOf(view.state.doc).offsetAt(at.pos) : 0
}
