import type { Metadata } from 'next'
import { AcceptanceForm } from '@/components/people/acceptance-form'
import { Door } from '@/components/people/door'
import { paths } from '@/lib/paths'
import { findNewsroom } from '@/lib/services/newsrooms'
import { findInvite } from '@/lib/services/people'

export const metadata: Metadata = {
  title: 'Invitation',
  robots: { index: false },
  // The address of this page is a key; no other site is to hear of it.
  referrer: 'no-referrer',
}

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [newsroom, outcome] = await Promise.all([findNewsroom(), findInvite(token, new Date())])
  const desk = newsroom ? `the desk of ${newsroom.name}` : 'the desk'

  if (!outcome.ok)
    return (
      <Door title="This invitation cannot be used">
        <p>{outcome.message}</p>
        <p className="door-fine">
          <a href={paths.signIn}>Sign in to {desk}</a>
        </p>
      </Door>
    )

  const { invite } = outcome
  return (
    <Door title={invite.name ? `Choose a new password for ${desk}` : `Join ${desk}`}>
      <AcceptanceForm token={token} email={invite.email} role={invite.role} name={invite.name} />
    </Door>
  )
}
