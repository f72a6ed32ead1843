'use client'

import { type Editor, useEditorState } from '@tiptap/react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { webAddress } from '@/lib/domain/sources'

/** Bold, italic, link, lists, quote, undo and redo, and how many words there are. */
export function ExplanationTools({ editor, words }: { editor: Editor | null; words: number }) {
  const [isLinking, setLinking] = useState(false)
  const now = useEditorState({
    editor,
    selector: ({ editor: each }) => ({
      bold: each?.isActive('bold') ?? false,
      italic: each?.isActive('italic') ?? false,
      link: each?.isActive('link') ?? false,
      list: each?.isActive('bulletList') ?? false,
      numbers: each?.isActive('orderedList') ?? false,
      quote: each?.isActive('blockquote') ?? false,
      canUndo: each?.can().undo() ?? false,
      canRedo: each?.can().redo() ?? false,
    }),
  })
  const run = (command: (chain: ReturnType<Editor['chain']>) => { run: () => boolean }) => {
    if (editor) command(editor.chain().focus()).run()
  }
  return (
    <>
      <div className="tools" role="toolbar" aria-label="Formatting">
        <Tool name="Bold" isOn={now?.bold} run={() => run(chain => chain.toggleBold())}>
          <b>B</b>
        </Tool>
        <Tool name="Italic" isOn={now?.italic} run={() => run(chain => chain.toggleItalic())}>
          <i>I</i>
        </Tool>
        <Tool isOn={now?.link} run={() => setLinking(!isLinking)}>
          Link
        </Tool>
        <Tool isOn={now?.list} run={() => run(chain => chain.toggleBulletList())}>
          List
        </Tool>
        <Tool isOn={now?.numbers} run={() => run(chain => chain.toggleOrderedList())}>
          Numbered
        </Tool>
        <Tool isOn={now?.quote} run={() => run(chain => chain.toggleBlockquote())}>
          Quote
        </Tool>
        <Tool isOff={!now?.canUndo} run={() => run(chain => chain.undo())}>
          Undo
        </Tool>
        <Tool isOff={!now?.canRedo} run={() => run(chain => chain.redo())}>
          Redo
        </Tool>
        <span className="count num">{words === 1 ? '1 word' : `${words} words`}</span>
      </div>
      {isLinking && editor && <LinkField editor={editor} onDone={() => setLinking(false)} />}
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
