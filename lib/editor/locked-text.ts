import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

const pluginKey = new PluginKey<boolean>('lockedText')

/**
 * Keeps the caret and refuses the edit. The text stays editable in the browser's eyes, so that caret,
 * selection by keyboard, touch handles, find-in-page and screen readers work as in any text; every
 * transaction that would change the document is refused. Only {@link unlockText} ends that.
 */
export const LockedText = Extension.create({
  name: 'lockedText',
  priority: 10_000,
  addProseMirrorPlugins: () => [lockPlugin()],
})

/** Whether the words cannot be changed: always, but for a draft of the newsroom's own that somebody unlocked. */
export function isLocked(state: EditorState): boolean {
  return pluginKey.getState(state) ?? true
}

/** Lets the text be edited from here on; the caret stays. There is no way back but another editor. */
export function unlockText(view: Pick<EditorView, 'state' | 'dispatch'>): void {
  view.dispatch(view.state.tr.setMeta(pluginKey, false))
}

/** The same as a plugin of ProseMirror. */
export function lockPlugin(): Plugin<boolean> {
  const ifLocked = (view: EditorView) => isLocked(view.state)
  return new Plugin<boolean>({
    key: pluginKey,
    state: {
      init: () => true,
      apply: (transaction, locked) => transaction.getMeta(pluginKey) ?? locked,
    },
    filterTransaction: (transaction, state) => !transaction.docChanged || !isLocked(state),
    props: {
      attributes: state => ({
        'aria-readonly': String(isLocked(state)),
        ...(isLocked(state) && {
          inputmode: 'none',
          spellcheck: 'false',
          autocorrect: 'off',
          autocapitalize: 'off',
        }),
      }),
      handleTextInput: ifLocked,
      handlePaste: ifLocked,
      handleDrop: ifLocked,
      handleDOMEvents: {
        beforeinput: refuse,
        paste: refuse,
        drop: refuse,
        dragover: refuse,
        // An input method cannot be told to stop. ProseMirror is kept from joining in, and the words
        // are drawn again as soon as the method has written anything.
        compositionstart: ifLocked,
        compositionupdate: ifLocked,
        compositionend: restore,
      },
    },
  })
}

function refuse(view: EditorView, event: Event): boolean {
  if (!isLocked(view.state)) return false
  event.preventDefault()
  return true
}

function restore(view: EditorView): boolean {
  if (!isLocked(view.state)) return false
  // After the browser has written what was composed; the selection stays where it was.
  setTimeout(() => {
    if (!view.isDestroyed) view.updateState(view.state)
  })
  return true
}
