'use client'

import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { FieldFault } from '@/components/annotations/field-fault'
import { type Citation, optionalAddress } from '@/lib/domain/sources'

/** The stance that claims least, until one is chosen. */
const blank: Citation = {
  stance: 'gives_context',
  url: '',
  title: '',
  publisher: '',
  publishedOn: '',
  passage: '',
  passageKind: 'exact',
  locator: '',
}

/** Begins with the address, from which the rest may be known; a source without one is added by leaving it empty. */
export function NewCitation({ onAdd }: { onAdd: (citation: Citation) => void }) {
  const [isOpen, setOpen] = useState(false)
  const [address, setAddress] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => {
    if (isOpen) field.current?.focus()
  }, [isOpen])
  const close = () => {
    setOpen(false)
    setAddress('')
    setFault(undefined)
  }
  const add = (event: FormEvent) => {
    event.preventDefault()
    const parsed = optionalAddress.safeParse(address.trim())
    if (!parsed.success) return setFault(parsed.error.issues[0]?.message)
    onAdd({ ...blank, url: parsed.data })
    close()
  }

  if (!isOpen)
    return (
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        Add evidence
      </button>
    )
  return (
    <form className="new-cite" onSubmit={add} noValidate>
      <label className="lab" htmlFor={id}>
        Address of the source
      </label>
      <input
        ref={field}
        id={id}
        type="url"
        placeholder="https://"
        autoComplete="off"
        value={address}
        aria-invalid={fault !== undefined || undefined}
        onChange={event => setAddress(event.target.value)}
      />
      <FieldFault fault={fault} />
      <div className="say-acts">
        <button type="submit" className="btn">
          {address.trim() ? 'Add this source' : 'Add a source without an address'}
        </button>
        <button type="button" className="btn" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  )
}
