'use client'

import { type Editor, useEditorState } from '@tiptap/react'
import { Tool } from '@/components/annotations/explanation-tools'
import { useStore } from '@/components/editor/desk-context'

/** What an article may be made of: headings, quotes, lists, bold and italic; and undo. */
export function DraftTools() {
  const { editor } = useStore()
  const now = useEditorState({
    editor,
    selector: ({ editor: each }) => ({
      heading: each?.isActive('heading') ?? false,
      quote: each?.isActive('blockquote') ?? false,
      list: each?.isActive('bulletList') ?? false,
      numbers: each?.isActive('orderedList') ?? false,
      bold: each?.isActive('bold') ?? false,
      italic: each?.isActive('italic') ?? false,
      canUndo: each?.can().undo() ?? false,
      canRedo: each?.can().redo() ?? false,
    }),
  })
  const run = (command: (chain: ReturnType<Editor['chain']>) => { run: () => boolean }) => {
    if (editor) command(editor.chain().focus()).run()
  }
  return (
    <span className="tools">
      <Tool isOn={now?.heading} run={() => run(chain => chain.toggleHeading({ level: 2 }))}>
        Heading
      </Tool>
      <Tool isOn={now?.quote} run={() => run(chain => chain.toggleBlockquote())}>
        Quote
      </Tool>
      <Tool isOn={now?.list} run={() => run(chain => chain.toggleBulletList())}>
        List
      </Tool>
      <Tool isOn={now?.numbers} run={() => run(chain => chain.toggleOrderedList())}>
        Numbered
      </Tool>
      <Tool name="Bold" isOn={now?.bold} run={() => run(chain => chain.toggleBold())}>
        <b>B</b>
      </Tool>
      <Tool name="Italic" isOn={now?.italic} run={() => run(chain => chain.toggleItalic())}>
        <i>I</i>
      </Tool>
      <Tool isOff={!now?.canUndo} run={() => run(chain => chain.undo())}>
        Undo
      </Tool>
      <Tool isOff={!now?.canRedo} run={() => run(chain => chain.redo())}>
        Redo
      </Tool>
    </span>
  )
}
