'use client'

import { useStore } from '@/components/editor/desk-context'
import { BlockTools, LetterTools, Tool, UndoTools, useFormats } from '@/components/ui/format-tools'

/** What an article may be made of: headings, lists, quotes, bold and italic; and undo. */
export function DraftTools() {
  const { editor } = useStore()
  const formats = useFormats(editor)
  const { now, run } = formats
  return (
    <span className="tools">
      <Tool isOn={now?.heading} run={() => run(chain => chain.toggleHeading({ level: 2 }))}>
        Heading
      </Tool>
      <BlockTools {...formats} />
      <LetterTools {...formats} />
      <UndoTools {...formats} editor={editor} />
    </span>
  )
}
