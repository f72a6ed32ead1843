'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { RoleChoice } from '@/components/people/role-choice'
import { Field } from '@/components/ui/field'
import { WhenReady } from '@/components/ui/when-ready'
import { ask } from '@/lib/client'
import { formatDay } from '@/lib/domain/dates'
import { messageAt, type Refusal } from '@/lib/domain/outcomes'
import type { Role } from '@/lib/domain/roles'
import { paths } from '@/lib/paths'

/** A link that was just made; nobody can ask for it a second time. */
export interface MadeLink {
  email: string
  token: string
  /** ISO 8601. */
  expiresAt: string
}

export function InviteForm({ onMade }: { onMade: (link: MadeLink) => void }) {
  const [role, setRole] = useState<Role>('checker')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const email = useRef<HTMLInputElement>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy || !email.current) return
    const address = email.current.value
    setBusy(true)
    const outcome = await ask<Omit<MadeLink, 'email'>>('POST', paths.api.invites, {
      email: address,
      role,
    })
    setBusy(false)
    setRefusal(outcome.ok ? null : outcome)
    if (!outcome.ok) return email.current.focus()
    email.current.value = ''
    onMade({ email: address.trim().toLowerCase(), ...outcome })
  }

  return (
    <section className="q-section" aria-labelledby="invite">
      <header>
        <h2 id="invite">Invite someone</h2>
        <p>Makes a link that works once; you pass it on</p>
      </header>
      <form className="invite-form" onSubmit={submit} aria-busy={busy} noValidate>
        <WhenReady>
          <Field label="E-mail" error={messageAt(refusal, 'email') ?? refusal?.message}>
            {wiring => (
              <input {...wiring} ref={email} name="email" type="email" autoComplete="off" />
            )}
          </Field>
          <RoleChoice role={role} onChoose={setRole} />
          <button type="submit" className="btn btn-main" disabled={busy}>
            {busy ? 'Making the link…' : 'Make the invitation'}
          </button>
        </WhenReady>
      </form>
    </section>
  )
}

/** The link, shown once. It takes the focus, because it is what comes next. */
export function OneTimeLink({
  link,
  timeZone,
  onDone,
}: {
  link: MadeLink
  timeZone: string
  onDone: () => void
}) {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const address = `${window.location.origin}${paths.invite(link.token)}`

  useEffect(() => {
    // Once for each link: one that replaces another takes the focus again.
    if (link.token) field.current?.focus()
  }, [link.token])

  async function copy() {
    try {
      await navigator.clipboard.writeText(address)
    } catch {
      // Without the permission, or over plain http, the words are selected to be copied by hand.
      field.current?.select()
      return
    }
    setCopied(true)
  }

  return (
    <section className="one-time" aria-labelledby="one-time">
      <h2 id="one-time">The link for {link.email}</h2>
      <p>
        Pass it on yourself: Rubric sends no mail. It works once, until{' '}
        {formatDay(new Date(link.expiresAt), 'en', timeZone)}, and is not shown again.
      </p>
      <div className="one-time-row">
        <input
          ref={field}
          readOnly
          value={address}
          aria-label="One-time link"
          onFocus={event => event.currentTarget.select()}
        />
        <button type="button" className="btn btn-main" onClick={() => void copy()}>
          Copy the link
        </button>
        <button type="button" className="btn" onClick={onDone}>
          Done
        </button>
        <span role="status">{copied && 'Copied.'}</span>
      </div>
    </section>
  )
}
