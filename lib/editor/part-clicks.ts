import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type DocumentText, documentTextOf } from '@/lib/document/positions'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { type Part, sentenceAt, wordAt } from '@/lib/domain/segments'
import { isLocked } from '@/lib/editor/locked-text'

export interface PartClickOptions {
  /** Language of the article, a BCP 47 tag. */
  language: string
}

/**
 * A double click selects a word, a triple click a sentence; whoever goes on with the button held down
 * selects by words or sentences. In a draft that is typed in, clicks are the browser's.
 */
export const PartClicks = Extension.create<PartClickOptions>({
  name: 'partClicks',
  addOptions: () => ({ language: 'en' }),
  addProseMirrorPlugins() {
    return [partClickPlugin(this.options)]
  },
})

/** The same as a plugin of ProseMirror. */
export function partClickPlugin({ language }: PartClickOptions): Plugin {
  return new Plugin({
    props: {
      handleDoubleClick: (view, position, event) =>
        selectPart(view, position, event, 'word', language),
      handleTripleClick: (view, position, event) =>
        selectPart(view, position, event, 'sentence', language),
      handleDOMEvents: { mousedown: beginAnew },
    },
  })
}

/** The word or sentence at an offset. */
export function partAt(text: string, offset: number, part: Part, language: string): Span | null {
  return part === 'word' ? wordAt(text, offset, language) : sentenceAt(text, offset, language)
}

/**
 * A press on selected words begins a new selection. The browser would begin to drag them out of the
 * text, which leads nowhere here, and the words that somebody meant to select would not be.
 */
function beginAnew(view: EditorView, event: MouseEvent): boolean {
  const { selection, doc } = view.state
  const isPlain = event.button === 0 && event.detail < 2 && !event.shiftKey
  if (!isPlain || selection.empty || !isLocked(view.state)) return false
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (!place || place.pos < selection.from || place.pos > selection.to) return false
  view.dispatch(view.state.tr.setSelection(TextSelection.near(doc.resolve(place.pos))))
  return false
}

function selectPart(
  view: EditorView,
  position: number,
  event: MouseEvent,
  part: Part,
  language: string,
): boolean {
  // ProseMirror takes two presses near each other for a double click even where the browser does not.
  if (!isLocked(view.state) || event.shiftKey || event.detail < 2) return false
  const text = documentTextOf(view.state.doc)
  const first = partAt(text.text, text.offsetAt(position, 1), part, language)
  if (!first) return false
  select(view, text, first, first)
  view.focus()
  followPointer(view, text, first, part, language)
  return true
}

/** Until the button is let go: from the first part to the one under the pointer, whichever way. */
function followPointer(
  view: EditorView,
  text: DocumentText,
  first: Span,
  part: Part,
  language: string,
): void {
  const { ownerDocument } = view.dom
  const follow = ({ clientX, clientY }: MouseEvent) => {
    const place = view.isDestroyed ? null : view.posAtCoords({ left: clientX, top: clientY })
    const last = place && partAt(text.text, text.offsetAt(place.pos, 1), part, language)
    if (last) select(view, text, first, last)
  }
  const end = () => {
    ownerDocument.removeEventListener('mousemove', follow)
    ownerDocument.removeEventListener('mouseup', end)
  }
  ownerDocument.addEventListener('mousemove', follow)
  ownerDocument.addEventListener('mouseup', end)
}

/** The head of the selection is on the side of `last`, so that Shift and the arrows go on from there. */
function select(view: EditorView, text: DocumentText, first: Span, last: Span): void {
  const isBack = last.start < first.start
  const anchor = text.positionAt(isBack ? first.end : first.start)
  const head = text.positionAt(isBack ? last.start : last.end)
  const selection = TextSelection.create(view.state.doc, anchor, head)
  if (!selection.eq(view.state.selection)) view.dispatch(view.state.tr.setSelection(selection))
}
