import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/lib/data/database'
import { attemptLimit, attemptWindowMs, networkAttemptLimit } from '@/lib/domain/people'
import { changePassword, changePerson, endSessions } from '@/lib/services/people'
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
const network = '203.0.113.7'
const right = { email, password, network }
const wrong = { ...right, password: 'a guess of twelve' }

beforeEach(emptyDatabase)

describe('signing in', () => {
  it('answers with the person and the epoch of the session', async () => {
    const { actor } = await newcomer('checker', email, 'Maren Oduya')
    expect(must(await checkCredentials(right, morning)).person).toEqual({
      id: actor.id,
      name: 'Maren Oduya',
      email,
      role: 'checker',
      epoch: 0,
    })
  })

  it('answers a wrong password, an unknown address and a closed account with the same words', async () => {
    await newcomer('checker', email)
    const admin = await newcomer('admin', 'ruth@courier.example')
    const closed = await newcomer('checker', 'gone@courier.example')
    must(await changePerson(admin, closed.actor.id, { disabled: true }))

    const answers = [
      await checkCredentials(wrong, morning),
      await checkCredentials({ ...right, email: 'nobody@courier.example' }, morning),
      await checkCredentials({ ...right, email: 'gone@courier.example' }, morning),
    ]
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
    expect(answers.map(reasonOf)).toEqual(['invalid', 'invalid', 'invalid'])
  })

  it.each([
    ['known', email],
    ['unknown', 'nobody@courier.example'],
  ])(
    'stops guesses at a %s address from whatever networks, in the same words',
    async (_what, at) => {
      await newcomer('checker', email)
      for (let guess = 0; guess < attemptLimit; guess++) {
        const from = { ...wrong, email: at, network: `198.51.100.${guess}` }
        expect(reasonOf(await checkCredentials(from, morning))).toBe('invalid')
      }
      expect(await checkCredentials({ ...right, email: at }, morning)).toMatchObject({
        reason: 'throttled',
        message: expect.not.stringContaining(at),
      })
    },
  )

  it('stops guesses from one network at whatever addresses', async () => {
    await newcomer('checker', email)
    await guessAtOthers(networkAttemptLimit)
    expect(reasonOf(await checkCredentials(right, morning))).toBe('throttled')
    const elsewhere = { ...right, network: '198.51.100.1' }
    expect(reasonOf(await checkCredentials(elsewhere, morning))).toBe('ok')
  })

  it('lets the others of a network in when one of them is stopped', async () => {
    await newcomer('checker', email)
    await newcomer('editor', 'tobias@courier.example')
    for (let guess = 0; guess <= attemptLimit; guess++) await checkCredentials(wrong, morning)
    expect(reasonOf(await checkCredentials(right, morning))).toBe('throttled')
    const colleague = { ...right, email: 'tobias@courier.example' }
    expect(reasonOf(await checkCredentials(colleague, morning))).toBe('ok')
  })

  it('counts guesses that are sent at once', async () => {
    await newcomer('checker', email)
    const answers = await Promise.all(
      Array.from({ length: attemptLimit * 2 }, (_, guess) =>
        checkCredentials({ ...wrong, network: `198.51.100.${guess}` }, morning),
      ),
    )
    expect(answers.map(reasonOf).filter(reason => reason === 'invalid')).toHaveLength(attemptLimit)
  })

  it('lets a network that is stopped lock nobody else out', async () => {
    await newcomer('checker', email)
    await guessAtOthers(networkAttemptLimit)
    for (let guess = 0; guess < attemptLimit; guess++) await checkCredentials(wrong, morning)

    const elsewhere = { ...right, network: '198.51.100.1' }
    expect(reasonOf(await checkCredentials(elsewhere, morning))).toBe('ok')
  })

  it('lets people in again when the window is over', async () => {
    await newcomer('checker', email)
    for (let guess = 0; guess <= attemptLimit; guess++) await checkCredentials(wrong, morning)
    expect(reasonOf(await checkCredentials(right, minutesAfter(14)))).toBe('throttled')
    const after = new Date(morning.getTime() + attemptWindowMs)
    expect(reasonOf(await checkCredentials(right, after))).toBe('ok')
  })

  it('forgets the failures of an address after a success, and never counts a success', async () => {
    await newcomer('checker', email)
    const moving = (attempt: typeof right, n: number) => ({
      ...attempt,
      network: `198.51.100.${n}`,
    })
    for (let guess = 0; guess < attemptLimit - 1; guess++)
      await checkCredentials(moving(wrong, guess), morning)
    expect(reasonOf(await checkCredentials(moving(right, 50), morning))).toBe('ok')
    for (let guess = 0; guess < attemptLimit - 1; guess++)
      expect(reasonOf(await checkCredentials(moving(wrong, 60 + guess), morning))).toBe('invalid')
  })

  it('lets any number of people in from one office', async () => {
    await newcomer('checker', email)
    for (let visit = 0; visit < attemptLimit * 2; visit++)
      expect(reasonOf(await checkCredentials(right, morning))).toBe('ok')
  })

  it('keeps no address and no network in the clear', async () => {
    await checkCredentials(wrong, morning)
    const keys = (await database.signInAttempt.findMany()).map(row => row.key)
    expect(keys.sort()).toEqual([
      expect.stringMatching(/^email:[0-9a-f]{64}$/),
      expect.stringMatching(/^net:[0-9a-f]{64}$/),
    ])
  })
})

describe('a session', () => {
  it('names its person as they are now', async () => {
    const admin = await newcomer('admin', 'ruth@courier.example')
    const { actor } = await newcomer('checker', email, 'Maren Oduya')
    must(await changePerson(admin, actor.id, { role: 'editor' }))
    expect(await findActor(actor.id, 0)).toEqual({
      id: actor.id,
      name: 'Maren Oduya',
      role: 'editor',
    })
  })

  it('is over when the account is closed, and stays over when it is opened again', async () => {
    const admin = await newcomer('admin', 'ruth@courier.example')
    const { actor } = await newcomer('checker', email)
    must(await changePerson(admin, actor.id, { disabled: true }))
    expect(await findActor(actor.id, 0)).toBeNull()
    expect(await findActor(actor.id, 1)).toBeNull()
    must(await changePerson(admin, actor.id, { disabled: false }))
    expect(await findActor(actor.id, 0)).toBeNull()
    expect(must(await checkCredentials(right, morning)).person.epoch).toBe(1)
  })

  it('is over when the password changes', async () => {
    const call = await newcomer('checker', email)
    must(await changePassword(call, { current: password, next: 'another harbour at night' }))
    expect(await findActor(call.actor.id, 0)).toBeNull()
    expect(await findActor(call.actor.id, 1)).not.toBeNull()
  })

  it('is over when its person signs out everywhere', async () => {
    const call = await newcomer('checker', email)
    must(await endSessions(call))
    expect(await findActor(call.actor.id, 0)).toBeNull()
  })

  it.each([
    ['nobody', '018f3b1c-0000-7000-8000-000000000000'],
    ['no id at all', 'maren'],
    ['nothing', ''],
  ])('that names %s is nobody’s', async (_what, id) => {
    expect(await findActor(id, 0)).toBeNull()
  })
})

/** Wrong passwords from one network, each at an address of its own. */
async function guessAtOthers(guesses: number): Promise<void> {
  const emails = Array.from({ length: guesses }, (_, guess) => `person${guess}@courier.example`)
  await Promise.all(emails.map(each => checkCredentials({ ...wrong, email: each }, morning)))
}
