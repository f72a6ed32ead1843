'use client'

import { getMarkRange } from '@tiptap/core'
import { type Editor, useEditorState } from '@tiptap/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Evidence } from '@/components/evidence/use-evidence'
import { BlockTools, LetterTools, Tool, useFormats } from '@/components/ui/format-tools'
import { useRoving } from '@/components/ui/roving'
import { findAddresses, siteOf } from '@/lib/domain/addresses'
import { webAddress } from '@/lib/domain/sources'

/** Bold, italic, link, cite, lists and quote. */
export function ExplanationTools({
  editor,
  evidence,
}: {
  editor: Editor | null
  evidence: Evidence
}) {
  const [isLinking, setLinking] = useState(false)
  const formats = useFormats(editor)
  const roving = useRoving<HTMLDivElement>()
  const cite = () => {
    if (editor?.isActive('link')) citeLink(editor, evidence)
    else evidence.setAsking(true)
  }
  return (
    <>
      <div className="tools" role="toolbar" aria-label="Formatting" {...roving}>
        <LetterTools {...formats} />
        <Tool isOn={formats.now?.link} run={() => setLinking(!isLinking)}>
          Link
        </Tool>
        <Tool name={formats.now?.link ? 'Cite this link' : 'Cite a source'} run={cite}>
          Cite
        </Tool>
        <BlockTools {...formats} />
      </div>
      {isLinking && editor && <LinkField editor={editor} onDone={() => setLinking(false)} />}
      {!isLinking && editor && formats.now?.link && (
        <LinkLine editor={editor} evidence={evidence} />
      )}
    </>
  )
}

/** Where the link at the caret leads, and a way to make it evidence. */
function LinkLine({ editor, evidence }: { editor: Editor; evidence: Evidence }) {
  const href = useEditorState({
    editor,
    selector: ({ editor: now }) => String(now.getAttributes('link').href ?? ''),
  })
  return (
    <p className="link-line link-at">
      <span className="address" dir="ltr">
        {href}
      </span>
      <button type="button" className="link" onClick={() => citeLink(editor, evidence)}>
        Cite this
      </button>
    </p>
  )
}

/** The words of the link stay one; they name the source, until its title is written. */
function citeLink(editor: Editor, evidence: Evidence): void {
  const href = String(editor.getAttributes('link').href ?? '')
  const { from, to } = linkRange(editor)
  const words = editor.state.doc.textBetween(from, to, ' ').trim()
  evidence.cite(href, findAddresses(words).length > 0 || words === siteOf(href) ? '' : words)
  editor.commands.focus()
}

function linkRange(editor: Editor): { from: number; to: number } {
  const { link } = editor.schema.marks
  const { $from, from, to } = editor.state.selection
  return (link && getMarkRange($from, link)) || { from, to }
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
