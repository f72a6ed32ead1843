'use client'

import { useRoving } from '@/components/ui/roving'
import { type VerdictReason, verdictReason, verdictReasons } from '@/lib/domain/scales'

export function ReasonPicks({
  reasons,
  onChange,
}: {
  reasons: readonly VerdictReason[]
  onChange: (reasons: VerdictReason[]) => void
}) {
  const roving = useRoving<HTMLDivElement>()
  const toggle = (reason: VerdictReason) =>
    onChange(
      reasons.includes(reason) ? reasons.filter(each => each !== reason) : [...reasons, reason],
    )
  return (
    <fieldset className="f">
      <legend className="lab">Reasons</legend>
      <div className="opts" role="toolbar" aria-label="Reasons" {...roving}>
        {verdictReason.options.map(reason => (
          <button
            key={reason}
            type="button"
            className="opt"
            aria-pressed={reasons.includes(reason)}
            onClick={() => toggle(reason)}
          >
            {verdictReasons[reason]}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
