'use client'

import type { FormEvent } from 'react'
import type { HalfTypedKind } from '@/components/editor/half-typed'
import { LeftWords } from '@/components/review/left-words'
import { useHalfTyped } from '@/components/review/use-half-typed'

/** A line to write a remark in; Enter sends it, Shift and Enter make a new line. */
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
  const { text: body, leftAt, setText: setBody } = useHalfTyped(noteId, kind)
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (body.trim() !== '' && (await send(body))) setBody('')
  }
  return (
    <form className="t-new" onSubmit={submit}>
      <textarea
        rows={1}
        aria-label={label}
        placeholder={label}
        dir="auto"
        value={body}
        onChange={event => setBody(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          void submit()
        }}
      />
      <LeftWords leftAt={leftAt} />
      {body.trim() !== '' && (
        <button type="submit" className="link">
          Send
        </button>
      )}
    </form>
  )
}
