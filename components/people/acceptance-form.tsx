'use client'

import { type FormEvent, useState } from 'react'
import { PasswordField } from '@/components/people/password-field'
import { signIn } from '@/components/people/session-requests'
import { Field } from '@/components/ui/field'
import { WhenReady } from '@/components/ui/when-ready'
import { ask } from '@/lib/client'
import { messageAt, type Refusal } from '@/lib/domain/outcomes'
import { type Role, roleWords } from '@/lib/domain/roles'
import { paths } from '@/lib/paths'

/** Joins the newsroom; or, where `name` is known already, chooses a new password. */
export function AcceptanceForm({
  token,
  email,
  role,
  name,
}: {
  token: string
  email: string
  role: Role
  name: string | null
}) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    const fields = new FormData(form)
    const password = String(fields.get('password'))
    setBusy(true)
    const outcome = await ask('POST', paths.api.acceptance(token), {
      name: name ?? String(fields.get('name')),
      password,
    })
    if (outcome.ok) return enter(email, password)
    setBusy(false)
    setRefusal(outcome)
    focusFirstFault(form, outcome)
  }

  return (
    <form method="post" onSubmit={submit} aria-busy={busy} noValidate>
      <WhenReady>
        <p className="door-error" role="alert">
          {refusal && !refusal.faults && (
            <>
              <b>Not saved.</b> {refusal.message}
            </>
          )}
        </p>
        {/* Not to be changed, and in a field so that password managers file the password under it. */}
        <Field label="E-mail" hint={`${roleWords[role].word}: ${roleWords[role].may}.`}>
          {wiring => (
            <input
              {...wiring}
              name="email"
              type="email"
              autoComplete="username"
              value={email}
              readOnly
            />
          )}
        </Field>
        {name === null && (
          <Field
            label="Your name"
            hint="It stands beside your notes, at the desk and in the history."
            error={messageAt(refusal, 'name')}
          >
            {wiring => <input {...wiring} name="name" type="text" autoComplete="name" />}
          </Field>
        )}
        <PasswordField
          label={name === null ? 'Password' : 'New password'}
          name="password"
          error={messageAt(refusal, 'password')}
          isNew
        />
        <div className="door-acts">
          <button type="submit" className="btn btn-main" aria-disabled={busy}>
            {labelOf(busy, name === null)}
          </button>
        </div>
      </WhenReady>
    </form>
  )
}

function labelOf(busy: boolean, joining: boolean): string {
  if (joining) return busy ? 'Joining…' : 'Join the desk'
  return busy ? 'Saving…' : 'Save the password'
}

/** Straight to the desk; where that fails the account is there all the same, and the door is next. */
async function enter(email: string, password: string) {
  const outcome = await signIn(email, password)
  window.location.assign(outcome.ok ? paths.desk : paths.signIn)
}

function focusFirstFault(form: HTMLFormElement, { faults = [] }: Refusal) {
  const field = faults
    .map(({ path }) => form.elements.namedItem(path))
    .find(each => each instanceof HTMLInputElement)
  field?.focus()
}
