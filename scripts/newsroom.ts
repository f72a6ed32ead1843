import { database } from '@/lib/data/database'
import { listPersonRows } from '@/lib/data/people'
import type { Role } from '@/lib/domain/roles'
import { defaultScale } from '@/lib/domain/scales'
import type { Settings } from '@/lib/env'
import { paths } from '@/lib/paths'
import { findNewsroom, setUpNewsroom } from '@/lib/services/newsrooms'
import { invitePerson, offerResetByCommand } from '@/lib/services/people'
import { seedDemo } from '@/prisma/seed'

/** The newsroom of a database, whether it was made now, and, until its first admin has joined, a link for them. */
export type NewsroomState =
  | { kind: 'demo'; isNew: boolean }
  | { kind: 'real'; isNew: boolean; link: string | null }

/** Finds the newsroom, and makes it where there is none. */
export async function openNewsroom(settings: Settings, now: Date): Promise<NewsroomState> {
  const newsroom = await findNewsroom()
  if (newsroom?.isDemo && !settings.isDemo)
    throw new Error(
      'This database holds the demonstration, whose password everyone knows; a real newsroom starts in one of its own. Set RUBRIC_DATA to a new folder, or DATABASE_URL to an empty database.',
    )
  if (newsroom?.isDemo) return { kind: 'demo', isNew: false }
  if (newsroom) return { kind: 'real', isNew: false, link: await linkForFirst(settings, now) }
  return settings.isDemo ? makeDemo(now) : makeReal(settings, now)
}

async function makeDemo(now: Date): Promise<NewsroomState> {
  await seedDemo(now)
  return { kind: 'demo', isNew: true }
}

async function makeReal(settings: Settings, now: Date): Promise<NewsroomState> {
  requireAdminEmail(settings)
  const outcome = await setUpNewsroom(
    { settings: emptyNewsroom, scale: defaultScale, isDemo: false },
    now,
  )
  if (!outcome.ok) throw new Error(outcome.message)
  return { kind: 'real', isNew: true, link: await linkForFirst(settings, now) }
}

/** A new link at each start for as long as nobody has joined: the one before may never have been read. */
async function linkForFirst(settings: Settings, now: Date): Promise<string | null> {
  if ((await listPersonRows(database)).length > 0) return null
  return inviteLink(settings.appUrl, requireAdminEmail(settings), 'admin', now)
}

function requireAdminEmail({ adminEmail }: Settings): string {
  if (adminEmail) return adminEmail
  throw new Error(
    'Nobody has joined this newsroom yet. Set RUBRIC_ADMIN_EMAIL to the address of its first admin.',
  )
}

/** A one-time link for `email` to the application at `address`, made from the command line. */
export async function inviteLink(
  address: string,
  email: string,
  role: Role,
  now: Date,
): Promise<string> {
  const outcome = await invitePerson(null, { email, role }, now)
  if (!outcome.ok) throw new Error(outcome.message)
  return address + paths.invite(outcome.token)
}

/** A one-time link to choose a new password, for someone who has joined; null for anyone else. */
export async function resetLink(address: string, email: string, now: Date): Promise<string | null> {
  const outcome = await offerResetByCommand(email, now)
  if (outcome.ok) return address + paths.invite(outcome.token)
  if (outcome.reason === 'not_found') return null
  throw new Error(outcome.message)
}

const emptyNewsroom = {
  name: 'Newsroom',
  language: 'en',
  timeZone: 'UTC',
  method: '',
  correctionsPolicy: '',
  contact: '',
}
