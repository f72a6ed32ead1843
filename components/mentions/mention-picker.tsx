'use client'

import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect } from 'react'
import { PeopleList } from '@/components/mentions/people-list'
import { usePicker } from '@/components/mentions/use-picker'
import { insertMention, mentionAt } from '@/lib/editor/mentions'

/** The list of colleagues under the "@" that is being typed in an explanation. */
export function MentionPicker({
  editor,
  listen,
}: {
  editor: Editor
  /** Who hears the keys pressed in the text. */
  listen: (press: (event: KeyboardEvent) => boolean) => void
}) {
  const at = useEditorState({
    editor,
    selector: ({ editor: now }) => (now.isFocused ? mentionAt(now.state) : null),
  })
  const picker = usePicker(at?.query ?? null, at?.from ?? 0, person => {
    if (at) insertMention(editor.view, at, person)
  })
  const { people, field, press } = picker
  useEffect(() => listen(press))
  useEffect(() => describeField(editor.view.dom, field))
  if (!at || people.length === 0) return null
  return <PeopleList picker={picker} style={placeUnder(editor, at.from)} />
}

/** The text is not drawn by React, so what it says of the list is set on it. */
function describeField(text: HTMLElement, field: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(field))
    if (value === undefined) text.removeAttribute(name)
    else text.setAttribute(name, value)
}

/** Under the line of the sign, inside the frame of the text. */
function placeUnder(editor: Editor, position: number) {
  const frame = editor.view.dom.closest('.rich')?.getBoundingClientRect()
  const place = editor.view.coordsAtPos(position)
  if (!frame) return {}
  const left = Math.min(place.left - frame.left, frame.width - 220)
  return { top: place.bottom - frame.top + 4, left: Math.max(0, left) }
}
