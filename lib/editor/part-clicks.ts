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
      handleDOMEvents: {
        // The browser counts the clicks: ProseMirror counts on over two double clicks in a row.
        mousedown: (view, event) =>
          event.detail < 2
            ? beginAnew(view, event)
            : selectPart(view, event, event.detail === 2 ? 'word' : 'sentence', language),
      },
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
  const isPlain = event.button === 0 && !event.shiftKey
  if (!isPlain || selection.empty || !isLocked(view.state)) return false
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (!place || place.pos < selection.from || place.pos > selection.to) return false
  view.dispatch(view.state.tr.setSelection(TextSelection.near(doc.resolve(place.pos))))
  return false
}

function selectPart(view: EditorView, event: MouseEvent, part: Part, language: string): boolean {
  if (!isLocked(view.state) || event.shiftKey || event.button !== 0) return false
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
  const text = documentTextOf(view.state.doc)
  const first = place && partAt(text.text, text.offsetAt(place.pos, 1), part, language)
  if (!first) return false
  event.preventDefault()
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
