'use client'

import { useDesk } from '@/components/editor/desk-context'

/**
 * Says to screen readers what the eye sees happen, and never while typing goes well. What follows at once
 * stands below what was said before it, so that neither takes the other's place unheard.
 */
export function LiveRegion() {
  const said = useDesk(state => state.said)
  return (
    <div className="sr" role="log" aria-label="What happened">
      {said.map(({ turn, words }) => (
        <p key={turn}>{words}</p>
      ))}
    </div>
  )
}
