import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Door } from '@/components/people/door'
import { SignInForm } from '@/components/people/sign-in-form'
import { currentCall } from '@/lib/auth'
import { returnPath } from '@/lib/domain/sessions'
import { paths } from '@/lib/paths'
import { findNewsroom } from '@/lib/services/newsrooms'
import { listDemoPeople } from '@/lib/services/people'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

type Query = Promise<Record<string, string | string[] | undefined>>

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const { from, csrf } = await searchParams
  const returnTo = returnPath(typeof from === 'string' ? from : undefined, paths.desk)
  if (await currentCall()) redirect(returnTo)

  const [newsroom, demoPeople] = await Promise.all([findNewsroom(), listDemoPeople()])
  return (
    <Door title={newsroom ? `Sign in to the desk of ${newsroom.name}` : 'Sign in to the desk'}>
      <SignInForm
        returnTo={returnTo}
        // The form was sent before its script had come.
        notice={csrf ? 'The page was still loading. Sign in again.' : ''}
        demoPeople={demoPeople}
      />
      <p className="door-fine">
        Readers need no account. <a href={paths.home}>Go to the fact-checks</a>
      </p>
    </Door>
  )
}
