'use client'

import { type FormEvent, type KeyboardEvent, useRef } from 'react'
import { useStore } from '@/components/editor/desk-context'
import type { HalfTypedKind } from '@/components/editor/half-typed'
import { CallingField } from '@/components/mentions/calling-field'
import { LeftWords } from '@/components/review/left-words'
import { useHalfTyped } from '@/components/review/use-half-typed'
import { writeRemark } from '@/lib/domain/mentions'

/** A line to write a remark in; Enter sends it, Shift and Enter make a new line, @ calls on a colleague. */
export function RemarkForm({
  noteId,
  kind,
  label,
  send,
}: {
  noteId: string
  kind: HalfTypedKind
  label: string
  send: (body: string) => Promise<boolean>
}) {
  const store = useStore()
  const { text, leftAt, setText, forget } = useHalfTyped(noteId, kind)
  const isSending = useRef(false)
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (text.trim() === '' || isSending.current) return
    isSending.current = true
    try {
      if (await send(writeRemark(text, store.desk.people))) forget(text)
    } finally {
      isSending.current = false
    }
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    void submit()
  }
  return (
    <form className="t-new" onSubmit={submit}>
      <CallingField
        rows={1}
        aria-label={label}
        placeholder={`${label}; @ calls on a colleague`}
        text={text}
        setText={setText}
        onKey={press}
      />
      <LeftWords leftAt={leftAt} />
      {text.trim() !== '' && (
        <button type="submit" className="link">
          Send
        </button>
      )}
    </form>
  )
}
