import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Keeps the caret and refuses the edit. The text stays editable in the browser's eyes, so that caret,
 * selection by keyboard, touch handles, find-in-page and screen readers work as in any text; every
 * transaction that would change the document is refused.
 */
export const LockedText = Extension.create({
  name: 'lockedText',
  priority: 10_000,
  addProseMirrorPlugins: () => [lockPlugin()],
})

/** The same as a plugin of ProseMirror. */
export function lockPlugin(): Plugin {
  return new Plugin({
    filterTransaction: transaction => !transaction.docChanged,
    props: {
      attributes: {
        inputmode: 'none',
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
      },
      handleTextInput: () => true,
      handlePaste: () => true,
      handleDrop: () => true,
      handleDOMEvents: {
        beforeinput: refuse,
        paste: refuse,
        drop: refuse,
        dragover: refuse,
        // An input method cannot be told to stop. ProseMirror is kept from joining in, and the words
        // are drawn again as soon as the method has written anything.
        compositionstart: () => true,
        compositionupdate: () => true,
        compositionend: view => restore(view),
      },
    },
  })
}

function refuse(_view: EditorView, event: Event): true {
  event.preventDefault()
  return true
}

function restore(view: EditorView): true {
  // After the browser has written what was composed; the selection stays where it was.
  setTimeout(() => {
    if (!view.isDestroyed) view.updateState(view.state)
  })
  return true
}
