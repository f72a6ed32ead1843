import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/lib/data/database'
import { inviteDays } from '@/lib/domain/people'
import { defaultScale } from '@/lib/domain/scales'
import { setUpNewsroom } from '@/lib/services/newsrooms'
import {
  acceptInvite,
  changePassword,
  changePerson,
  endSessions,
  findInvite,
  invitePerson,
  listDemoPeople,
  listPeople,
  offerReset,
  offerResetByCommand,
  revokeInvite,
} from '@/lib/services/people'
import { checkCredentials, findActor } from '@/lib/services/sessions'
import { emptyDatabase } from '@/tests/support/empty-database'
import {
  minutesAfter,
  morning,
  must,
  newcomer,
  password,
  reasonOf,
} from '@/tests/support/newcomers'

const email = 'maren@courier.example'
const joining = { name: 'Maren Oduya', password }
const inviting = { email, role: 'checker' } as const
const lastMinute = minutesAfter(inviteDays * 24 * 60 - 1)
const tooLate = minutesAfter(inviteDays * 24 * 60)

beforeEach(emptyDatabase)

describe('an invitation', () => {
  it('lets its holder choose a name and a password, and sign in', async () => {
    const { token } = must(await invitePerson(null, inviting, morning))
    expect(must(await findInvite(token, morning)).invite).toEqual({ ...inviting, name: null })
    expect(must(await acceptInvite(token, joining, morning)).email).toBe(email)
    const signedIn = await checkCredentials({ email, password, network: 'x' }, morning)
    expect(must(signedIn).person).toMatchObject({ name: 'Maren Oduya', role: 'checker' })
  })

  it('works once', async () => {
    const { token } = must(await invitePerson(null, inviting, morning))
    must(await acceptInvite(token, joining, morning))
    expect(reasonOf(await acceptInvite(token, joining, morning))).toBe('gone')
    expect(reasonOf(await findInvite(token, morning))).toBe('gone')
  })

  it('works once when it is used twice at once', async () => {
    const { token } = must(await invitePerson(null, inviting, morning))
    const answers = await Promise.all([
      acceptInvite(token, joining, morning),
      acceptInvite(token, { ...joining, name: 'Somebody Else' }, morning),
    ])
    expect(answers.map(reasonOf).sort()).toEqual(['gone', 'ok'])
    expect(await database.person.count()).toBe(1)
  })

  it('runs out after seven days', async () => {
    const { token, expiresAt } = must(await invitePerson(null, inviting, morning))
    expect(expiresAt).toBe(tooLate.toISOString())
    expect(reasonOf(await findInvite(token, lastMinute))).toBe('ok')
    expect(reasonOf(await findInvite(token, tooLate))).toBe('gone')
    expect(reasonOf(await acceptInvite(token, joining, tooLate))).toBe('gone')
    expect(await database.person.count()).toBe(0)
  })

  it('replaces an older one for the same address', async () => {
    const older = must(await invitePerson(null, inviting, morning))
    const newer = must(await invitePerson(null, { email, role: 'editor' }, minutesAfter(1)))
    expect(reasonOf(await acceptInvite(older.token, joining, minutesAfter(2)))).toBe('not_found')
    must(await acceptInvite(newer.token, joining, minutesAfter(2)))
    expect(await database.person.findUnique({ where: { email } })).toMatchObject({ role: 'editor' })
  })

  it('stays the only one when several are made at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => invitePerson(null, inviting, morning)))
    expect(await database.invite.count({ where: { email } })).toBe(1)
  })

  it('is refused for someone who has an account', async () => {
    await newcomer('checker', email)
    expect(reasonOf(await invitePerson(null, inviting, morning))).toBe('taken')
  })

  it('can be taken back while nobody has used it', async () => {
    const admin = await newcomer('admin', 'ruth@courier.example')
    const { token } = must(await invitePerson(admin, inviting, morning))
    const [invite] = must(await listPeople(admin)).invites
    must(await revokeInvite(admin, invite?.id ?? ''))
    expect(reasonOf(await acceptInvite(token, joining, morning))).toBe('not_found')
    expect(must(await listPeople(admin)).invites).toEqual([])
  })

  it('is the admins’ to make, to see and to take back', async () => {
    const editor = await newcomer('editor', 'tobias@courier.example')
    must(await invitePerson(null, inviting, morning))
    const { id } = await database.invite.findFirstOrThrow({ where: { email } })
    expect(reasonOf(await invitePerson(editor, inviting, morning))).toBe('forbidden')
    expect(reasonOf(await revokeInvite(editor, id))).toBe('forbidden')
    expect(must(await listPeople(editor)).invites).toEqual([])
  })

  it('is stored without its token', async () => {
    const { token } = must(await invitePerson(null, inviting, morning))
    expect(JSON.stringify(await database.invite.findMany())).not.toContain(token)
    expect(token).toMatch(/^[\w-]{43}$/)
  })

  it('is not known where its token is made up', async () => {
    expect(reasonOf(await findInvite('x'.repeat(43), morning))).toBe('not_found')
    expect(reasonOf(await acceptInvite('', joining, morning))).toBe('not_found')
  })
})

describe('a link for a new password', () => {
  it('keeps the person, changes the password and ends the sessions', async () => {
    const admin = await newcomer('admin', 'ruth@courier.example')
    const { actor } = await newcomer('editor', email, 'Maren Oduya')
    const { token } = must(await offerReset(admin, actor.id))
    expect(must(await findInvite(token, morning)).invite.name).toBe('Maren Oduya')

    const next = 'another harbour at night'
    must(await acceptInvite(token, { name: 'Mallory', password: next }, morning))
    expect(await findActor(actor.id, 0)).toBeNull()
    const signedIn = await checkCredentials({ email, password: next, network: 'x' }, morning)
    expect(must(signedIn).person).toMatchObject({ name: 'Maren Oduya', role: 'editor', epoch: 1 })
  })

  it('is the admins’ to make, and not for a closed account', async () => {
    const admin = await newcomer('admin', 'ruth@courier.example')
    const maren = await newcomer('editor', email)
    expect(reasonOf(await offerReset(maren, admin.actor.id))).toBe('forbidden')
    const { token } = must(await offerReset(admin, maren.actor.id))
    must(await changePerson(admin, maren.actor.id, { disabled: true }))
    expect(reasonOf(await acceptInvite(token, joining, morning))).toBe('gone')
    expect(reasonOf(await offerReset(admin, maren.actor.id))).toBe('not_from_here')
  })
})

describe('a link for a new password from the command line', () => {
  it('lets a sole admin in again, and the log tell of it', async () => {
    const { actor } = await newcomer('admin', email, 'Maren Oduya')
    const { token } = must(await offerResetByCommand(email, morning))
    const [entry] = await database.auditEvent.findMany({ orderBy: { seq: 'desc' }, take: 1 })
    expect(entry).toMatchObject({ kind: 'person.reset_offered', actorId: null })

    const next = 'another harbour at night'
    must(await acceptInvite(token, { name: 'Mallory', password: next }, morning))
    const signedIn = await checkCredentials({ email, password: next, network: 'x' }, morning)
    expect(must(signedIn).person).toMatchObject({ id: actor.id, role: 'admin' })
  })

  it('is for nobody who has not joined, or whose account is closed', async () => {
    expect(reasonOf(await offerResetByCommand(email, morning))).toBe('not_found')
    const admin = await newcomer('admin', 'ruth@courier.example')
    const { actor } = await newcomer('checker', email)
    must(await changePerson(admin, actor.id, { disabled: true }))
    expect(reasonOf(await offerResetByCommand(email, morning))).toBe('not_from_here')
  })
})

describe('changing people', () => {
  it('gives another role', async () => {
    const admin = await newcomer('admin', 'ruth@courier.example')
    const { actor } = await newcomer('checker', email)
    const { person } = must(await changePerson(admin, actor.id, { role: 'editor' }))
    expect(person).toMatchObject({ email, role: 'editor', disabledAt: null })
  })

  it.each(['checker', 'editor'] as const)('is not for a %s', async role => {
    const admin = await newcomer('admin', 'ruth@courier.example')
    const call = await newcomer(role, email)
    expect(reasonOf(await changePerson(call, admin.actor.id, { role: 'checker' }))).toBe(
      'forbidden',
    )
    expect(reasonOf(await changePerson(call, call.actor.id, { role: 'admin' }))).toBe('forbidden')
  })

  it('is not for someone who lost the role since asking', async () => {
    const ruth = await newcomer('admin', 'ruth@courier.example')
    const tobias = await newcomer('admin', 'tobias@courier.example')
    must(await changePerson(ruth, tobias.actor.id, { role: 'checker' }))
    expect(reasonOf(await changePerson(tobias, ruth.actor.id, { role: 'checker' }))).toBe(
      'forbidden',
    )
  })

  it.each([
    ['role', { role: 'editor' }],
    ['account', { disabled: true }],
    ['role and account', { role: 'checker', disabled: true }],
  ] as const)('leaves the last admin the %s', async (_what, change) => {
    const admin = await newcomer('admin', 'ruth@courier.example')
    const closed = await newcomer('admin', 'former@courier.example')
    must(await changePerson(admin, closed.actor.id, { disabled: true }))
    expect(reasonOf(await changePerson(admin, admin.actor.id, change))).toBe('not_from_here')
    expect(await findActor(admin.actor.id, 0)).toMatchObject({ role: 'admin' })
  })

  it('leaves one admin when two take the role from each other at once', async () => {
    const ruth = await newcomer('admin', 'ruth@courier.example')
    const tobias = await newcomer('admin', 'tobias@courier.example')
    const answers = await Promise.all([
      changePerson(ruth, tobias.actor.id, { role: 'checker' }),
      changePerson(tobias, ruth.actor.id, { disabled: true }),
    ])
    expect(answers.map(reasonOf).sort()).toEqual(['forbidden', 'ok'])
    expect(await database.person.count({ where: { role: 'admin', disabledAt: null } })).toBe(1)
  })

  it('does not know whom nobody knows', async () => {
    const admin = await newcomer('admin', 'ruth@courier.example')
    const nobody = '018f3b1c-0000-7000-8000-000000000000' as typeof admin.actor.id
    expect(reasonOf(await changePerson(admin, nobody, { role: 'editor' }))).toBe('not_found')
  })
})

describe('a password', () => {
  const next = 'another harbour at night'

  it('is changed by who knows the present one', async () => {
    const call = await newcomer('checker', email)
    must(await changePassword(call, { current: password, next }))
    const attempt = { email, network: 'x' }
    expect(reasonOf(await checkCredentials({ ...attempt, password }, morning))).toBe('invalid')
    expect(reasonOf(await checkCredentials({ ...attempt, password: next }, morning))).toBe('ok')
  })

  it('is not changed by who does not, however often they guess', async () => {
    const call = await newcomer('checker', email)
    const guesses: string[] = []
    for (let guess = 0; guess < 11; guess++)
      guesses.push(reasonOf(await changePassword(call, { current: `guess ${guess}`, next })))
    expect(guesses).toEqual([...Array(10).fill('invalid'), 'throttled'])
    expect(await findActor(call.actor.id, 0)).not.toBeNull()
  })

  it('is changed once when it is changed twice at once', async () => {
    const call = await newcomer('checker', email)
    const answers = await Promise.all(
      [`${next} one`, `${next} two`].map(each =>
        changePassword(call, { current: password, next: each }),
      ),
    )
    expect(answers.map(reasonOf).sort()).toEqual(['ok', 'stale'])
  })
})

describe('the audit log', () => {
  it('has an entry for every change, by whoever made it', async () => {
    const ruth = await newcomer('admin', 'ruth@courier.example', 'Ruth Akande')
    must(await invitePerson(ruth, inviting, morning))
    const [invite] = must(await listPeople(ruth)).invites
    must(await revokeInvite(ruth, invite?.id ?? ''))
    const maren = await newcomer('checker', email, 'Maren Oduya')
    must(await changePerson(ruth, maren.actor.id, { role: 'editor' }))
    must(await changePerson(ruth, maren.actor.id, { disabled: true }))
    must(await changePerson(ruth, maren.actor.id, { disabled: false }))
    must(await changePassword(maren, { current: password, next: 'another harbour at night' }))
    must(await endSessions(maren))
    must(await offerReset(ruth, maren.actor.id))

    const entries = await database.auditEvent.findMany({ orderBy: { seq: 'asc' } })
    expect(entries.map(({ kind, actorId }) => [kind, actorId])).toEqual([
      ['person.invited', null],
      ['person.joined', ruth.actor.id],
      ['person.invited', ruth.actor.id],
      ['person.invite_revoked', ruth.actor.id],
      ['person.invited', null],
      ['person.joined', maren.actor.id],
      ['person.role_changed', ruth.actor.id],
      ['person.disabled', ruth.actor.id],
      ['person.enabled', ruth.actor.id],
      ['person.password_changed', maren.actor.id],
      ['person.signed_out_everywhere', maren.actor.id],
      ['person.reset_offered', ruth.actor.id],
    ])
  })

  it('has none for what changes nothing or is refused', async () => {
    const ruth = await newcomer('admin', 'ruth@courier.example')
    const before = await database.auditEvent.count()
    must(await changePerson(ruth, ruth.actor.id, { role: 'admin', disabled: false }))
    await changePerson(ruth, ruth.actor.id, { role: 'checker' })
    await changePassword(ruth, { current: 'not the one', next: 'another harbour at night' })
    expect(await database.auditEvent.count()).toBe(before)
  })

  it('holds no secret', async () => {
    const { token } = must(await invitePerson(null, inviting, morning))
    must(await acceptInvite(token, joining, morning))
    const entries = await database.auditEvent.findMany()
    const { passwordHash } = await database.person.findUniqueOrThrow({ where: { email } })
    const log = JSON.stringify(entries.map(({ seq: _, ...entry }) => entry))
    for (const secret of [token, password, passwordHash ?? '?']) expect(log).not.toContain(secret)
  })
})

describe('the people of a demonstration', () => {
  it.each([
    ['are offered at its door, without those who joined later', true, ['ruth@courier.example']],
    ['are offered at no other door', false, []],
  ])('%s', async (_what, isDemo, offered) => {
    must(await setUpNewsroom({ settings, scale: defaultScale, isDemo }, morning))
    const ruth = await newcomer('admin', 'ruth@courier.example')
    const { token } = must(await invitePerson(ruth, inviting, morning))
    must(await acceptInvite(token, joining, morning))
    expect((await listDemoPeople()).map(person => person.email)).toEqual(offered)
  })
})

const settings = {
  name: 'The Alderwick Courier',
  language: 'en',
  timeZone: 'UTC',
  method: '',
  correctionsPolicy: '',
  contact: '',
}
