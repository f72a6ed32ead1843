import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { documentTextOf } from '@/lib/document/positions'
import { hearSelection } from '@/lib/editor/selections'

export interface PlainClickOptions {
  /** Somebody clicked or tapped words without a mark at `offset` in the text; null: beside all words. */
  onClick: (offset: number | null) => void
}

/** Tells the page of clicks on which nothing else acts: it comes after what does. */
export const PlainClicks = Extension.create<PlainClickOptions>({
  name: 'plainClicks',
  addOptions: () => ({ onClick: () => {} }),
  addProseMirrorPlugins() {
    return [plainClickPlugin(this.options)]
  },
})

/** The same as a plugin of ProseMirror. */
export function plainClickPlugin({ onClick }: PlainClickOptions): Plugin {
  return new Plugin({
    props: {
      handleClick: (view, position, event) => {
        const { target } = event
        if (!(target instanceof Element) || target.closest('mark, a')) return false
        // Where the browser has put the caret already: what is drawn next would put it back.
        hearSelection(view)
        if (!view.state.selection.empty) return false
        const isBeside = target === view.dom
        onClick(isBeside ? null : documentTextOf(view.state.doc).offsetAt(position, 1))
        return false
      },
    },
  })
}
