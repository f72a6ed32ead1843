import type { Node } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Brings an editor to another document, changing only what is other, and puts the caret after it: where
 * somebody who undoes a change looks for it. TipTap is told to raise no `update`: nobody typed this.
 * `document` is of the editor's schema.
 */
export function showDocument(view: Pick<EditorView, 'state' | 'dispatch'>, document: Node): void {
  const { doc, tr } = view.state
  const start = doc.content.findDiffStart(document.content)
  const end = doc.content.findDiffEnd(document.content)
  if (start === null || !end) return
  // Where the same letters stand on both sides the two ends may have passed each other.
  const passed = Math.max(0, start - Math.min(end.a, end.b))
  const [from, to] = [end.a + passed, end.b + passed]
  const replaced = replaceOrNull(tr, start, from, document.slice(start, to))
  const whole = () => view.state.tr.replaceWith(0, doc.content.size, document.content)
  const change = replaced?.doc.eq(document) ? replaced : whole()
  const caret = Math.min(to, change.doc.content.size)
  change.setSelection(TextSelection.near(change.doc.resolve(caret), -1))
  view.dispatch(change.setMeta('preventUpdate', true))
}

/** Slices whose ends stand at different depths do not always fit. */
function replaceOrNull(
  tr: Transaction,
  from: number,
  to: number,
  slice: ReturnType<Node['slice']>,
): Transaction | null {
  try {
    return tr.replace(from, to, slice)
  } catch {
    return null
  }
}
