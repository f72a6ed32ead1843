'use client'

import { useDesk } from '@/components/editor/desk-context'

/** Says to screen readers what the eye sees happen: one thing at a time, and never while typing goes well. */
export function LiveRegion() {
  const message = useDesk(state => state.message)
  return (
    <p className="sr" role="status">
      {message}
    </p>
  )
}
