'use client'

import { type FormEvent, useState } from 'react'

/** A line to write a remark in; Enter sends it, Shift and Enter make a new line. */
export function RemarkForm({
  label,
  send,
}: {
  label: string
  send: (body: string) => Promise<boolean>
}) {
  const [body, setBody] = useState('')
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
      {body.trim() !== '' && (
        <button type="submit" className="link">
          Send
        </button>
      )}
    </form>
  )
}
