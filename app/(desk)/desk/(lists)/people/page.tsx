import type { Metadata } from 'next'
import { PeopleDesk } from '@/components/people/people-desk'
import { requireCall } from '@/lib/auth'
import { mayAdminister } from '@/lib/domain/roles'
import { paths } from '@/lib/paths'
import { findNewsroom } from '@/lib/services/newsrooms'
import { listPeople } from '@/lib/services/people'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const call = await requireCall(paths.people)
  const [newsroom, outcome] = await Promise.all([findNewsroom(), listPeople(call)])
  if (!outcome.ok) throw new Error(outcome.message)
  const administers = mayAdminister(call.actor)

  return (
    <>
      <header className="q-head">
        <h1>People</h1>
        <p>
          {administers
            ? 'Who works at this desk, and what each may do.'
            : 'Who works at this desk. Admins invite people and change roles.'}
        </p>
      </header>
      <PeopleDesk
        people={outcome.people}
        invites={outcome.invites}
        myId={call.actor.id}
        administers={administers}
        timeZone={newsroom?.timeZone ?? 'UTC'}
        now={call.at.toISOString()}
      />
    </>
  )
}
