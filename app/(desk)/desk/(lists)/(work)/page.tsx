import type { Metadata } from 'next'
import { clockOf } from '@/app/(desk)/clock'
import { greetingOf } from '@/components/work/greeting'
import { Queues } from '@/components/work/queues'
import { requireCall } from '@/lib/auth'
import { findWork } from '@/lib/services/work'

export const metadata: Metadata = { title: 'My work' }

export default async function WorkPage() {
  const call = await requireCall()
  const [work, clock] = await Promise.all([findWork(call), clockOf(call)])
  return (
    <>
      <header className="q-head">
        <h1>My work</h1>
        <p>{greetingOf(work, clock.now, clock.timeZone)}</p>
      </header>
      <Queues work={work} actorId={call.actor.id} clock={clock} />
    </>
  )
}
