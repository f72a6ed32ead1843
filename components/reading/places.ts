import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { z } from 'zod'
import { sightOfArticle, upperEdge } from '@/components/editor/article-view'
import type { DeskStore } from '@/components/editor/desk-store'
import { blockOfParagraph } from '@/lib/document/outline'
import { blockBelow } from '@/lib/editor/sight'

/** Where somebody stopped reading an article, in one of its revisions. */
const place = z.object({ revisionId: z.string(), paragraph: z.int().min(1) })
export type Place = z.infer<typeof place>

type Keeper = Pick<Storage, 'getItem' | 'setItem'>

/** A person's last place in an article; null where none is kept, or the text is another by now. */
export function lastPlace(storage: Keeper | null, key: string, revisionId: string): Place | null {
  const parsed = place.safeParse(parseJson(storage?.getItem(key)))
  return parsed.success && parsed.data.revisionId === revisionId ? parsed.data : null
}

export function keepPlace(storage: Keeper | null, key: string, kept: Place): void {
  try {
    storage?.setItem(key, JSON.stringify(kept))
  } catch {
    // A browser whose room is full begins at the beginning next time.
  }
}

export function placeKey({ desk, actor }: Pick<DeskStore, 'desk' | 'actor'>): string {
  return `rubric:place:${actor.id}:${desk.article.id}`
}

/** What is in the window, in px from its top, and how far the page is scrolled, and can be. */
export interface Window {
  upper: number
  lower: number
  scrolled: number
  scrollable: number
}

/**
 * The line on which somebody reads, in px from the window's top: just below the bars at the beginning of
 * the page, at the window's lower edge at the end, so that each paragraph has its turn.
 */
export function readingLine({ upper, lower, scrolled, scrollable }: Window): number {
  const share = scrollable > 0 ? Math.min(1, Math.max(0, scrolled / scrollable)) : 0
  return upper + (lower - upper) * share
}

/** How far to scroll so that what stands `top` px from the window's top now comes onto the reading line. */
export function scrollToLine(top: number, window: Window): number {
  const { upper, lower, scrolled, scrollable } = window
  if (scrollable <= 0) return 0
  const wanted = (top + scrolled - upper) / (1 + (lower - upper) / scrollable)
  return Math.min(scrollable, Math.max(0, wanted))
}

/** The child of the document that is being read. */
export function blockInSight(view: EditorView): number {
  return blockBelow(view.dom, readingLine(windowNow()))
}

/** The child of the document where the caret is, or the selection begins, as long as that is in sight; else null. */
export function blockAtCaret(view: EditorView): number | null {
  const { selection } = view.state
  if (selection.empty && !view.hasFocus()) return null
  const { top, bottom } = view.coordsAtPos(selection.from)
  const sight = sightOfArticle()
  return bottom > sight.top && top < sight.bottom ? selection.$from.index(0) : null
}

function windowNow(): Window {
  return {
    upper: upperEdge(),
    lower: window.innerHeight,
    scrolled: window.scrollY,
    scrollable: document.documentElement.scrollHeight - window.innerHeight,
  }
}

/**
 * Goes to a child of the document, with the caret before its first word. It comes to stand below the bars;
 * or on the line on which it was read, so that it is what is being read again.
 */
export function goToBlock({ view }: DeskStore, block: number, to: 'top' | 'line'): void {
  const element = view?.dom.children[block]
  if (!view || !element) return
  const { doc, tr } = view.state
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(view.posAtDOM(element, 0)))))
  view.dom.focus({ preventScroll: true })
  const { top } = element.getBoundingClientRect()
  const now = windowNow()
  const wanted = to === 'top' ? now.scrolled + top - now.upper : scrollToLine(top + 1, now)
  window.scrollTo({ top: wanted, behavior: 'instant' })
}

export function goToParagraph(store: DeskStore, number: number): void {
  const block = store.view && blockOfParagraph(store.view.state.doc, number)
  if (block !== null) goToBlock(store, block, 'line')
}

function parseJson(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
