import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/lib/data/database'
import { defaultScale } from '@/lib/domain/scales'
import { changeNewsroom, findNewsroom, setUpNewsroom } from '@/lib/services/newsrooms'
import { emptyDatabase } from '@/tests/support/empty-database'
import { morning, must, newcomer, reasonOf } from '@/tests/support/newcomers'

const settings = {
  name: 'The Alderwick Courier',
  language: 'en',
  timeZone: 'Europe/Oslo',
  method: 'We read the documents.',
  correctionsPolicy: 'We say so.',
  contact: 'corrections@courier.example',
}
const newsroom = { settings, scale: defaultScale, isDemo: false }

beforeEach(emptyDatabase)

describe('setting the newsroom up', () => {
  it('lays down its settings and its ratings, in their order', async () => {
    expect(await findNewsroom()).toBeNull()
    const shuffled = { ...defaultScale, ratings: [...defaultScale.ratings].reverse() }
    must(await setUpNewsroom({ ...newsroom, scale: shuffled }, morning))
    expect(await findNewsroom()).toEqual({
      ...settings,
      version: 1,
      isDemo: false,
      ratings: defaultScale.ratings,
    })
  })

  it('happens once, also when it is asked for twice at once', async () => {
    const answers = await Promise.all([1, 2].map(() => setUpNewsroom(newsroom, morning)))
    expect(answers.map(reasonOf).sort()).toEqual(['ok', 'taken'])
    expect(await database.scale.count()).toBe(1)
  })

  it.each([
    ['a time zone that is none', { ...newsroom, settings: { ...settings, timeZone: 'Mars/Base' } }],
    [
      'a scale of one rating',
      { ...newsroom, scale: { ...defaultScale, ratings: defaultScale.ratings.slice(0, 1) } },
    ],
    ['a worst value below 1', { ...newsroom, scale: withFirst({ value: 0 }) }],
    ['two ratings of one word', { ...newsroom, scale: withFirst({ word: 'False' }) }],
  ])('refuses %s, and writes nothing', async (_what, input) => {
    expect(await setUpNewsroom(input, morning)).toMatchObject({
      reason: 'invalid',
      faults: expect.arrayContaining([expect.anything()]),
    })
    expect(await database.scale.count()).toBe(0)
    expect(await database.auditEvent.count()).toBe(0)
  })
})

describe('changing the newsroom', () => {
  it('saves, raises the version and names what changed in the log', async () => {
    const admin = await ready()
    const changed = { ...settings, name: 'The Courier', timeZone: 'UTC' }
    expect(must(await changeNewsroom(admin, { version: 1, settings: changed })).version).toBe(2)
    expect(await findNewsroom()).toMatchObject({ ...changed, version: 2 })
    const entry = await database.auditEvent.findFirst({ orderBy: { seq: 'desc' } })
    expect(entry).toMatchObject({
      actorId: admin.actor.id,
      data: { kind: 'newsroom.changed', fields: ['name', 'time zone'] },
    })
  })

  it('tells the second of two who save at once, and shows them the first’s', async () => {
    const admin = await ready()
    const answers = await Promise.all(
      ['One', 'Two'].map(name =>
        changeNewsroom(admin, { version: 1, settings: { ...settings, name } }),
      ),
    )
    expect(answers.map(reasonOf).sort()).toEqual(['ok', 'stale'])
    const saved = (await findNewsroom())?.name
    expect(answers.find(answer => !answer.ok)).toMatchObject({
      current: { name: saved, version: 2 },
    })
  })

  it('writes nothing where nothing changed', async () => {
    const admin = await ready()
    const before = await database.auditEvent.count()
    expect(must(await changeNewsroom(admin, { version: 1, settings })).version).toBe(1)
    expect(await database.auditEvent.count()).toBe(before)
  })

  it.each(['checker', 'editor'] as const)('is not for a %s', async role => {
    must(await setUpNewsroom(newsroom, morning))
    const call = await newcomer(role, 'maren@courier.example')
    expect(reasonOf(await changeNewsroom(call, { version: 1, settings }))).toBe('forbidden')
  })
})

async function ready() {
  must(await setUpNewsroom(newsroom, morning))
  return newcomer('admin', 'ruth@courier.example')
}

function withFirst(change: object) {
  const [first, ...rest] = defaultScale.ratings
  if (!first) throw new Error('The default scale has no ratings.')
  return { ...defaultScale, ratings: [{ ...first, ...change }, ...rest] }
}
