'use client'

import { type FormEvent, useRef, useState } from 'react'
import { PasswordField } from '@/components/people/password-field'
import { signIn } from '@/components/people/session-requests'
import { Notice } from '@/components/ui/notice'
import { WhenReady } from '@/components/ui/when-ready'
import { ask } from '@/lib/client'
import { messageAt, type Refusal } from '@/lib/domain/outcomes'
import { paths } from '@/lib/paths'
import './people.css'

/** A new password ends every session; this browser then signs in again by itself. */
export function PasswordForm({ email }: { email: string }) {
  const form = useRef<HTMLFormElement>(null)
  const [state, setState] = useState<'idle' | 'busy' | 'saved'>('idle')
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (state === 'busy') return
    const fields = new FormData(event.currentTarget)
    const next = String(fields.get('next'))
    setState('busy')
    const outcome = await ask('POST', paths.api.password, {
      current: String(fields.get('current')),
      next,
    })
    if (!outcome.ok) return fail(outcome)
    await comeBack(email, next)
    form.current?.reset()
    setRefusal(null)
    setState('saved')
  }

  function fail(outcome: Refusal) {
    setState('idle')
    setRefusal(outcome)
    const field = form.current?.elements.namedItem(outcome.faults?.[0]?.path ?? 'current')
    if (field instanceof HTMLInputElement) field.focus()
  }

  return (
    <form
      ref={form}
      method="post"
      className="account-form"
      onSubmit={submit}
      aria-busy={state === 'busy'}
      noValidate
    >
      <WhenReady>
        {/* For password managers: whose password this is. */}
        <input
          className="sr"
          name="username"
          type="email"
          autoComplete="username"
          value={email}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <div>
          <PasswordField
            label="Present password"
            name="current"
            error={messageAt(refusal, 'current')}
          />
        </div>
        <div>
          <PasswordField
            label="New password"
            name="next"
            error={messageAt(refusal, 'next')}
            isNew
          />
        </div>
        {refusal && !refusal.faults && (
          <Notice lead="Not changed." tone="bad" live="alert">
            {refusal.message}
          </Notice>
        )}
        <div className="acts">
          <button type="submit" className="btn btn-main" disabled={state === 'busy'}>
            {state === 'busy' ? 'Changing…' : 'Change the password'}
          </button>
          <span role="status">
            {state === 'saved' && 'Changed. You were signed out everywhere but here.'}
          </span>
        </div>
      </WhenReady>
    </form>
  )
}

/** Where signing in again fails, the door says so better than this page could. */
async function comeBack(email: string, password: string) {
  const outcome = await signIn(email, password)
  if (!outcome.ok) window.location.assign(`${paths.signIn}?from=${paths.account}`)
}
