'use client'

import { type FormEvent, useId, useState } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { UnreadWhy, useUnread } from '@/components/live/unread'
import { CallingField } from '@/components/mentions/calling-field'
import { LeftWords } from '@/components/review/left-words'
import { useOff } from '@/components/review/outdated-why'
import { approve, decide } from '@/components/review/review-actions'
import { useHalfTyped } from '@/components/review/use-half-typed'
import { keepFocus } from '@/components/undo/keep-focus'
import type { AnnotationView } from '@/lib/domain/annotations'
import { writeRemark } from '@/lib/domain/mentions'

/** A colleague's decision on the words as they are shown. Asking for changes says which. */
export function DecisionForm({ note }: { note: AnnotationView }) {
  const store = useStore()
  const { off } = useOff()
  const unread = useUnread(note.id)
  const { text: comment, leftAt, setText: setComment, forget } = useHalfTyped(note.id, 'review')
  const [isBegun, setBegun] = useState(false)
  const isAsking = isBegun || comment !== ''
  const [fault, setFault] = useState('')
  const id = useId()

  const leave = () => {
    setComment('')
    setBegun(false)
  }
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    if (comment.trim() === '') setFault('Say what should be changed.')
    else if (await decide(store, note.id, 'ask_changes', writeRemark(comment, store.desk.people))) {
      forget(comment)
      setBegun(false)
      // The field it was written in is gone.
      keepFocus(store)
    }
  }
  return (
    <form onSubmit={ask}>
      <UnreadWhy id={note.id} />
      {isAsking && (
        <>
          <label className="lab" htmlFor={id}>
            What should be changed
          </label>
          <div className="r-asking">
            <CallingField
              id={id}
              rows={3}
              placeholder="@ calls on a colleague"
              takesFocus={isBegun}
              text={comment}
              setText={text => {
                setComment(text)
                setFault('')
              }}
              aria-invalid={fault !== '' || undefined}
            />
          </div>
          {fault && <p className="fault">{fault}</p>}
          <LeftWords leftAt={leftAt} />
        </>
      )}
      <div className="r-btns">
        {note.state === 'in_review' && !isAsking && (
          <button
            type="button"
            className="btn btn-main"
            {...(unread ?? off)}
            aria-keyshortcuts="Shift+A"
            onClick={() => approve(store, note)}
          >
            Approve
          </button>
        )}
        {isAsking ? (
          <>
            <button type="submit" className="btn btn-main" {...off}>
              Ask for changes
            </button>
            <button type="button" className="btn" onClick={leave}>
              Cancel
            </button>
          </>
        ) : (
          <button type="button" className="btn" {...off} onClick={() => setBegun(true)}>
            Ask for changes…
          </button>
        )}
      </div>
      {!isAsking && note.state === 'in_review' && (
        <p className="help">Approving names exactly these words: any later change voids it.</p>
      )}
    </form>
  )
}
