import { EditorState } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import type { DeskStore } from '@/components/editor/desk-store'
import { parseArticle } from '@/lib/document/parse'
import { leftPlugin } from '@/lib/editor/left-sentences'

/** The article of a page, drawn without a screen; `shown`: the classes of what is drawn on its sentences. */
export function viewOf(store: DeskStore) {
  const parsed = parseArticle(store.desk.revision.document)
  if (!parsed.ok) throw new Error(parsed.message)
  const plugin = leftPlugin()
  const view = {
    state: EditorState.create({ doc: parsed.node, plugins: [plugin] }),
    dispatch(transaction: EditorState['tr']) {
      view.state = view.state.apply(transaction)
    },
    focus: () => {},
    hasFocus: () => true,
  }
  const set = () => plugin.props.decorations?.call(plugin, view.state) as DecorationSet
  const shown = () =>
    set()
      .find()
      .map(each => (each as unknown as Drawn).type.attrs?.class)
  return { view, shown }
}

interface Drawn {
  type: { attrs?: { class?: string } }
}
