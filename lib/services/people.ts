import { randomBytes } from 'node:crypto'
import { type Db, database, transaction } from '@/lib/data/database'
import {
  createInvite,
  findInviteByHash,
  findInviteRow,
  type InviteRow,
  listUninvitedEmails,
  listUnusedInvites,
  lockEmail,
  redeemInvite,
  removeInvite,
  removeUnusedInvites,
} from '@/lib/data/invites'
import { findNewsroomRow } from '@/lib/data/newsrooms'
import {
  createPerson,
  disablePerson,
  enablePerson,
  findPerson,
  findPersonByEmail,
  listPersonRows,
  lockActiveAdmins,
  lockPerson,
  type PersonRow,
  raiseEpoch,
  replacePassword,
  savePassword,
  saveRole,
} from '@/lib/data/people'
import { hashText } from '@/lib/domain/canonical'
import type { InviteSummary, PersonSummary } from '@/lib/domain/desk'
import type { PersonId } from '@/lib/domain/ids'
import { type Outcome, type Refusal, refuse } from '@/lib/domain/outcomes'
import {
  type Acceptance,
  type InviteRequest,
  inviteDays,
  type PasswordChange,
  type PersonChange,
} from '@/lib/domain/people'
import { type Call, mayAdminister, type Role } from '@/lib/domain/roles'
import { record } from '@/lib/services/audit'
import { checkPassword, hashPassword } from '@/lib/services/passwords'
import { countGuess, forgetGuesses } from '@/lib/services/sessions'

/** Everyone at the desk sees everyone; the open invitations are the admins'. */
export async function listPeople(
  call: Call,
): Promise<Outcome<{ people: PersonSummary[]; invites: InviteSummary[] }>> {
  const people = await listPersonRows(database)
  const invites = mayAdminister(call.actor) ? await listUnusedInvites(database) : []
  return { ok: true, people: people.map(summaryOf), invites: invites.map(inviteSummaryOf) }
}

/** Whom a visitor of a demonstration may sign in as; nobody, in a real newsroom. */
export async function listDemoPeople(): Promise<{ name: string; email: string; role: Role }[]> {
  const newsroom = await findNewsroomRow(database)
  if (!newsroom?.isDemo) return []
  const seeded = new Set(await listUninvitedEmails(database))
  const people = await listPersonRows(database)
  return people
    .filter(({ email, disabledAt }) => seeded.has(email) && !disabledAt)
    .map(({ name, email, role }) => ({ name, email, role }))
}

/** Gives another role, closes or opens an account. Closing ends its sessions. */
export function changePerson(
  call: Call,
  id: PersonId,
  change: PersonChange,
): Promise<Outcome<{ person: PersonSummary }>> {
  return transaction(async tx => {
    const admins = await lockActiveAdmins(tx)
    // The call was made before the lock: whoever lost the role in between is not among them.
    if (!mayAdminister(call.actor) || !admins.includes(call.actor.id)) return refuse('forbidden')
    const person = await lockPerson(tx, id)
    if (!person) return refuse('not_found')
    if (leavesNoAdmin(admins, person, change))
      return refuse(
        'not_from_here',
        `${person.name} is the last admin. Make someone else an admin first.`,
      )

    await applyRole(tx, call, person, change.role ?? person.role)
    await applyDisabled(tx, call, person, change.disabled ?? person.disabledAt !== null)
    return { ok: true, person: summaryOf((await findPerson(tx, id)) ?? person) }
  })
}

/**
 * Makes a one-time link's token. Without a call it is the command line or the seed that asks. The
 * token is in the answer and nowhere else: what is stored is its hash.
 */
export function invitePerson(
  call: Call | null,
  { email, role }: InviteRequest,
  at: Date,
): Promise<Outcome<{ token: string; expiresAt: string }>> {
  return transaction(async tx => {
    if (call && !mayAdminister(call.actor)) return refuse('forbidden')
    await lockEmail(tx, email)
    if (await findPersonByEmail(tx, email))
      return refuse('taken', `${email} has an account already.`)

    const invite = await replaceInvite(tx, call, { email, role }, at)
    await record(tx, call ?? { actor: null, at }, { kind: 'person.invited', email, role })
    return invite
  })
}

/** A one-time link with which someone who forgot their password chooses a new one. */
export function offerReset(
  call: Call,
  id: PersonId,
): Promise<Outcome<{ token: string; expiresAt: string }>> {
  return transaction(async tx => {
    const person = await findPerson(tx, id)
    if (!person) return refuse('not_found')
    if (!mayAdminister(call.actor)) return refuse('forbidden')
    return replaceWithReset(tx, call, person, call.at)
  })
}

/**
 * The same link, asked for on the command line: a sole admin who forgot the password has nobody
 * else to ask. Whoever can run commands on the database needs no permission from the newsroom.
 */
export function offerResetByCommand(
  email: string,
  at: Date,
): Promise<Outcome<{ token: string; expiresAt: string }>> {
  return transaction(async tx => {
    const person = await findPersonByEmail(tx, email)
    return person ? replaceWithReset(tx, null, person, at) : refuse('not_found')
  })
}

/** Takes an unused invitation back: its link then leads nowhere. */
export function revokeInvite(call: Call, id: string): Promise<Outcome> {
  return transaction(async tx => {
    const invite = await findInviteRow(tx, id)
    if (!invite) return refuse('not_found')
    if (!mayAdminister(call.actor)) return refuse('forbidden')
    if (!(await removeInvite(tx, id)))
      return refuse('not_from_here', 'This invitation has been used already.')

    await record(tx, call, { kind: 'person.invite_revoked', email: invite.email })
    return { ok: true }
  })
}

/** Whom a link is for, while it can be used. `name` is set where it is for a new password. */
export async function findInvite(
  token: string,
  at: Date,
): Promise<Outcome<{ invite: { email: string; role: Role; name: string | null } }>> {
  const open = await findOpenInvite(database, token, at)
  if (!open.ok) return open
  const { invite } = open
  const person = await findPersonByEmail(database, invite.email)
  return {
    ok: true,
    invite: { email: invite.email, role: person?.role ?? invite.role, name: person?.name ?? null },
  }
}

/** Uses an invitation up: someone joins, or chooses a new password where they had joined before. */
export async function acceptInvite(
  token: string,
  acceptance: Acceptance,
  at: Date,
): Promise<Outcome<{ email: string }>> {
  const found = await findOpenInvite(database, token, at)
  if (!found.ok) return found
  // Outside the transaction, and only for a link that is good: hashing is made to be slow.
  const passwordHash = await hashPassword(acceptance.password)

  return transaction(async tx => {
    const { email, tokenHash } = found.invite
    await lockEmail(tx, email)
    const person = await findPersonByEmail(tx, email)
    if (person?.disabledAt) return refuse('gone', 'This account is closed. Ask an admin.')
    if (!(await redeemInvite(tx, tokenHash, at))) return refuseLate(tx, token, at)
    if (person) await chooseAgain(tx, person, passwordHash, at)
    else await join(tx, found.invite, { name: acceptance.name, passwordHash }, at)
    return { ok: true, email }
  })
}

/** What a person is told of their own account. */
export async function findAccount(call: Call): Promise<Outcome<{ email: string }>> {
  const person = await findPerson(database, call.actor.id)
  return person ? { ok: true, email: person.email } : refuse('not_found')
}

/** Needs the present password, and ends every session, this one too. */
export async function changePassword(
  call: Call,
  { current, next }: PasswordChange,
): Promise<Outcome<{ email: string }>> {
  const person = await findPerson(database, call.actor.id)
  if (!person) return refuse('not_found')
  const throttled = await countGuess(person.email, call.at)
  if (throttled) return throttled
  if (!person.passwordHash || !(await checkPassword(person.passwordHash, current)))
    return wrongPassword()

  const checked = person.passwordHash
  const passwordHash = await hashPassword(next)
  const outcome = await transaction<Outcome<{ email: string }>>(async tx => {
    const saved = await savePassword(tx, call.actor.id, checked, passwordHash)
    if (saved === 'stale') return refuse('stale', 'Your password was changed meanwhile.')
    await record(tx, call, { kind: 'person.password_changed', name: person.name })
    return { ok: true, email: person.email }
  })
  if (outcome.ok) await forgetGuesses(person.email)
  return outcome
}

/** Signs a person out on every computer, this one too. */
export function endSessions(call: Call): Promise<Outcome> {
  return transaction(async tx => {
    const person = await lockPerson(tx, call.actor.id)
    if (!person) return refuse('not_found')
    await raiseEpoch(tx, call.actor.id)
    await record(tx, call, { kind: 'person.signed_out_everywhere', name: person.name })
    return { ok: true }
  })
}

function leavesNoAdmin(admins: readonly string[], person: PersonRow, change: PersonChange) {
  const wasOne = admins.includes(person.id)
  const staysOne = (change.role ?? 'admin') === 'admin' && change.disabled !== true
  return wasOne && !staysOne && admins.length === 1
}

async function applyRole(tx: Db, call: Call, person: PersonRow, to: Role): Promise<void> {
  const { id, name, role: from } = person
  if (from === to) return
  await saveRole(tx, id, to)
  await record(tx, call, { kind: 'person.role_changed', name, from, to })
}

async function applyDisabled(tx: Db, call: Call, person: PersonRow, to: boolean): Promise<void> {
  const { id, name, disabledAt } = person
  if ((disabledAt !== null) === to) return
  if (to) {
    await disablePerson(tx, id, call.at)
    await record(tx, call, { kind: 'person.disabled', name })
  } else {
    await enablePerson(tx, id)
    await record(tx, call, { kind: 'person.enabled', name })
  }
}

async function replaceWithReset(
  tx: Db,
  call: Call | null,
  person: PersonRow,
  at: Date,
): Promise<Outcome<{ token: string; expiresAt: string }>> {
  const { name, email, disabledAt } = person
  if (disabledAt) return refuse('not_from_here', 'Open this account again first.')
  await lockEmail(tx, email)
  const invite = await replaceInvite(tx, call, person, at)
  await record(tx, call ?? { actor: null, at }, { kind: 'person.reset_offered', name })
  return invite
}

async function replaceInvite(
  tx: Db,
  call: Call | null,
  { email, role }: InviteRequest,
  at: Date,
): Promise<{ ok: true; token: string; expiresAt: string }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(at.getTime() + inviteDays * 24 * 60 * 60 * 1000)
  await removeUnusedInvites(tx, email)
  await createInvite(tx, {
    email,
    role,
    tokenHash: hashText(token),
    expiresAt,
    invitedById: call?.actor.id ?? null,
    createdAt: at,
  })
  return { ok: true, token, expiresAt: expiresAt.toISOString() }
}

async function join(
  tx: Db,
  { email, role }: InviteRow,
  { name, passwordHash }: { name: string; passwordHash: string },
  at: Date,
): Promise<void> {
  const person = await createPerson(tx, { email, name, role, passwordHash, createdAt: at })
  await record(tx, { actor: person, at }, { kind: 'person.joined', name, role })
}

async function chooseAgain(
  tx: Db,
  person: PersonRow,
  passwordHash: string,
  at: Date,
): Promise<void> {
  await replacePassword(tx, person.id, passwordHash)
  await record(tx, { actor: person, at }, { kind: 'person.password_changed', name: person.name })
}

async function findOpenInvite(
  db: Db,
  token: string,
  at: Date,
): Promise<Outcome<{ invite: InviteRow }>> {
  const invite = await findInviteByHash(db, hashText(token))
  if (!invite)
    return refuse(
      'not_found',
      'This invitation is not known. It was replaced by a newer one or taken back, or a part of the link is missing.',
    )
  if (invite.usedAt) return usedInvite()
  if (invite.expiresAt <= at)
    return refuse(
      'gone',
      `This invitation ran out: it was good for ${inviteDays} days. Ask for a new one.`,
    )
  return { ok: true, invite }
}

/** Somebody was faster: used it, replaced it or took it back since it was looked at. */
async function refuseLate(db: Db, token: string, at: Date): Promise<Refusal> {
  const open = await findOpenInvite(db, token, at)
  return open.ok ? usedInvite() : open
}

function usedInvite(): Refusal {
  return refuse('gone', 'This invitation has been used. If it was you, sign in.')
}

function wrongPassword(): Refusal {
  const message = 'That is not your present password.'
  return refuse('invalid', message, [{ path: 'current', message }])
}

function summaryOf(person: PersonRow): PersonSummary {
  const { id, name, email, role, disabledAt, createdAt } = person
  return {
    id,
    name,
    email,
    role,
    disabledAt: disabledAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}

function inviteSummaryOf({ id, email, role, expiresAt }: InviteRow): InviteSummary {
  return { id, email, role, expiresAt: expiresAt.toISOString() }
}
