'use client'

import { type FormEvent, useState } from 'react'
import { LineField } from '@/components/annotations/line-field'
import { useStore } from '@/components/editor/desk-context'
import { LeftWords } from '@/components/review/left-words'
import { useOff } from '@/components/review/outdated-why'
import { moveNote } from '@/components/review/review-actions'
import { useHalfTyped } from '@/components/review/use-half-typed'
import type { AnnotationView } from '@/lib/domain/annotations'

/** Takes a note out of use, with a reason; it can be brought back. */
export function RetireForm({
  note,
  onCancel,
}: {
  note: AnnotationView
  /** Where somebody asked for the form already: what Cancel does. */
  onCancel?: () => void
}) {
  const store = useStore()
  const { off } = useOff()
  const { text: reason, leftAt, setText: setReason, forget } = useHalfTyped(note.id, 'retire')
  const [isBegun, setBegun] = useState(onCancel !== undefined)
  const [fault, setFault] = useState<string | undefined>()
  const retire = async (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') setFault('Say why the note is retired.')
    else if (await moveNote(store, note.id, 'retire', reason)) forget(reason)
  }
  const leave = () => {
    setReason('')
    setBegun(false)
    onCancel?.()
  }
  if (!isBegun && reason === '')
    return (
      <p className="r-more">
        <button type="button" className="link" {...off} onClick={() => setBegun(true)}>
          Retire the note…
        </button>
      </p>
    )
  return (
    <form className="retire" onSubmit={retire}>
      <LineField
        label="Why is it retired?"
        value={reason}
        autoFocus={onCancel !== undefined}
        fault={fault}
        help={
          note.published
            ? 'Readers will see this: the note is in a published edition.'
            : 'Stands in the history.'
        }
        onChange={setReason}
      />
      <LeftWords leftAt={leftAt} />
      <div className="r-btns">
        <button type="submit" className="btn" {...off}>
          Retire
        </button>
        <button type="button" className="btn" onClick={leave}>
          Cancel
        </button>
      </div>
    </form>
  )
}
