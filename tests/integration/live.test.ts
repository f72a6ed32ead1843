import pg from 'pg'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { entriesChannel, findLastEntry } from '@/lib/data/audit'
import { database, transaction } from '@/lib/data/database'
import type { AuditEvent } from '@/lib/domain/audit'
import { personId } from '@/lib/domain/ids'
import { type Nudge, nudge, streamsPerPerson } from '@/lib/domain/live'
import { env } from '@/lib/env'
import { type Follower, Hub } from '@/lib/live/hub'
import { streamOf } from '@/lib/live/streams'
import { record } from '@/lib/services/audit'
import { listChanges, mayFollow } from '@/lib/services/live'
import { changePerson } from '@/lib/services/people'
import { findActor } from '@/lib/services/sessions'
import { startThread } from '@/lib/services/threads'
import { minutesAfter, must, reasonOf } from '@/tests/support/newcomers'
import {
  type BroughtIn,
  bringIn,
  type Newsroom,
  openNewsroom,
  write,
} from '@/tests/support/newsroom'

let newsroom: Newsroom
let article: BroughtIn
const hubs: Hub[] = []

beforeAll(async () => {
  newsroom = await openNewsroom()
  article = await bringIn(newsroom.maren)
})
afterEach(async () => {
  for (const each of hubs.splice(0)) await each.close()
})

/** As a process of the application has one. */
function openHub(): Hub {
  const hub = new Hub(() => env.databaseUrl ?? '')
  hubs.push(hub)
  return hub
}

const newestSeq = async () => (await findLastEntry(database))?.seq ?? 0

/** Someone who writes down what is told. */
function follower(own: Partial<Follower> = {}) {
  const told: Nudge[] = []
  const ends: string[] = []
  const met: string[] = []
  const each: Follower = {
    articleId: article.id,
    personId: newsroom.ines.actor.id,
    name: 'Ines Castellan',
    tell: news => told.push(news),
    meet: people => met.push(people.map(({ name }) => name).join()),
    beat: () => undefined,
    isSignedIn: async () => true,
    end: () => ends.push('ended'),
    ...own,
  }
  return { told, met, ends, each }
}

const soon = { timeout: 8_000, interval: 25 }

it('announces an entry when it is committed, and one that is undone never', async () => {
  const client = new pg.Client({ connectionString: env.databaseUrl })
  await client.connect()
  const heard: string[] = []
  client.on('notification', ({ payload }) => heard.push(payload ?? ''))
  await client.query(`LISTEN ${entriesChannel}`)
  const by = { actor: newsroom.maren.actor, at: minutesAfter(1) }
  const event: AuditEvent = { kind: 'newsroom.changed', fields: ['name'] }

  await expect(
    transaction(async tx => {
      await record(tx, by, event)
      throw new Error('Thought better of it.')
    }),
  ).rejects.toThrow('Thought better of it.')
  await transaction(async tx => {
    await record(tx, by, event)
    await client.query('SELECT 1')
    expect(heard).toEqual([])
  })
  const seq = await newestSeq()
  await expect.poll(() => heard, soon).toEqual([String(seq)])
  await client.end()
})

it('tells the followers in every process, and says whose doing it was', async () => {
  const [one, two] = [openHub(), openHub()]
  const [ines, maren] = [follower(), follower({ personId: newsroom.maren.actor.id })]
  const elsewhere = follower({ articleId: (await bringIn(newsroom.maren)).id })
  const since = await newestSeq()
  one.follow(ines.each, since)
  one.follow(elsewhere.each, since)
  two.follow(maren.each, since)

  await write(newsroom.maren, article)
  const seq = await newestSeq()
  await expect.poll(() => ines.told, soon).toEqual([{ seq, isOwn: false }])
  await expect.poll(() => maren.told, soon).toEqual([{ seq, isOwn: true }])
  expect(elsewhere.told).toEqual([])
})

it('tells a page that comes late what it missed', async () => {
  const since = await newestSeq()
  await write(newsroom.maren, article)
  const { told, each } = follower()
  openHub().follow(each, since)
  await expect.poll(() => told, soon).toEqual([{ seq: await newestSeq(), isOwn: false }])
  const upToDate = follower()
  const hub = openHub()
  hub.follow(upToDate.each, await newestSeq())
  await hub.catchUp()
  expect(upToDate.told).toEqual([])
})

it('comes back when its connection is cut, and has missed nothing', async () => {
  const hub = openHub()
  const { told, each } = follower()
  hub.follow(each, await newestSeq())
  await expect.poll(countListeners, soon).toBe(1)
  await cutListeners()
  await write(newsroom.maren, article)
  await expect.poll(() => told.at(-1)?.seq, soon).toBe(await newestSeq())
  await expect.poll(countListeners, soon).toBe(1)
  await write(newsroom.maren, article)
  await expect.poll(() => told.at(-1)?.seq, soon).toBe(await newestSeq())
})

it('ends the stream of an account that is closed, and of that one only', async () => {
  const { ruth, tobias, maren } = newsroom
  const [closed, open] = await Promise.all([streamFor(tobias.actor.id), streamFor(maren.actor.id)])
  await expect.poll(countListeners, soon).toBe(2)
  must(await changePerson(ruth, tobias.actor.id, { disabled: true }))
  expect(await closed.next()).toBe('over')

  await write(newsroom.ines, article)
  expect(await open.next()).toEqual({ seq: await newestSeq(), isOwn: false })
})

it('says who else is at an article, in whichever process, and when they go', async () => {
  const { maren } = newsroom
  const ines = follower()
  const other = follower({ personId: maren.actor.id, name: 'Maren Oduya' })
  const since = await newestSeq()
  openHub().follow(ines.each, since)
  await expect.poll(countListeners, soon).toBe(1)
  const leave = openHub().follow(other.each, since)
  await expect.poll(() => ines.met.at(-1), soon).toBe('Maren Oduya')
  leave()
  await expect.poll(() => ines.met.at(-1), soon).toBe('')
})

it('lets one person follow so many pages and no more', async () => {
  const hub = openHub()
  const { each } = follower()
  const leave = Array.from({ length: streamsPerPerson }, () => hub.follow({ ...each }, 0))
  expect(hub.isFull(each.personId)).toBe(true)
  expect(hub.isFull(newsroom.ruth.actor.id)).toBe(false)
  leave[0]?.()
  expect(hub.isFull(each.personId)).toBe(false)
})

it('keeps one message for a page that is slow, which stands for all before it', async () => {
  const { ines } = newsroom
  const stream = await streamFor(ines.actor.id)
  for (let count = 0; count < 5; count++) await write(newsroom.maren, article)
  const seq = await newestSeq()
  await stream.hub.catchUp()
  const first = await stream.next()
  const heard = [first, ...(first !== 'over' && first.seq < seq ? [await stream.next()] : [])]
  while (heard.length < 4 && lastSeq(heard) < seq) heard.push(await stream.next())
  expect(lastSeq(heard)).toBe(seq)
})

it('says what changed since, with one line for each sitting', async () => {
  const { maren, ines } = newsroom
  const since = await newestSeq()
  const note = await write(maren, article)
  must(await startThread(ines, note.id, { body: 'Which year?', quote: '' }))
  const { changes } = must(await listChanges(ines, article.id, since))
  expect(changes).toMatchObject({
    seq: await newestSeq(),
    revisionId: article.revisionId,
    isTooMuch: false,
  })
  expect(changes.notes.map(({ id }) => id)).toEqual([note.id])
  expect(changes.notes[0]?.threads[0]?.comments[0]?.body).toBe('Which year?')
  expect(changes.lines.map(({ actor, sentence }) => `${actor?.name} ${sentence}`)).toEqual([
    'Ines Castellan made a remark',
    'Maren Oduya marked “412 ships”',
  ])
  expect(must(await listChanges(ines, article.id, changes.seq)).changes.notes).toEqual([])
})

it('asks for a new page where the log does not reach what the page remembers', async () => {
  const { ines } = newsroom
  const { changes } = must(await listChanges(ines, article.id, (await newestSeq()) + 1))
  expect(changes).toMatchObject({ isTooMuch: true, notes: [] })
})

it('follows no article that is not there', async () => {
  const nowhere = '00000000-0000-4000-8000-000000000000'
  expect(reasonOf(await mayFollow(newsroom.ines, nowhere))).toBe('not_found')
  expect(reasonOf(await listChanges(newsroom.ines, nowhere, 0))).toBe('not_found')
})

/** A stream as a page reads it, in a process of its own. */
async function streamFor(id: string) {
  const hub = openHub()
  const events = streamOf(hub, {
    articleId: article.id,
    personId: id,
    name: id,
    since: await newestSeq(),
    isSignedIn: async () => (await findActor(personId.parse(id), 0)) !== null,
  })
  const reader = events.getReader()
  const next = async (): Promise<Nudge | 'over'> => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return 'over'
      const data = /^id: .*\ndata: (.*)$/m.exec(new TextDecoder().decode(value))?.[1]
      if (data) return nudge.parse(JSON.parse(data))
    }
  }
  return { hub, next }
}

function lastSeq(heard: readonly (Nudge | 'over')[]): number {
  const last = heard.at(-1)
  return last === undefined || last === 'over' ? 0 : last.seq
}

const listeners = `FROM pg_stat_activity WHERE application_name = 'rubric live' AND datname = current_database()`

async function countListeners(): Promise<number> {
  const [row] = await database.$queryRawUnsafe<{ count: bigint }[]>(
    `SELECT count(*) ${listeners} AND query <> ''`,
  )
  return Number(row?.count)
}

async function cutListeners(): Promise<void> {
  await database.$queryRawUnsafe(`SELECT pg_terminate_backend(pid) ${listeners}`)
}
