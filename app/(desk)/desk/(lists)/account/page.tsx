import type { Metadata } from 'next'
import { EndSessionsButton } from '@/components/people/end-sessions-button'
import { PasswordForm } from '@/components/people/password-form'
import { SignOutButton } from '@/components/people/sign-out-button'
import { requireCall } from '@/lib/auth'
import { roleWords } from '@/lib/domain/roles'
import { paths } from '@/lib/paths'
import { findAccount } from '@/lib/services/people'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const call = await requireCall(paths.account)
  const account = await findAccount(call)
  if (!account.ok) throw new Error(account.message)
  const { name, role } = call.actor

  return (
    <>
      <header className="q-head">
        <h1>Your account</h1>
        <p>
          {name}, {account.email}. {roleWords[role].word}: {roleWords[role].may}.
        </p>
      </header>
      <section className="q-section" aria-labelledby="password">
        <header>
          <h2 id="password">Password</h2>
          <p>A new one signs you out everywhere else</p>
        </header>
        <PasswordForm email={account.email} />
      </section>
      <section className="q-section" aria-labelledby="sessions">
        <header>
          <h2 id="sessions">Where you are signed in</h2>
        </header>
        <div className="account-acts">
          <p>
            If a computer you used is lost, or was not yours, sign out everywhere and change the
            password.
          </p>
          <div className="acts">
            <SignOutButton />
            <EndSessionsButton />
          </div>
        </div>
      </section>
    </>
  )
}
