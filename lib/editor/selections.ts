import { type EditorState, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { documentTextOf } from '@/lib/document/positions'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { tidy } from '@/lib/domain/segments'

/**
 * The selected words as a note would rest on them, as offsets in the text: whole characters, without
 * white space or half of a pair of quotation marks at the ends. Null where there are none.
 */
export function selectedSpan(state: EditorState): Span | null {
  if (state.selection.empty) return null
  const text = documentTextOf(state.doc)
  const span = rawSpan(state, text)
  return span.start < span.end ? tidy(text.text, span) : null
}

/** What is selected, as it is; an empty span where the caret is. */
export function rawSpan({ selection, doc }: EditorState, text = documentTextOf(doc)): Span {
  const start = text.offsetAt(selection.from, 1)
  return { start, end: selection.empty ? start : text.offsetAt(selection.to) }
}

/** A span without the white space at its ends; null where nothing is left. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  const tail = words.length - words.trimEnd().length
  return lead === words.length ? null : { start: start + lead, end: end - tail }
}

/** Selects the words of a span, or puts the caret before the first of them. */
export function selectSpan(view: EditorView, span: Span, as: 'words' | 'caret'): void {
  const text = documentTextOf(view.state.doc)
  const clamp = (offset: number) => Math.min(Math.max(0, offset), text.text.length)
  const from = text.positionAt(clamp(span.start))
  const to = as === 'words' ? text.positionAt(clamp(span.end)) : from
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)))
}

/**
 * Takes over a selection that the browser has made and not yet told of: on a busy machine a key can come
 * before the news of what the key before it selected, and would act on other words than are shown.
 */
export function hearSelection({ dom }: EditorView): void {
  dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
}

/** Lets the selected words go, and leaves the caret after the last of them. */
export function collapseSelection(view: EditorView): void {
  const { to } = view.state.selection
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, to)))
}

/** The offset in the text at the caret, or at the moving end of the selection. */
export function caretOffset(state: EditorState): number {
  return documentTextOf(state.doc).offsetAt(state.selection.head, 1)
}

/** `12-40` as the span it names, or null. */
export function parseSpan(text: string | null): Span | null {
  const match = /^(\d{1,7})-(\d{1,7})$/.exec(text ?? '')
  if (!match) return null
  const [start, end] = [Number(match[1]), Number(match[2])]
  return start < end ? { start, end } : null
}
