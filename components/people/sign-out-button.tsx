'use client'

import { useState } from 'react'
import { signOut } from '@/components/people/session-requests'
import { WhenReady } from '@/components/ui/when-ready'
import { paths } from '@/lib/paths'

/** Ends the session of this browser and goes to the door. */
export function SignOutButton({ className = 'btn' }: { className?: string }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')

  async function leave() {
    setBusy(true)
    const outcome = await signOut()
    if (outcome.ok) return window.location.assign(paths.signIn)
    setBusy(false)
    setError(outcome.message)
  }

  return (
    <>
      <WhenReady>
        <button type="button" className={className} onClick={leave} disabled={busy}>
          {busy ? 'Signing out…' : 'Sign out'}
        </button>
      </WhenReady>
      <span role="alert">{error}</span>
    </>
  )
}
