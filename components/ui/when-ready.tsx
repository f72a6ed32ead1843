'use client'

import { type ReactNode, useSyncExternalStore } from 'react'
import './controls.css'

/**
 * Controls that cannot be used until the page's script has come: what is typed or pressed before
 * that would be lost.
 */
export function WhenReady({ children }: { children: ReactNode }) {
  const isReady = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <fieldset className="when-ready" disabled={!isReady}>
      {children}
    </fieldset>
  )
}

/** Ready once, ready for good. */
function never(): () => void {
  return () => {}
}
