'use client'

import { type UIEvent, useRef, useState } from 'react'
import { NoteCard } from '@/components/annotations/note-card'
import { useStore } from '@/components/editor/desk-context'
import { EmptyNotes } from '@/components/editor/empty-notes'
import { openNote } from '@/components/editor/note-actions'
import { useShownNotes } from '@/components/editor/use-shown-notes'
import { CloseButton } from '@/components/ui/close-button'
import { isClosed } from '@/components/ui/closed'

/** 40: some three windows of a phone; as many again come each time the end of them is near. */
const atOnce = 40

/** On a phone, which has no margin: the notes as a list that comes up from below. */
export function NotesSheet() {
  const store = useStore()
  const { notes } = useShownNotes()
  const sheet = useRef<HTMLDialogElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [count, setCount] = useState(atOnce)
  const show = () => {
    setCount(atOnce)
    setOpen(true)
    sheet.current?.showModal()
  }
  const close = () => sheet.current?.close()
  const scrolled = ({ currentTarget }: UIEvent<HTMLElement>) => {
    const { scrollTop, clientHeight, scrollHeight } = currentTarget
    if (count < notes.length && scrollTop + 2 * clientHeight > scrollHeight)
      setCount(count + atOnce)
  }
  return (
    <>
      <button type="button" className="notes-button" aria-haspopup="dialog" onClick={show}>
        List
      </button>
      <dialog
        ref={sheet}
        className="notes-sheet"
        aria-labelledby="notes-title"
        onClose={event => isClosed(event) && setOpen(false)}
        onScroll={scrolled}
      >
        <div className="o-head">
          <h2 id="notes-title">Notes</h2>
          <CloseButton name="Close the list" onClick={close} />
        </div>
        <ol>
          {isOpen &&
            notes.slice(0, count).map((note, index) => (
              <li key={note.id} aria-setsize={notes.length} aria-posinset={index + 1}>
                <NoteCard
                  note={note}
                  onOpen={() => {
                    close()
                    openNote(store, note.id, 'note')
                  }}
                />
              </li>
            ))}
        </ol>
        <EmptyNotes />
      </dialog>
    </>
  )
}
