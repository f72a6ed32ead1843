'use client'

import { type KeyboardEvent, type TextareaHTMLAttributes, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { PeopleList } from '@/components/mentions/people-list'
import { usePicker } from '@/components/mentions/use-picker'
import { mentionQuery } from '@/lib/domain/mentions'

/** A plain text to write, in which "@" calls on a colleague. */
export function CallingField({
  text,
  setText,
  takesFocus = false,
  onKey,
  ...area
}: {
  text: string
  setText: (text: string) => void
  /** It came up because somebody wants to write in it. */
  takesFocus?: boolean
  /** Hears the keys that the list of colleagues does not take. */
  onKey?: (event: KeyboardEvent) => void
} & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange'>) {
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
  useEffect(() => {
    if (takesFocus) field.current?.focus()
  }, [takesFocus])
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (!picker.press(event)) onKey?.(event)
    else {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  return (
    <>
      <textarea
        {...area}
        ref={field}
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
    </>
  )
}
