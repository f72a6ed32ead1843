'use client'

import type { Editor } from '@tiptap/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { BlockTools, LetterTools, Tool, UndoTools, useFormats } from '@/components/ui/format-tools'
import { webAddress } from '@/lib/domain/sources'

/** Bold, italic, link, lists, quote, undo and redo, and how many words there are. */
export function ExplanationTools({ editor, words }: { editor: Editor | null; words: number }) {
  const [isLinking, setLinking] = useState(false)
  const formats = useFormats(editor)
  return (
    <>
      <div className="tools" role="toolbar" aria-label="Formatting">
        <LetterTools {...formats} />
        <Tool isOn={formats.now?.link} run={() => setLinking(!isLinking)}>
          Link
        </Tool>
        <BlockTools {...formats} />
        <UndoTools {...formats} />
        <span className="count num">{words === 1 ? '1 word' : `${words} words`}</span>
      </div>
      {isLinking && editor && <LinkField editor={editor} onDone={() => setLinking(false)} />}
    </>
  )
}

/** The address of a link, in the line below the buttons. */
function LinkField({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const [address, setAddress] = useState(String(editor.getAttributes('link').href ?? ''))
  const [fault, setFault] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const parsed = webAddress.safeParse(address)
    if (!parsed.success) {
      setFault(parsed.error.issues[0]?.message ?? null)
      return
    }
    link(editor, parsed.data)
    onDone()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onDone()
  }
  return (
    <form className="link-line" onSubmit={apply} noValidate>
      <input
        type="url"
        aria-label="Address of the link"
        placeholder="https://"
        value={address}
        ref={field}
        aria-invalid={fault !== null || undefined}
        onChange={event => setAddress(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onDone()
          editor.commands.focus()
        }}
      />
      <button type="submit" className="link">
        Set
      </button>
      {editor.isActive('link') && (
        <button type="button" className="link" onClick={remove}>
          Remove
        </button>
      )}
      {fault && <p className="fault">{fault}</p>}
    </form>
  )
}

/** Links the selected words; with none selected, writes the address as a link. */
function link(editor: Editor, href: string): void {
  const chain = editor.chain().focus()
  if (editor.state.selection.empty && !editor.isActive('link'))
    chain
      .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
      .run()
  else chain.extendMarkRange('link').setLink({ href }).run()
}
