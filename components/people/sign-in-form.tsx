'use client'

import { type FormEvent, useRef, useState } from 'react'
import { signIn } from '@/components/people/session-requests'
import { Field } from '@/components/ui/field'
import { WhenReady } from '@/components/ui/when-ready'
import { demoPassword } from '@/lib/domain/demo'
import { type Role, roleWords } from '@/lib/domain/roles'
import { paths } from '@/lib/paths'

export interface DemoPerson {
  name: string
  email: string
  role: Role
}

/** The door of the desk. In a demonstration its people stand beside it, one click each. */
export function SignInForm({
  returnTo,
  notice,
  demoPeople,
}: {
  returnTo: string
  notice: string
  demoPeople: readonly DemoPerson[]
}) {
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState(notice)

  async function enter(email: string, password: string, key: string) {
    if (busy) return
    setBusy(key)
    setError('')
    const outcome = await signIn(email, password)
    if (outcome.ok) return window.location.assign(returnTo)
    setBusy(null)
    setError(outcome.message)
    if (outcome.reason === 'invalid') retry()
  }

  function retry() {
    const field = form.current?.elements.namedItem('password')
    if (field instanceof HTMLInputElement) {
      field.focus()
      field.select()
    }
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    void enter(String(fields.get('email')), String(fields.get('password')), 'form')
  }

  return (
    <WhenReady>
      {/* The method keeps a password out of the address bar should the form be sent before its script has come. */}
      <form
        ref={form}
        method="post"
        action={paths.api.signIn}
        onSubmit={submit}
        aria-label="Sign in"
        aria-busy={busy !== null}
      >
        <p className="door-error" role="alert">
          {error && (
            <>
              <b>Not signed in.</b> {error}
            </>
          )}
        </p>
        <Field label="E-mail">
          {wiring => (
            <input {...wiring} name="email" type="email" autoComplete="username" required />
          )}
        </Field>
        <Field label="Password">
          {wiring => (
            <input
              {...wiring}
              name="password"
              type="password"
              autoComplete="current-password"
              required
            />
          )}
        </Field>
        <div className="door-acts">
          <button type="submit" className="btn btn-main" aria-disabled={busy !== null}>
            {busy === 'form' ? 'Signing in…' : 'Sign in'}
          </button>
        </div>
      </form>
      {demoPeople.length > 0 && (
        <DemoPeople
          people={demoPeople}
          busy={busy}
          onChoose={email => void enter(email, demoPassword, email)}
        />
      )}
    </WhenReady>
  )
}

function DemoPeople({
  people,
  busy,
  onChoose,
}: {
  people: readonly DemoPerson[]
  busy: string | null
  onChoose: (email: string) => void
}) {
  return (
    <section className="door-demo" aria-labelledby="demo">
      <h2 id="demo">This is a demonstration newsroom</h2>
      <p>
        Come in as one of its people. Two browsers, or a private window, let you be two of them at
        once.
      </p>
      <ul>
        {people.map(({ name, email, role }) => (
          <li key={email}>
            <button
              type="button"
              className="link"
              aria-disabled={busy !== null}
              onClick={() => onChoose(email)}
            >
              {busy === email ? 'Signing in' : 'Sign in'} as {name},{' '}
              {roleWords[role].word.toLowerCase()}
            </button>
            <span>{email}</span>
          </li>
        ))}
      </ul>
      <p>
        The password of all of them is <b>{demoPassword}</b>.
      </p>
    </section>
  )
}
