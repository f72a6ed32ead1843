'use client'

import { UndoRedo } from '@tiptap/extensions'
import { type Editor, type JSONContent, useEditor } from '@tiptap/react'
import { useEffect } from 'react'
import { sightOfArticle } from '@/components/editor/article-view'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { openNote, openNoteAt } from '@/components/editor/note-actions'
import { actOnKey } from '@/components/editor/use-keys'
import { beginExtending, dragExtent, dropExtent } from '@/components/marking/extents'
import { letSentenceGo, tapAt } from '@/components/marking/tapping'
import { lookAgain } from '@/components/reading/find-actions'
import { articleExtensions } from '@/lib/document/schemas'
import { CarriedAnchors } from '@/lib/editor/carried-anchors'
import { ExtentHandles } from '@/lib/editor/extent-handles'
import { FoundWords } from '@/lib/editor/found-words'
import { Highlights, showFresh } from '@/lib/editor/highlights'
import { LeftSentences } from '@/lib/editor/left-sentences'
import { isLocked, LockedText } from '@/lib/editor/locked-text'
import { NoteClicks } from '@/lib/editor/note-clicks'
import { PartClicks } from '@/lib/editor/part-clicks'
import { PlainClicks } from '@/lib/editor/plain-clicks'
import { selectedSpan } from '@/lib/editor/selections'
import { paths } from '@/lib/paths'

/** The article in an editor that keeps the caret and refuses the edit, unless a draft is unlocked. */
export function useArticleEditor(showSheet: () => void): Editor | null {
  const store = useStore()
  const turn = useDesk(state => state.editorTurn)
  const editor = useEditor(
    {
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      injectCSS: false,
      enableInputRules: false,
      enablePasteRules: false,
      content: store.desk.revision.document as JSONContent,
      extensions: [
        ...articleExtensions,
        UndoRedo,
        LockedText,
        CarriedAnchors,
        Highlights.configure({
          onFollow: id => openNote(store, id, 'note'),
          addressOf: id => paths.note(store.desk.article.id, id),
        }),
        FoundWords,
        ExtentHandles.configure({
          onDrag: (...drag) => dragExtent(store, ...drag),
          onDrop: isKept => dropExtent(store, isKept),
          onTap: index => beginExtending(store, index),
          sight: sightOfArticle,
        }),
        PartClicks.configure({ language: store.desk.article.language }),
        LeftSentences,
        NoteClicks.configure({
          onClick: offset => {
            letSentenceGo(store)
            openNoteAt(store, offset, 'here')
          },
          onKey: event => actOnKey(store, event, showSheet),
          onFocus: focused => keepWords(store, focused),
        }),
        PlainClicks.configure({ onClick: offset => tapAt(store, offset) }),
      ],
      editorProps: {
        attributes: state => ({
          // Where “Skip to the article” leads.
          id: 'text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': isLocked(state)
            ? 'The article. Select words, then press N to add a note.'
            : 'The draft of the article. Escape goes to its tools.',
        }),
      },
      onUpdate: () => {
        store.drafter.follow()
        lookAgain(store)
      },
    },
    [store, turn],
  )

  useEffect(() => {
    if (editor) hideFromReact(editor.view.dom)
    store.view = editor?.view ?? null
    store.editor = editor
    // What was found in a draft that is discarded may not stand in the frozen text.
    lookAgain(store)
    // A draft was discarded with a button that is gone by now; its editor comes with the next frame.
    const frame = requestAnimationFrame(() => {
      if (store.get().editorTurn > 0)
        document.getElementById('text')?.focus({ preventScroll: true })
    })
    return () => {
      store.view = null
      store.editor = null
      cancelAnimationFrame(frame)
    }
  }, [editor, store])

  return editor
}

/**
 * React keeps the selection of a focused editable element over each of its own changes, for which it
 * walks through all of its text: 20 ms at 50,000 words, whatever changed. ProseMirror keeps its own.
 * The attribute stays, so the browser edits as before.
 */
function hideFromReact(dom: HTMLElement): void {
  Object.defineProperty(dom, 'contentEditable', { value: 'inherit', configurable: true })
}

/** Selected words stay marked while the focus is elsewhere, on the buttons beside them say. */
function keepWords(store: ReturnType<typeof useStore>, focused: boolean): void {
  const { view } = store
  if (view && !view.isDestroyed) showFresh(view, focused ? null : selectedSpan(view.state))
}
