import type { EditorView } from '@tiptap/pm/view'
import { bringAboveFoot } from '@/components/annotations/use-foot-in-sight'
import type { DeskStore } from '@/components/editor/desk-store'
import { firstOffset, restsOn } from '@/components/settling/settling'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { caretOffset, selectSpan } from '@/lib/editor/selections'

/** The width below which the open note is a sheet over the lower half (look: 44rem). */
export const phone = '(max-width: 44rem)'

/** Whether the open note is a sheet that covers part of the page. */
export function isSheet(): boolean {
  return window.matchMedia(phone).matches
}

/** Whether the page is worked with fingers, which have neither keys nor a place to rest. */
export function isTouch(): boolean {
  return window.matchMedia('(pointer: coarse)').matches
}

/** 24 px between the bars and the words: room for the line above to be read too. */
const margin = 24

/** Half of what is in sight: enough of an open note, between its head and its foot, to begin to read it. */
const roomForNote = 1 / 2

/** A third is enough to begin to write in it, and lets the page stand for words in the upper part of the window. */
const roomForNew = 1 / 3

/**
 * Scrolls to a note's words, only where they are out of sight or its sheet would be: nothing moves
 * under a reader's eyes unasked.
 */
export function revealNote(store: DeskStore, id: string, isNew = false): void {
  const room = isNew ? roomForNew : roomForNote
  revealElement(wordsOf(store, id), isSheet() ? 0 : room)
  if (isNew) revealFocus()
}

/** The first mark of a note in the text, or the sign where its words were. */
function wordsOf(store: DeskStore, id: string): Element | null | undefined {
  const [note, article] = [CSS.escape(id), store.view?.dom]
  return (
    article?.querySelector(`mark[data-note="${note}"]:not(.candidate)`) ??
    article?.querySelector(`.gap[data-ref="${note}"]`)
  )
}

/** Whoever has just chosen the words of a note goes on in its claim: the page moves no further than that asks. */
function revealFocus(): void {
  const field = document.activeElement
  if (!(field instanceof HTMLElement)) return
  const place = field.closest('.place')
  // A note that is on its way to its place is not there yet.
  const ways = place?.getAnimations().map(({ finished }) => finished) ?? []
  void Promise.allSettled(ways).then(() => {
    // Who has gone on elsewhere meanwhile is not called back.
    if (document.activeElement === field) bringAboveFoot(field)
  })
}

/** Scrolls to the place that is looked at, where a note could be placed. */
export function revealCandidate(store: DeskStore): void {
  revealElement(store.view?.dom.querySelector('mark.candidate.is-chosen'), 0)
}

function revealElement(element: Element | null | undefined, room: number): void {
  const line = element?.getClientRects()[0]
  if (line) reveal(line.top, line.bottom, room)
}

/** Scrolls to the selected words, where they are out of sight. */
export function revealSelection(store: DeskStore): void {
  const { view } = store
  if (!view) return
  const { from, to } = view.state.selection
  reveal(view.coordsAtPos(from).top, view.coordsAtPos(to).bottom, 0)
}

/** Scrolls to a stretch of the article, where it is out of sight. */
export function revealPositions(view: EditorView, from: number, to: number): void {
  reveal(view.coordsAtPos(from, 1).top, view.coordsAtPos(to, -1).bottom, 0)
}

/** Scrolls to the words of a span, where they are out of sight; to a place where it is empty. */
export function revealSpan({ view, text }: DeskStore, { start, end }: Span): void {
  if (!view) return
  const top = view.coordsAtPos(text.positionAt(start)).top
  reveal(top, view.coordsAtPos(text.positionAt(end)).bottom, 0)
}

/** Top and bottom of what is in sight of the article, between the bars and what lies over it below. */
export function sightOfArticle(): { top: number; bottom: number } {
  return { top: upperEdge(), bottom: lowerEdge() }
}

/** Gives the caret back to the article: where it was, if that is in the note's words, else before them; in sight. */
export function returnToWords(store: DeskStore, id: string): void {
  const { view } = store
  const note = store.note(id)
  if (!view || !note) return
  const caret = caretOffset(view.state)
  const first = firstOffset(note)
  // In a draft the words are elsewhere by now, and the caret is where somebody types.
  if (
    !store.get().drafting &&
    !restsOn(note).some(({ start, end }) => start <= caret && caret <= end)
  )
    selectSpan(view, { start: first, end: first }, 'caret')
  view.focus()
  // A long note may have been read to its end, with its words far above.
  if (!store.get().drafting) revealElement(wordsOf(store, id), 0)
}

/** `room`: the share of what is in sight to keep free below the words. */
function reveal(top: number, bottom: number, room: number): void {
  const upper = upperEdge()
  const lower = lowerEdge() - margin
  if (top >= upper && bottom <= lower - room * (lower - upper)) return
  window.scrollBy({ top: top - upper - (lower - upper) / 4, behavior: 'instant' })
}

const barsAbove = '.bar, .bar > .find'

/** Where words may begin to stand: below the bars, and below the line in which words are looked for. */
export function upperEdge(): number {
  const bars = [...document.querySelectorAll(isSheet() ? `${barsAbove}, .leave-focus` : barsAbove)]
  return Math.max(0, ...bars.map(each => each.getBoundingClientRect().bottom)) + margin
}

/** The end of what is in sight: above the sheet on a phone, above the keys elsewhere. */
function lowerEdge(): number {
  const cover = window.matchMedia(phone).matches ? '.open' : '.keys'
  const edge = document.querySelector(cover)?.getBoundingClientRect().top
  return edge && edge > 0 ? Math.min(edge, window.innerHeight) : window.innerHeight
}
