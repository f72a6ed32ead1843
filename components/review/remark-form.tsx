'use client'

import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from '@/components/editor/desk-context'
import type { HalfTypedKind } from '@/components/editor/half-typed'
import { PeopleList } from '@/components/mentions/people-list'
import { usePicker } from '@/components/mentions/use-picker'
import { LeftWords } from '@/components/review/left-words'
import { useHalfTyped } from '@/components/review/use-half-typed'
import { mentionQuery, writeRemark } from '@/lib/domain/mentions'

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
  const [caret, setCaret] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const query = mentionQuery(text.slice(0, caret))
  const from = query === null ? 0 : caret - query.length - 1
  const picker = usePicker(query, from, person => {
    const to = from + person.name.length + 2
    // All of it before the next key, which else is put in the middle of what is typed on.
    flushSync(() => {
      setText(`${text.slice(0, from)}@${person.name} ${text.slice(caret)}`)
      setCaret(to)
    })
    field.current?.focus()
    field.current?.setSelectionRange(to, to)
  })
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (text.trim() !== '' && (await send(writeRemark(text, store.desk.people)))) forget(text)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isTaken = picker.press(event)
    if (!isTaken && (event.key !== 'Enter' || event.shiftKey)) return
    event.preventDefault()
    if (isTaken) event.stopPropagation()
    else void submit()
  }
  return (
    <form className="t-new" onSubmit={submit}>
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        placeholder={`${label}; @ calls on a colleague`}
        dir="auto"
        value={text}
        {...picker.field}
        onChange={event => {
          setText(event.target.value)
          setCaret(event.target.selectionStart)
        }}
        onSelect={event => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => setCaret(0)}
        onKeyDown={press}
      />
      <PeopleList picker={picker} />
      <LeftWords leftAt={leftAt} />
      {text.trim() !== '' && (
        <button type="submit" className="link">
          Send
        </button>
      )}
    </form>
  )
}
