'use client'

import { Placeholder } from '@tiptap/extensions'
import { Editor, EditorContent, type EditorOptions, type JSONContent } from '@tiptap/react'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { AddressOffers } from '@/components/annotations/address-offers'
import { ExplanationTools } from '@/components/annotations/explanation-tools'
import { FieldFault } from '@/components/annotations/field-fault'
import { RichNode } from '@/components/annotations/rich-text'
import type { Evidence } from '@/components/evidence/use-evidence'
import { MentionPicker } from '@/components/mentions/mention-picker'
import { explanationExtensions } from '@/lib/document/schemas'
import { countWords, type DocumentNode } from '@/lib/domain/rich-text'
import { CleanProse } from '@/lib/editor/bare-addresses'
import { whenIdle } from '@/lib/editor/idle'
import { showDocument } from '@/lib/editor/shown-document'

/**
 * The explanation, in a small editor of its own, which comes once the note is seen: whoever goes from
 * note to note does not wait for it. What is undone is the page's to know, and shown here.
 */
export function ExplanationField({
  explanation,
  isSuccessor,
  fault,
  evidence,
  onChange,
}: {
  explanation: DocumentNode
  /** It takes the place of a field that somebody may be writing in, so it comes at once. */
  isSuccessor: boolean
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
  const { editor, enter } = useLateEditor(
    () => ({
      injectCSS: false,
      content: shown.current as JSONContent,
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
    }),
    isSuccessor,
  )
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
        {editor ? (
          <EditorContent editor={editor} />
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: It holds paragraphs, and becomes the editor where it stands.
          <div
            className="prose"
            role="textbox"
            aria-multiline="true"
            aria-readonly="true"
            aria-labelledby={id}
            tabIndex={0}
            onFocus={enter}
          >
            <RichNode node={explanation} />
          </div>
        )}
        {editor && <MentionPicker editor={editor} listen={listen} />}
      </div>
      {editor && <AddressOffers editor={editor} evidence={evidence} />}
      <FieldFault fault={fault} />
    </div>
  )
}

/** An editor that is made at once, or else when there is time or somebody enters; null until then. */
function useLateEditor(options: () => Partial<EditorOptions>, isAtOnce: boolean) {
  const [editor, setEditor] = useState<Editor | null>(null)
  const first = useRef({ options, isAtOnce })
  const made = useRef<Editor | null>(null)
  const isEntered = useRef(false)
  const make = useCallback(() => {
    made.current ??= new Editor(first.current.options())
    setEditor(made.current)
  }, [])
  const enter = useCallback(() => {
    isEntered.current = true
    make()
  }, [make])
  useEffect(() => {
    if (first.current.isAtOnce) make()
    const cancel = whenIdle(make)
    return () => {
      cancel()
      made.current?.destroy()
      made.current = null
      setEditor(null)
    }
  }, [make])
  useEffect(() => {
    if (editor && isEntered.current) editor.commands.focus('end')
    isEntered.current = false
  }, [editor])
  return { editor, enter }
}
