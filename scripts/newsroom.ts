import { defaultScale } from '@/lib/domain/scales'
import type { Settings } from '@/lib/env'
import { paths } from '@/lib/paths'
import { findNewsroom, setUpNewsroom } from '@/lib/services/newsrooms'
import { invitePerson } from '@/lib/services/people'
import { seedDemo } from '@/prisma/seed'

/** What a first start made: the demonstration, or an empty newsroom with a link for its admin. */
export type FirstStart = { kind: 'none' } | { kind: 'demo' } | { kind: 'real'; link: string }

/** Sets up a newsroom in a database that has none. */
export async function setUpOnce(settings: Settings, now: Date): Promise<FirstStart> {
  if (await findNewsroom()) return { kind: 'none' }
  if (settings.isDemo) {
    await seedDemo(now)
    return { kind: 'demo' }
  }
  if (!settings.adminEmail)
    throw new Error(
      'Set RUBRIC_ADMIN_EMAIL to the address of the first admin: a new newsroom needs one.',
    )
  await setUpNewsroom({ settings: emptyNewsroom, scale: defaultScale, isDemo: false }, now)
  return { kind: 'real', link: await inviteLink(settings, settings.adminEmail, 'admin', now) }
}

/** A one-time link for `email`, made from the command line. */
export async function inviteLink(
  settings: Settings,
  email: string,
  role: 'checker' | 'editor' | 'admin',
  now: Date,
): Promise<string> {
  const outcome = await invitePerson(null, { email, role }, now)
  if (!outcome.ok) throw new Error(outcome.message)
  return settings.appUrl + paths.invite(outcome.token)
}

const emptyNewsroom = {
  name: 'Newsroom',
  language: 'en',
  timeZone: 'UTC',
  method: '',
  correctionsPolicy: '',
  contact: '',
}
