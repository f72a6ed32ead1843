'use client'

import { useDesk } from '@/components/editor/desk-context'
import { Avatar } from '@/components/ui/avatar'

/** Four: more would take the place of the title. */
const shown = 4

/** Colleagues who have the article open now. */
export function HereNow() {
  const here = useDesk(state => state.live.here)
  if (here.length === 0) return null
  const rest = here.length - shown
  return (
    <ul className="here" aria-label="Here now">
      {here.slice(0, shown).map(({ id, name }) => (
        <li key={id}>
          <Avatar name={name} />
        </li>
      ))}
      {rest > 0 && <li>and {rest} more</li>}
    </ul>
  )
}
