'use client'

import { useId } from 'react'
import { FieldFault } from '@/components/annotations/field-fault'
import { claimLengthAdvised, isLongClaim } from '@/lib/domain/annotations'

export function ClaimField({
  claim,
  fault,
  onChange,
}: {
  claim: string
  fault: string | undefined
  onChange: (claim: string) => void
}) {
  const id = useId()
  return (
    <div className="f">
      <label className="lab" htmlFor={id}>
        Claim
      </label>
      <textarea
        id={id}
        className="claim"
        rows={2}
        dir="auto"
        value={claim}
        aria-describedby={`${id}-help`}
        aria-invalid={fault !== undefined || undefined}
        onChange={event => onChange(event.target.value)}
      />
      <FieldFault fault={fault} />
      <p className="help" id={`${id}-help`}>
        {isLongClaim(claim)
          ? `${[...claim].length} characters: search engines cut a claim near ${claimLengthAdvised}. It may stay longer.`
          : 'One sentence that stands alone, as it will be printed.'}
      </p>
    </div>
  )
}
