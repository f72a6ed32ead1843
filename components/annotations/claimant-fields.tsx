'use client'

import { LineField } from '@/components/annotations/line-field'
import type { Claimant } from '@/lib/domain/annotations'

/** Who said it, as what, when and where. */
export function ClaimantFields({
  claimant,
  faultAt,
  onChange,
}: {
  claimant: Claimant
  faultAt: (key: keyof Claimant) => string | undefined
  onChange: (claimant: Claimant) => void
}) {
  const field = (key: keyof Claimant) => ({
    value: claimant[key],
    fault: faultAt(key),
    onChange: (value: string) => onChange({ ...claimant, [key]: value }),
  })
  return (
    <fieldset className="f pair">
      <legend className="sr">Claimant</legend>
      <LineField label="Who said it" autoComplete="off" {...field('name')} />
      <LineField label="Office or role" autoComplete="off" {...field('role')} />
      <LineField label="When" placeholder="2022-01-27" autoComplete="off" {...field('saidOn')} />
      <LineField label="Where" autoComplete="off" {...field('saidWhere')} />
    </fieldset>
  )
}
