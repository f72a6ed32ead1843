'use client'

import { type FormEvent, useState } from 'react'
import { LineField } from '@/components/annotations/line-field'
import { useStore } from '@/components/editor/desk-context'
import { useOff } from '@/components/review/outdated-why'
import { moveNote } from '@/components/review/review-actions'
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
  const [isOpen, setOpen] = useState(onCancel !== undefined)
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const retire = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') setFault('Say why the note is retired.')
    else void moveNote(store, note.id, 'retire', reason)
  }
  if (!isOpen)
    return (
      <p className="r-more">
        <button type="button" className="link" {...off} onClick={() => setOpen(true)}>
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
      <div className="r-btns">
        <button type="submit" className="btn" {...off}>
          Retire
        </button>
        <button type="button" className="btn" onClick={onCancel ?? (() => setOpen(false))}>
          Cancel
        </button>
      </div>
    </form>
  )
}
