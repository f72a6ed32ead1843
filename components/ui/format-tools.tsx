'use client'

import { type Editor, useEditorState } from '@tiptap/react'
import type { ReactNode } from 'react'

type Chain = ReturnType<Editor['chain']>

/** What the text at the caret is, and how a button changes it. */
export function useFormats(editor: Editor | null) {
  const now = useEditorState({
    editor,
    selector: ({ editor: each }) => ({
      heading: each?.isActive('heading') ?? false,
      bold: each?.isActive('bold') ?? false,
      italic: each?.isActive('italic') ?? false,
      link: each?.isActive('link') ?? false,
      list: each?.isActive('bulletList') ?? false,
      numbers: each?.isActive('orderedList') ?? false,
      quote: each?.isActive('blockquote') ?? false,
    }),
  })
  const run = (command: (chain: Chain) => { run: () => boolean }) => {
    if (editor) command(editor.chain().focus()).run()
  }
  return { now, run }
}

export type Formats = ReturnType<typeof useFormats>

/** Bold and italic. */
export function LetterTools({ now, run }: Formats) {
  return (
    <>
      <Tool name="Bold" isOn={now?.bold} run={() => run(chain => chain.toggleBold())}>
        <b>B</b>
      </Tool>
      <Tool name="Italic" isOn={now?.italic} run={() => run(chain => chain.toggleItalic())}>
        <i>I</i>
      </Tool>
    </>
  )
}

/** Lists and quotes. */
export function BlockTools({ now, run }: Formats) {
  return (
    <>
      <Tool isOn={now?.list} run={() => run(chain => chain.toggleBulletList())}>
        List
      </Tool>
      <Tool isOn={now?.numbers} run={() => run(chain => chain.toggleOrderedList())}>
        Numbered
      </Tool>
      <Tool isOn={now?.quote} run={() => run(chain => chain.toggleBlockquote())}>
        Quote
      </Tool>
    </>
  )
}

/** Undo and redo, for a text with a history of its own. */
export function UndoTools({ editor, run }: Formats & { editor: Editor | null }) {
  const can = useEditorState({
    editor,
    selector: ({ editor: each }) => ({
      undo: each?.can().undo() ?? false,
      redo: each?.can().redo() ?? false,
    }),
  })
  return (
    <>
      <Tool isOff={!can?.undo} run={() => run(chain => chain.undo())}>
        Undo
      </Tool>
      <Tool isOff={!can?.redo} run={() => run(chain => chain.redo())}>
        Redo
      </Tool>
    </>
  )
}

/** One button of a toolbar; with `isOff` it can be out of use, else it is pressed or not. */
export function Tool({
  name,
  isOn,
  isOff,
  run,
  children,
}: {
  name?: string
  isOn?: boolean | undefined
  isOff?: boolean
  run: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={name}
      aria-pressed={isOff === undefined ? isOn : undefined}
      aria-disabled={isOff || undefined}
      // The selection in the text stays where it is.
      onMouseDown={event => event.preventDefault()}
      onClick={() => !isOff && run()}
    >
      {children}
    </button>
  )
}
