'use client'

import { type ClipboardEvent, type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { FieldFault } from '@/components/annotations/field-fault'
import type { Evidence } from '@/components/evidence/use-evidence'
import { addressesCopied } from '@/lib/domain/addresses'
import { optionalAddress } from '@/lib/domain/sources'

/** Begins with the address, from which the rest may be known; a source without one is added by leaving it empty. */
export function NewCitation({ evidence }: { evidence: Evidence }) {
  if (evidence.isAsking) return <AddressForm evidence={evidence} />
  return (
    <button type="button" className="btn" onClick={() => evidence.setAsking(true)}>
      Add evidence
    </button>
  )
}

/** An address that is pasted is taken at once; one that is typed, when it is sent. */
function AddressForm({ evidence }: { evidence: Evidence }) {
  const [address, setAddress] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])
  const paste = (event: ClipboardEvent) => {
    const pasted = addressesCopied(event.clipboardData.getData('text/plain'))
    if (address.trim() || pasted.length === 0) return
    event.preventDefault()
    evidence.addAll(pasted)
  }
  const add = (event: FormEvent) => {
    event.preventDefault()
    const parsed = optionalAddress.safeParse(address.trim())
    if (parsed.success) evidence.addAll([parsed.data])
    else setFault(parsed.error.issues[0]?.message)
  }
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
        onPaste={paste}
      />
      <FieldFault fault={fault} />
      <div className="say-acts">
        <button type="submit" className="btn">
          {address.trim() ? 'Add this source' : 'Add a source without an address'}
        </button>
        <button type="button" className="btn" onClick={() => evidence.setAsking(false)}>
          Cancel
        </button>
      </div>
    </form>
  )
}
