import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/lib/data/database'
import { moveAnnotation, saveAnnotation } from '@/lib/services/annotations'
import { refusalFor } from '@/lib/services/failures'
import { type Fingerprint, listHistory, verifyAuditChain } from '@/lib/services/history'
import { reviewAnnotation } from '@/lib/services/reviews'
import { startThread } from '@/lib/services/threads'
import { emptyDatabase } from '@/tests/support/empty-database'
import { must, reasonOf } from '@/tests/support/newcomers'
import {
  type BroughtIn,
  bringIn,
  later,
  type Newsroom,
  noteOn,
  openNewsroom,
  record,
  saying,
  submit,
  write,
} from '@/tests/support/newsroom'

let room: Newsroom
let article: BroughtIn

beforeEach(async () => {
  await emptyDatabase()
  room = await openNewsroom()
  article = await bringIn(room.maren)
})

describe('the history of an article', () => {
  it('tells every step, by whom and when, the newest first', async () => {
    const note = await submit(later(room.maren, 2), await write(later(room.maren, 1), article))
    const { contentHash } = note
    const asked = { decision: 'ask_changes', contentHash, comment: 'Hm.' } as const
    must(await reviewAnnotation(later(room.ines, 3), note.id, asked))
    const { title, entries } = must(await listHistory(room.ruth, article.id))
    expect(title).toBe('The harbour that grew')
    expect(entries.map(({ actor, sentence }) => `${actor?.name} ${sentence}`)).toEqual([
      'Ines Castellan asked for changes',
      'Maren Oduya sent the note for review',
      'Maren Oduya marked “412 ships”',
      'Maren Oduya brought in “The harbour that grew”; revision 1 was frozen',
    ])
    expect(entries[0]).toMatchObject({
      at: later(room.ines, 3).at.toISOString(),
      annotation: { id: note.id, key: note.key, quote: '412 ships' },
      repeats: 1,
    })
  })

  it('makes one line of a sitting’s saves', async () => {
    const note = await write(room.maren, article)
    const saves = [
      noteOn('412 ships', { claim: 'One.' }),
      noteOn('412 ships', { claim: 'Two.' }),
      noteOn('412 ships', { claim: 'Two.', explanation: saying('Counted.') }),
    ]
    for (const [index, content] of saves.entries())
      must(
        await saveAnnotation(later(room.maren, index), note.id, {
          revisionId: note.revisionId,
          version: index + 1,
          content,
        }),
      )
    const { entries } = must(await listHistory(room.ruth, article.id))
    expect(entries).toHaveLength(3)
    expect(entries[0]).toMatchObject({
      sentence: 'changed the claim and the explanation',
      repeats: 3,
    })
  })

  it('names a note in each line by the words that it had then', async () => {
    const note = await write(room.maren, article)
    must(
      await saveAnnotation(later(room.maren, 30), note.id, {
        revisionId: note.revisionId,
        version: 1,
        content: noteOn('best year since 1998'),
      }),
    )
    const { entries } = must(await listHistory(room.ruth, article.id))
    expect(entries.map(({ annotation }) => annotation?.quote)).toEqual([
      'best year since 1998',
      '412 ships',
      undefined,
    ])
  })

  it('is not found where there is no article', async () => {
    expect(reasonOf(await listHistory(room.ruth, 'nothing'))).toBe('not_found')
  })
})

describe('the chain of the log', () => {
  it('holds, without gaps, also when many write at once', async () => {
    const notes = []
    for (let count = 0; count < 8; count++) notes.push(await write(room.maren, article))
    await Promise.all(
      notes.map(note => startThread(room.ines, note.id, { body: 'Hm.', quote: '' })),
    )
    expect(await verifyAuditChain()).toMatchObject({ ok: true, last: { seq: 18 } })
  })

  it('is refused every change by the database', async () => {
    await expect(database.auditEvent.updateMany({ data: { actorId: null } })).rejects.toThrow()
    await expect(database.auditEvent.deleteMany()).rejects.toThrow()
  })

  it.each([
    [
      'another actor',
      'UPDATE audit_events SET actor_id = NULL WHERE seq = 2',
      /entry 2 is not what was written/,
    ],
    [
      'another moment',
      `UPDATE audit_events SET at = at + interval '1 ms' WHERE seq = 2`,
      /entry 2 is not/,
    ],
    [
      'another event',
      `UPDATE audit_events SET data = data || '{"title":"x"}' WHERE seq = 2`,
      /entry 2 is not/,
    ],
    [
      'another kind',
      `UPDATE audit_events SET kind = 'thread.started' WHERE seq = 2`,
      /entry 2 is filed as/,
    ],
    ['an entry taken out', 'DELETE FROM audit_events WHERE seq = 2', /entry 3 does not follow 1/],
    [
      'an entry written anew with a right hash',
      `UPDATE audit_events SET hash = repeat('a', 64) WHERE seq = 2`,
      /entry 2 is not/,
    ],
    [
      'an entry that names another predecessor',
      `UPDATE audit_events SET previous_hash = repeat('b', 64) WHERE seq = 3`,
      /entry 3 names another predecessor/,
    ],
  ])('shows %s', async (_what, sql, fault) => {
    await write(room.maren, article)
    expect(await verifyAuditChain()).toMatchObject({ ok: true, last: { seq: 3 } })
    await tamper(sql)
    expect(await verifyAuditChain()).toEqual({ ok: false, fault: expect.stringMatching(fault) })
  })
})

describe('a fingerprint kept elsewhere', () => {
  it('is met as long as its entry stands', async () => {
    await write(room.maren, article)
    const kept = await lastOf()
    await write(room.maren, article)
    expect(await verifyAuditChain(kept)).toMatchObject({ ok: true, last: { seq: 4 } })
  })

  it('shows a tail cut off and another hash, which the chain alone does not', async () => {
    await write(room.maren, article)
    const kept = await lastOf()
    const fault = 'entry 3 is not there with the expected hash'
    const other = { ...kept, hash: 'a'.repeat(64) }
    expect(await verifyAuditChain(other)).toEqual({ ok: false, fault })

    await tamper('DELETE FROM audit_events WHERE seq = 3')
    expect(await verifyAuditChain()).toMatchObject({ ok: true, last: { seq: 2 } })
    expect(await verifyAuditChain(kept)).toEqual({ ok: false, fault })
  })
})

async function lastOf(): Promise<Fingerprint> {
  const outcome = await verifyAuditChain()
  if (!outcome.ok || !outcome.last) throw new Error('The log is broken or empty.')
  return outcome.last
}

describe('a change that fails in the middle', () => {
  afterEach(async () => {
    await database.$executeRawUnsafe('DROP TRIGGER IF EXISTS broken ON audit_events')
  })

  it.each([
    ['an entry that cannot be written', `RAISE EXCEPTION 'broken'`, null],
    ['a connection that breaks', 'PERFORM pg_terminate_backend(pg_backend_pid())', 'unavailable'],
  ])('leaves nothing behind after %s', async (_what, statement, reason) => {
    const note = await write(room.maren, article)
    const before = await everything()
    await breakLog(statement)

    const content = noteOn('best year since 1998', {
      claim: 'Lost.',
      citations: [{ ...record, url: 'https://lost.example/' }],
    })
    const retire = { move: 'retire', version: 1, reason: 'Lost.' } as const
    for (const attempt of [
      () =>
        saveAnnotation(room.maren, note.id, { revisionId: note.revisionId, version: 1, content }),
      () => write(room.maren, article, content),
      () => moveAnnotation(room.maren, note.id, retire),
    ]) {
      const error = await attempt().then(
        () => null,
        (thrown: unknown) => thrown,
      )
      expect(error).toBeInstanceOf(Error)
      expect(refusalFor(error)?.reason ?? null).toBe(reason)
    }
    expect(await everything()).toEqual(before)
  })
})

async function breakLog(statement: string): Promise<void> {
  await database.$executeRawUnsafe(
    `CREATE OR REPLACE FUNCTION break_log() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN ${statement}; RETURN NEW; END $$`,
  )
  await database.$executeRawUnsafe(
    'CREATE TRIGGER broken BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION break_log()',
  )
}

/** As a superuser, whom the guards do not stop, might do. */
async function tamper(sql: string): Promise<void> {
  await database.$transaction([
    database.$executeRaw`SET LOCAL session_replication_role = replica`,
    database.$executeRawUnsafe(sql),
  ])
}

async function everything() {
  return {
    annotations: await database.annotation.findMany(),
    versions: await database.annotationVersion.findMany(),
    anchors: await database.anchor.findMany(),
    citations: await database.citation.findMany(),
    sources: await database.source.findMany(),
    events: await database.auditEvent.findMany(),
  }
}
