'use client'

import { Placeholder } from '@tiptap/extensions'
import { EditorContent, type JSONContent, useEditor } from '@tiptap/react'
import { useCallback, useEffect, useId, useRef } from 'react'
import { AddressOffers } from '@/components/annotations/address-offers'
import { ExplanationTools } from '@/components/annotations/explanation-tools'
import { FieldFault } from '@/components/annotations/field-fault'
import type { Evidence } from '@/components/evidence/use-evidence'
import { MentionPicker } from '@/components/mentions/mention-picker'
import { explanationExtensions } from '@/lib/document/schemas'
import { countWords, type DocumentNode } from '@/lib/domain/rich-text'
import { CleanProse } from '@/lib/editor/bare-addresses'
import { showDocument } from '@/lib/editor/shown-document'

/** The explanation, in a small editor of its own. What is undone is the page's to know, and shown here. */
export function ExplanationField({
  explanation,
  fault,
  evidence,
  onChange,
}: {
  explanation: DocumentNode
  fault: string | undefined
  evidence: Evidence
  onChange: (explanation: DocumentNode) => void
}) {
  const id = useId()
  const change = useRef(onChange)
  const shown = useRef(explanation)
  useEffect(() => {
    change.current = onChange
  })
  // The list of colleagues hears the keys first while it is open.
  const keys = useRef<(event: KeyboardEvent) => boolean>(() => false)
  const listen = useCallback((press: (event: KeyboardEvent) => boolean) => {
    keys.current = press
  }, [])
  const editor = useEditor({
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    content: explanation as JSONContent,
    extensions: [
      ...explanationExtensions,
      CleanProse,
      Placeholder.configure({ placeholder: 'Why this verdict, in a paragraph or three.' }),
    ],
    editorProps: {
      handleKeyDown: (_view, event) => keys.current(event),
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': id,
        class: 'prose',
      },
      // Else ProseMirror takes Escape for itself, and nobody could leave this field by key.
      handleDOMEvents: {
        keydown: (_view, { key, isComposing }) => key === 'Escape' && !isComposing,
      },
    },
    onUpdate: ({ editor: now }) => {
      shown.current = now.getJSON() as DocumentNode
      change.current(shown.current)
    },
  })
  useEffect(() => {
    if (!editor || explanation === shown.current) return
    shown.current = explanation
    showDocument(editor.view, editor.schema.nodeFromJSON(explanation))
  }, [editor, explanation])
  const words = countWords(explanation)
  return (
    <div className="f">
      <p className="lab-row">
        <span className="lab" id={id}>
          Explanation
        </span>
        <span className="count num">{words === 1 ? '1 word' : `${words} words`}</span>
      </p>
      <div className="rich">
        <ExplanationTools editor={editor} evidence={evidence} />
        <EditorContent editor={editor} />
        {editor && <MentionPicker editor={editor} listen={listen} />}
      </div>
      {editor && <AddressOffers editor={editor} evidence={evidence} />}
      <FieldFault fault={fault} />
    </div>
  )
}
