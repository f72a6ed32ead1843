import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { documentTextOf } from '@/lib/document/positions'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { hearSelection } from '@/lib/editor/selections'

export interface NoteClickOptions {
  /** Somebody clicked or tapped marked words; `offset` is where, in the text. */
  onClick: (offset: number) => void
  /** A key was pressed in the text; true: it has been acted on. */
  onKey: (event: KeyboardEvent) => boolean
  /** The text lost or won the focus. */
  onFocus: (focused: boolean) => void
}

/** Tells the page what a person does in the locked text. */
export const NoteClicks = Extension.create<NoteClickOptions>({
  name: 'noteClicks',
  priority: 5000,
  addOptions: () => ({ onClick: () => {}, onKey: () => false, onFocus: () => {} }),
  addProseMirrorPlugins() {
    const { onClick, onKey, onFocus } = this.options
    return [
      new Plugin({
        props: {
          handleClick: (view, position, event) => {
            // A click beyond the end of a line lands on its last word without being on it.
            const onWords = event.target instanceof Element && event.target.closest('mark')
            if (onWords && view.state.selection.empty)
              onClick(documentTextOf(view.state.doc).offsetAt(position, 1))
            return false
          },
          handleKeyDown: (view, event) => {
            hearSelection(view)
            return onKey(event)
          },
          handleDOMEvents: {
            focus: () => {
              onFocus(true)
              return false
            },
            blur: () => {
              onFocus(false)
              return false
            },
          },
        },
      }),
    ]
  },
})

/**
 * Which note a click at `offset` opens: the one with the fewest words there; clicked again, the next
 * longer one that rests on the same words. Null where none does.
 */
export function noteAt(
  notes: readonly { id: string; spans: readonly Span[] }[],
  offset: number,
  openId: string | null,
): string | null {
  const here = notes
    .flatMap(({ id, spans }) => {
      const span = spans.find(({ start, end }) => start <= offset && offset <= end)
      return span ? [{ id, length: span.end - span.start }] : []
    })
    .sort((a, b) => a.length - b.length)
  const open = here.findIndex(({ id }) => id === openId)
  return here[(open + 1) % here.length]?.id ?? null
}
