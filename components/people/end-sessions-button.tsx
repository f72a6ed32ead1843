'use client'

import { useState } from 'react'
import { signOut } from '@/components/people/session-requests'
import { Dialog } from '@/components/ui/dialog'
import { ask } from '@/lib/client'
import { paths } from '@/lib/paths'

/** Ends the sessions of every browser, this one too, after asking. */
export function EndSessionsButton() {
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')

  async function end() {
    setBusy(true)
    const outcome = await ask('DELETE', paths.api.sessions)
    // The cookie is worth nothing now; that it goes too is tidiness.
    if (outcome.ok) await signOut()
    if (outcome.ok) return window.location.assign(paths.signIn)
    setBusy(false)
    setError(outcome.message)
  }

  return (
    <>
      <button type="button" className="btn" onClick={() => setAsked(true)}>
        Sign out everywhere
      </button>
      <Dialog
        open={asked}
        title="Sign out everywhere?"
        onClose={() => setAsked(false)}
        actions={
          <>
            <button
              type="button"
              className="btn btn-main"
              disabled={busy}
              onClick={() => void end()}
            >
              {busy ? 'Signing out…' : 'Sign out everywhere'}
            </button>
            <button type="button" className="btn" onClick={() => setAsked(false)}>
              Stay
            </button>
          </>
        }
      >
        <p>Every browser you are signed in with, this one too, has to sign in again.</p>
        <p role="alert">{error}</p>
      </Dialog>
    </>
  )
}
