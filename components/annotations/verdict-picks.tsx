'use client'

import type { KeyboardEvent } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { RatingIcon } from '@/components/ui/rating-mark'

/** The newsroom's scale; the chosen rating says what it means. */
export function VerdictPicks({
  name,
  ratingKey,
  onChange,
}: {
  name: string
  ratingKey: string | null
  onChange: (ratingKey: string | null) => void
}) {
  const { ratings } = useStore().desk
  const chosen = ratings.find(({ key }) => key === ratingKey)
  return (
    <fieldset className="f">
      <legend className="lab">Verdict</legend>
      <div
        className="picks"
        style={{ '--rows': Math.ceil(ratings.length / 2) } as React.CSSProperties}
      >
        {ratings.map(({ key, word, tint, icon }, index) => (
          <label key={key} className={`pick r-${tint}`}>
            <input
              type="radio"
              name={`verdict-${name}`}
              checked={key === ratingKey}
              // Chromium stops at each of them as long as none is chosen.
              tabIndex={key === ratingKey || (!chosen && index === 0) ? 0 : -1}
              onChange={() => onChange(key)}
              onKeyDown={goToEnd}
            />
            <span>
              <RatingIcon name={icon} />
              {word}
            </span>
          </label>
        ))}
      </div>
      <p className="help">
        {chosen ? chosen.definition : 'No verdict yet.'}{' '}
        {chosen && (
          <button type="button" className="link" onClick={() => onChange(null)}>
            Take the verdict off
          </button>
        )}
      </p>
    </fieldset>
  )
}

/** Home and End, which browsers leave out: the first and the last of the scale. */
function goToEnd(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Home' && event.key !== 'End') return
  event.preventDefault()
  const radios = [...(event.currentTarget.closest('.picks')?.querySelectorAll('input') ?? [])]
  const radio = event.key === 'Home' ? radios[0] : radios.at(-1)
  radio?.focus()
  radio?.click()
}
