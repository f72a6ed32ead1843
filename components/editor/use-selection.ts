'use client'

import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { useStore } from '@/components/editor/desk-context'
import type { DeskStore } from '@/components/editor/desk-store'
import { letSentenceGo } from '@/components/marking/tapping'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { Press } from '@/lib/editor/press'
import { caretOffset, selectedSpan } from '@/lib/editor/selections'

/** 150 ms without a change: somebody who selects with the keyboard has stopped. */
const settleAfter = 150

/** Keeps the selected words in the page's state, once the person has stopped selecting. */
export function useSelection(editor: Editor | null): void {
  const store = useStore()
  useEffect(() => (editor ? watch(editor, store) : undefined), [editor, store])
}

function watch(editor: Editor, store: DeskStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined

  const settle = () => {
    if (!editor.isDestroyed) setSelection(store, selectedSpan(editor.state))
  }
  const changed = () => {
    clearTimeout(timer)
    if (!isInTapped(store, editor)) letSentenceGo(store)
    if (editor.state.selection.empty) setSelection(store, null)
    else if (!press.isHeld) timer = setTimeout(settle, settleAfter)
  }
  // Whoever goes on to write in a note, or to filter, is done with the selected words.
  const leave = (event: FocusEvent) => {
    const target = event.target instanceof Element ? event.target : null
    if (!target?.closest('.open, .bar')) return
    letSentenceGo(store)
    setSelection(store, null)
  }

  const press = new Press(editor.view.dom, settle)
  editor.on('selectionUpdate', changed)
  editor.on('focus', changed)
  document.addEventListener('focusin', leave)
  return () => {
    clearTimeout(timer)
    editor.off('selectionUpdate', changed)
    editor.off('focus', changed)
    press.stop()
    document.removeEventListener('focusin', leave)
  }
}

/** Whether the caret stands in the sentence that was tapped, with nothing selected. */
function isInTapped(store: DeskStore, editor: Editor): boolean {
  const { tapped } = store.get()
  if (!tapped || !editor.state.selection.empty) return false
  const caret = caretOffset(editor.state)
  return tapped.start <= caret && caret <= tapped.end
}

function setSelection(store: DeskStore, span: Span | null): void {
  const { selection } = store.get()
  if (selection?.start !== span?.start || selection?.end !== span?.end)
    store.patch({ selection: span })
}
