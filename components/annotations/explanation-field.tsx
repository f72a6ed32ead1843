'use client'

import { Placeholder, UndoRedo } from '@tiptap/extensions'
import { EditorContent, type JSONContent, useEditor } from '@tiptap/react'
import { useEffect, useId, useRef } from 'react'
import { ExplanationTools } from '@/components/annotations/explanation-tools'
import { FieldFault } from '@/components/annotations/field-fault'
import { explanationExtensions } from '@/lib/document/schemas'
import { countWords, type DocumentNode } from '@/lib/domain/rich-text'

/** The explanation, in a small editor of its own. It takes `explanation` once; a new key starts afresh. */
export function ExplanationField({
  explanation,
  fault,
  onChange,
}: {
  explanation: DocumentNode
  fault: string | undefined
  onChange: (explanation: DocumentNode) => void
}) {
  const id = useId()
  const change = useRef(onChange)
  useEffect(() => {
    change.current = onChange
  })
  const editor = useEditor({
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    content: explanation as JSONContent,
    extensions: [
      ...explanationExtensions,
      UndoRedo,
      Placeholder.configure({ placeholder: 'Why this verdict, in a paragraph or three.' }),
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': id,
        class: 'prose',
      },
    },
    onUpdate: ({ editor: now }) => change.current(now.getJSON() as DocumentNode),
  })
  const words = countWords(explanation)
  return (
    <div className="f">
      <span className="lab" id={id}>
        Explanation
      </span>
      <div className="rich">
        <ExplanationTools editor={editor} words={words} />
        <EditorContent editor={editor} />
      </div>
      <FieldFault fault={fault} />
    </div>
  )
}
