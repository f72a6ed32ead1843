import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/lib/data/database'
import {
  type AnnotationView,
  annotationContent,
  contentHash,
  newContent,
} from '@/lib/domain/annotations'
import { hashText } from '@/lib/domain/canonical'
import { isApproved, reasonOfUndoing } from '@/lib/domain/review'
import type { Call } from '@/lib/domain/roles'
import {
  createAnnotation,
  findAnnotation,
  listVersions,
  moveAnnotation,
  saveAnnotation,
} from '@/lib/services/annotations'
import { findArticleDesk } from '@/lib/services/articles'
import { verifyAuditChain } from '@/lib/services/history'
import { morning, must, reasonOf } from '@/tests/support/newcomers'
import {
  approve,
  type BroughtIn,
  bringIn,
  kindsOf,
  later,
  type Newsroom,
  noteOn,
  openNewsroom,
  personAtWork,
  record,
  saying,
  spanOf,
  story,
  submit,
  write,
  writeApproved,
} from '@/tests/support/newsroom'

let room: Newsroom
let article: BroughtIn

beforeAll(async () => {
  room = await openNewsroom()
  article = await bringIn(room.maren)
})

describe('marking words', () => {
  it('keeps the words, their surroundings and their place, under a key of its own', async () => {
    const note = await write(room.maren, article)
    expect(note).toMatchObject({
      state: 'draft',
      version: 1,
      ownerId: room.maren.actor.id,
      authorIds: [room.maren.actor.id],
      content: noteOn('412 ships'),
      anchors: [
        {
          quote: '412 ships',
          prefix: 'The harbour handled ',
          suffix: ' in 2025, the mayor said. 🚢 It ',
        },
      ],
      published: null,
      createdAt: morning.toISOString(),
    })
    expect(note.key).toMatch(/^[23456789a-hjkmnp-z]{6}$/)
  })

  it('takes several places, in any order, once each, and over characters of two code units', async () => {
    const ship = story.indexOf('🚢')
    const anchors = [
      { start: ship, end: ship + 2 },
      { start: 0, end: 11 },
      { start: ship, end: ship + 2 },
    ]
    const note = await write(room.maren, article, noteOn('412 ships', { anchors }))
    expect(note.anchors.map(anchor => anchor.quote)).toEqual(['The harbour', '🚢'])
  })

  it('lets notes overlap, nest and rest on the very same words', async () => {
    const fresh = await bringIn(room.maren)
    for (const words of ['412 ships in 2025', '412 ships', '412 ships', 'ships in 2025, the mayor'])
      await write(room.ines, fresh, noteOn(words))
    const { desk } = must(await findArticleDesk(room.ines, fresh.id))
    expect(desk.annotations.map(note => note.anchors[0]?.quote)).toEqual([
      '412 ships in 2025',
      '412 ships',
      '412 ships',
      'ships in 2025, the mayor',
    ])
    expect(new Set(desk.annotations.map(note => note.key)).size).toBe(4)
  })

  const ship = story.indexOf('🚢')
  it.each([
    ['beyond the end of the text', { start: 0, end: story.length + 1 }, /not in the article/],
    ['only white space', { start: 3, end: 4 }, /only white space/],
    ['half of a surrogate pair', { start: ship + 1, end: ship + 5 }, /in half/],
    ['up to half of a surrogate pair', { start: 0, end: ship + 1 }, /in half/],
  ])('refuses %s, and writes nothing', async (_what, span, words) => {
    const before = await database.annotation.count()
    const content = noteOn('412 ships', { anchors: [{ start: 0, end: 3 }, span] })
    const request = { revisionId: article.revisionId, content, toCheck: false }
    expect(await createAnnotation(room.maren, article.id, request)).toMatchObject({
      reason: 'invalid',
      faults: [{ path: 'content.anchors.1', message: expect.stringMatching(words) }],
    })
    expect(await database.annotation.count()).toBe(before)
  })

  it.each([
    ['no characters', { start: 4, end: 4 }],
    ['a start after its end', { start: 5, end: 4 }],
    ['a place before the text', { start: -1, end: 4 }],
    ['half an offset', { start: 0.5, end: 4 }],
  ])('never comes to rest on %s', (_what, span) => {
    const content = { ...noteOn('412 ships'), anchors: [span] }
    expect(annotationContent.safeParse(content).success).toBe(false)
  })

  it('refuses a revision that is not the newest one of this article', async () => {
    const other = await bringIn(room.maren)
    const request = { revisionId: other.revisionId, content: noteOn('412 ships'), toCheck: false }
    expect(reasonOf(await createAnnotation(room.maren, article.id, request))).toBe('stale')
  })

  it('refuses an unknown rating and an unknown node, naming both', async () => {
    const explanation = { type: 'doc', content: [{ type: 'iframe' }] }
    const content = noteOn('412 ships', { ratingKey: 'pants-on-fire', explanation })
    const request = { revisionId: article.revisionId, content, toCheck: false }
    expect(await createAnnotation(room.maren, article.id, request)).toMatchObject({
      reason: 'invalid',
      faults: [{ path: 'content.explanation' }, { path: 'content.ratingKey' }],
    })
  })

  it('takes a mark to check only without a verdict', async () => {
    const request = { revisionId: article.revisionId, content: noteOn('412 ships'), toCheck: true }
    expect(reasonOf(await createAnnotation(room.maren, article.id, request))).toBe('invalid')
    const mark = await write(room.maren, article, noteOn('412 ships', { ratingKey: null }), true)
    expect(mark.state).toBe('to_check')
  })

  it.each(['not-an-id', '00000000-0000-4000-8000-000000000000'])(
    'finds no article at %s',
    async id => {
      const request = {
        revisionId: article.revisionId,
        content: noteOn('412 ships'),
        toCheck: false,
      }
      expect(reasonOf(await createAnnotation(room.maren, id, request))).toBe('not_found')
    },
  )
})

describe('saving a note', () => {
  it('raises the version, keeps the content and says in the log what changed', async () => {
    const note = await write(room.maren, article)
    const content = noteOn('412 ships', { claim: 'There were 412.', reasons: ['outdated'] })
    const { annotation } = must(
      await saveAnnotation(later(room.maren, 5), note.id, {
        revisionId: note.revisionId,
        version: 1,
        content,
      }),
    )
    expect(annotation).toMatchObject({ version: 2, content, state: 'draft' })
    const { versions } = must(await listVersions(room.maren, note.id))
    expect(versions.map(each => each.version)).toEqual([2, 1])
    expect(versions[0]?.hash).toBe(annotation.contentHash)
    for (const each of versions) expect(contentHash(each.content)).toBe(each.hash)
    const entry = await database.auditEvent.findFirst({ orderBy: { seq: 'desc' } })
    expect(entry).toMatchObject({
      annotationId: note.id,
      data: { kind: 'annotation.saved', version: 2, parts: ['claim', 'reasons'] },
    })
  })

  it('writes nothing where no word changed, in whatever order it comes', async () => {
    const note = await write(
      room.maren,
      article,
      noteOn('412 ships', { reasons: ['outdated', 'disputed'] }),
    )
    const entries = await database.auditEvent.count()
    const content = noteOn('412 ships', { reasons: ['disputed', 'outdated'] })
    expect(
      must(
        await saveAnnotation(room.maren, note.id, {
          revisionId: note.revisionId,
          version: 1,
          content,
        }),
      ).annotation,
    ).toEqual(note)
    expect(await database.auditEvent.count()).toBe(entries)
    expect(must(await listVersions(room.maren, note.id)).versions).toHaveLength(1)
  })

  it('moves the note to other words', async () => {
    const note = await write(room.maren, article)
    const content = noteOn('best year since 1998')
    const { annotation } = must(
      await saveAnnotation(room.maren, note.id, {
        revisionId: note.revisionId,
        version: 1,
        content,
      }),
    )
    expect(annotation.anchors.map(anchor => anchor.quote)).toEqual(['best year since 1998'])
    expect(annotation.content.anchors).toEqual(content.anchors)
  })

  it('lets exactly one of two who save at once through, and gives the other what was saved', async () => {
    for (let round = 0; round < 5; round++) {
      const note = await write(room.maren, article)
      const answers = await Promise.all([
        saveAnnotation(room.maren, note.id, {
          revisionId: note.revisionId,
          version: 1,
          content: noteOn('412 ships', { claim: 'Mine.' }),
        }),
        saveAnnotation(room.tobias, note.id, {
          revisionId: note.revisionId,
          version: 1,
          content: noteOn('412 ships', { claim: 'His.' }),
        }),
      ])
      expect(answers.map(reasonOf).sort()).toEqual(['ok', 'stale'])
      const kept = must(await findAnnotation(room.maren, note.id)).annotation
      expect(kept.version).toBe(2)
      expect(answers.find(each => !each.ok)).toMatchObject({ reason: 'stale', current: kept })
      expect(await database.annotationVersion.count({ where: { annotationId: note.id } })).toBe(2)
    }
  })

  it('answers a repeated save like the first, and a stale one with other words not at all', async () => {
    const note = await write(room.maren, article)
    const content = noteOn('412 ships', { claim: 'Once.' })
    const first = must(
      await saveAnnotation(room.maren, note.id, {
        revisionId: note.revisionId,
        version: 1,
        content,
      }),
    )
    const again = await saveAnnotation(room.maren, note.id, {
      revisionId: note.revisionId,
      version: 1,
      content,
    })
    expect(again).toEqual(first)
    const other = noteOn('412 ships', { claim: 'Twice.' })
    expect(
      await saveAnnotation(room.maren, note.id, {
        revisionId: note.revisionId,
        version: 1,
        content: other,
      }),
    ).toMatchObject({
      reason: 'stale',
      current: { content: { claim: 'Once.' } },
    })
  })

  it('takes no guessed version that comes true while it is being decided', async () => {
    const note = await write(room.maren, article)
    const content = noteOn('412 ships', { claim: 'Guessed.' })
    const saving = await database.$transaction(async tx => {
      // Saving reads the note, then waits here for the ratings; meanwhile the note moves on.
      await tx.$executeRaw`LOCK TABLE newsroom IN ACCESS EXCLUSIVE MODE`
      const answer = saveAnnotation(room.maren, note.id, {
        revisionId: note.revisionId,
        version: 2,
        content,
      })
      await expect.poll(() => countWaiting()).toBe(1)
      await tx.annotation.update({ where: { id: note.id }, data: { version: 2 } })
      return { answer }
    })
    expect(reasonOf(await saving.answer)).toBe('stale')
    const kept = must(await findAnnotation(room.maren, note.id)).annotation
    expect(kept).toMatchObject({ version: 2, contentHash: note.contentHash })
  })

  it('is the owner’s and the editors’', async () => {
    const note = await write(room.maren, article)
    const save = {
      revisionId: note.revisionId,
      version: 1,
      content: noteOn('412 ships', { claim: 'Other words.' }),
    }
    expect(await saveAnnotation(room.ines, note.id, save)).toMatchObject({
      reason: 'forbidden',
      message: expect.stringContaining('Maren Oduya'),
    })
    expect(must(await findAnnotation(room.ines, note.id)).annotation).toEqual(note)
    const { annotation } = must(await saveAnnotation(room.tobias, note.id, save))
    expect(annotation.authors.map(each => each.name)).toEqual(['Maren Oduya', 'Tobias Fenn'])
    expect(annotation.ownerId).toBe(room.maren.actor.id)
  })

  it('takes a mark to check for whoever writes in it', async () => {
    const mark = await write(room.maren, article, noteOn('412 ships', { ratingKey: null }), true)
    const save = { revisionId: mark.revisionId, version: 1, content: noteOn('412 ships') }
    const { annotation } = must(await saveAnnotation(room.ines, mark.id, save))
    expect(annotation).toMatchObject({ state: 'draft', ownerId: room.ines.actor.id })
    expect((await kindsOf(article.id)).slice(-2)).toEqual(['annotation.moved', 'annotation.saved'])
  })

  it('keeps HTML in every field as the text it is', async () => {
    const html = '<script>alert(1)</script><b onclick="x()">&amp;'
    const content = noteOn('412 ships', {
      claim: html,
      claimant: { name: html, role: html, saidOn: '', saidWhere: html },
      explanation: saying(html),
      citations: [{ ...record, title: html, publisher: html, passage: html, locator: html }],
    })
    const parsed = annotationContent.parse(content)
    const { id } = await write(room.maren, article, parsed)
    expect(must(await findAnnotation(room.maren, id)).annotation.content).toEqual(content)
  })

  it.each([
    ['a claim with a zero byte', { claim: 'a\u0000b' }],
    ['a claim with a lone surrogate', { claim: 'a\ud83d' }],
    [
      'a claimant with a lone surrogate',
      { claimant: { name: '\udea2', role: '', saidOn: '', saidWhere: '' } },
    ],
    ['a source that runs', { citations: [{ ...record, url: 'javascript:alert(1)' }] }],
    [
      'a source in the data of its address',
      { citations: [{ ...record, url: 'data:text/html,x' }] },
    ],
    [
      'an address with a zero byte',
      { citations: [{ ...record, url: 'https://a.example/\u0000' }] },
    ],
    [
      'an address with a lone surrogate',
      { citations: [{ ...record, url: 'https://a.example/\ud83d' }] },
    ],
    ['a date that is none', { citations: [{ ...record, publishedOn: '2022-02-30' }] }],
    ['too many words', { claim: 'x'.repeat(2001) }],
    ['a member that we do not know', { isAdmin: true }],
  ])('is not asked to keep %s', (_what, own) => {
    expect(annotationContent.safeParse({ ...noteOn('412 ships'), ...own }).success).toBe(false)
  })

  it.each([
    ['a link that runs', { marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
    [
      'a link with a lone surrogate',
      { marks: [{ type: 'link', attrs: { href: 'https://a.example/\ud83d' } }] },
    ],
    ['a zero byte', { text: 'a\u0000b' }],
    ['a lone surrogate', { text: 'a\ud83d' }],
  ])('refuses an explanation with %s', async (_what, own) => {
    const note = await write(room.maren, article)
    const explanation = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'See', ...own }] }],
    }
    const save = {
      revisionId: note.revisionId,
      version: 1,
      content: noteOn('412 ships', { explanation }),
    }
    expect(await saveAnnotation(room.maren, note.id, save)).toMatchObject({
      reason: 'invalid',
      faults: [{ path: 'content.explanation' }],
    })
  })
})

describe('moving a note', () => {
  it('sends it for review only when nothing is missing, and says all that is', async () => {
    const note = await write(
      room.maren,
      article,
      noteOn('412 ships', { ratingKey: null, citations: [], claim: '' }),
    )
    const move = { move: 'submit', version: 1, reason: '' } as const
    expect(await moveAnnotation(room.maren, note.id, move)).toMatchObject({
      reason: 'incomplete',
      faults: [{ message: 'Write the claim in one sentence.' }, { message: 'Choose a verdict.' }],
    })
    expect(must(await findAnnotation(room.maren, note.id)).annotation).toEqual(note)
  })

  it('keeps since when it is in review, and forgets it when it is taken back', async () => {
    const sent = await submit(later(room.maren, 30), await write(room.maren, article))
    expect(sent).toMatchObject({
      state: 'in_review',
      version: 2,
      submittedAt: later(room.maren, 30).at.toISOString(),
    })
    const recall = { move: 'recall', version: 2, reason: '' } as const
    const { annotation } = must(await moveAnnotation(room.maren, sent.id, recall))
    expect(annotation).toMatchObject({ state: 'draft', submittedAt: null })
  })

  it.each(['submit', 'retire'] as const)('refuses to %s somebody else’s note', async move => {
    const note = await write(room.maren, article)
    const request = { move, version: 1, reason: 'Because.' }
    expect(reasonOf(await moveAnnotation(room.ines, note.id, request))).toBe('forbidden')
    expect(reasonOf(await moveAnnotation(room.tobias, note.id, request))).toBe('ok')
  })

  it('gives a mark to the first of two who take it', async () => {
    const mark = await write(room.maren, article, noteOn('412 ships', { ratingKey: null }), true)
    const take = { move: 'take', version: 1, reason: '' } as const
    const [one, other] = await Promise.all([
      moveAnnotation(room.ines, mark.id, take),
      moveAnnotation(room.tobias, mark.id, take),
    ])
    expect([one, other].map(reasonOf).sort()).toEqual(['ok', 'stale'])
    const taker = one.ok ? room.ines : room.tobias
    expect(must(await findAnnotation(room.maren, mark.id)).annotation).toMatchObject({
      state: 'draft',
      ownerId: taker.actor.id,
    })
  })

  it('retires with a reason and brings back without one', async () => {
    const note = await write(room.maren, article)
    const retire = { move: 'retire', version: 1, reason: 'Nobody disputes it.' } as const
    const retired = must(await moveAnnotation(room.maren, note.id, retire)).annotation
    expect(retired).toMatchObject({ state: 'retired', retiredReason: 'Nobody disputes it.' })

    const save = {
      revisionId: note.revisionId,
      version: 2,
      content: noteOn('412 ships', { claim: 'New words.' }),
    }
    expect(reasonOf(await saveAnnotation(room.maren, note.id, save))).toBe('not_from_here')
    expect(reasonOf(await moveAnnotation(room.maren, note.id, { ...retire, version: 2 }))).toBe(
      'not_from_here',
    )

    const restore = { move: 'restore', version: 2, reason: '' } as const
    const { annotation } = must(await moveAnnotation(room.maren, note.id, restore))
    expect(annotation).toMatchObject({ state: 'draft', retiredReason: null, version: 3 })
  })

  it('brings a mark back as a mark', async () => {
    const mark = await write(room.maren, article, newContent([spanOf('412 ships')], ''), true)
    const retire = { move: 'retire', version: 1, reason: reasonOfUndoing } as const
    must(await moveAnnotation(room.maren, mark.id, retire))
    const restore = { move: 'restore', version: 2, reason: '' } as const
    const { annotation } = must(await moveAnnotation(room.maren, mark.id, restore))
    expect(annotation.state).toBe('to_check')
  })

  it.each(['maren', 'ines'] as const)(
    'brings a mark back to %s, who took it and wrote nothing yet',
    async taker => {
      const mark = await write(room.maren, article, newContent([spanOf('412 ships')], ''), true)
      const take = { move: 'take', version: 1, reason: '' } as const
      must(await moveAnnotation(room[taker], mark.id, take))
      const retire = { move: 'retire', version: 2, reason: 'Twice.' } as const
      must(await moveAnnotation(room.tobias, mark.id, retire))
      const restore = { move: 'restore', version: 3, reason: '' } as const
      const { annotation } = must(await moveAnnotation(room.tobias, mark.id, restore))
      expect(annotation).toMatchObject({ state: 'draft', ownerId: room[taker].actor.id })
    },
  )

  it('lets nobody undo the making of a note that others had to do with', async () => {
    const undo = (call: Call, { id, version }: AnnotationView) =>
      moveAnnotation(call, id, { move: 'retire', version, reason: reasonOfUndoing })
    const note = await write(room.maren, article)
    expect(reasonOf(await undo(room.tobias, note))).toBe('not_from_here')
    const approved = await writeApproved(room.maren, room.ines, article)
    expect(reasonOf(await undo(room.maren, approved))).toBe('not_from_here')
    expect(reasonOf(await undo(room.maren, note))).toBe('ok')
  })

  it('refuses a version that is not the one the person was looking at', async () => {
    const note = await write(room.maren, article)
    const sent = await submit(room.maren, note)
    const retire = { move: 'retire', version: 1, reason: 'Old.' } as const
    expect(await moveAnnotation(room.maren, note.id, retire)).toMatchObject({
      reason: 'stale',
      current: sent,
    })
  })
})

describe('changing what was approved', () => {
  it('voids the approval, visibly', async () => {
    const note = await writeApproved(room.maren, room.ines, article)
    expect(isApproved(note)).toBe(true)
    const save = {
      revisionId: note.revisionId,
      version: note.version,
      content: noteOn('412 ships', { explanation: saying('They counted 399.') }),
    }
    const { annotation } = must(await saveAnnotation(room.maren, note.id, save))
    expect(annotation).toMatchObject({ state: 'draft', submittedAt: null })
    expect(isApproved(annotation)).toBe(false)
    const entry = await database.auditEvent.findFirst({ orderBy: { seq: 'desc' } })
    expect(entry?.data).toEqual({
      kind: 'annotation.approval_voided',
      key: note.key,
      hash: note.contentHash,
    })
  })

  it('does not bring the approval back to other words by another way', async () => {
    const note = await writeApproved(room.maren, room.ines, article)
    const save = {
      revisionId: note.revisionId,
      version: note.version,
      content: noteOn('412 ships', { claim: 'Changed.' }),
    }
    const changed = must(await saveAnnotation(room.maren, note.id, save)).annotation
    expect(isApproved(await submit(room.maren, changed))).toBe(false)
  })

  it('asks someone else still, when the words are as they were approved', async () => {
    const note = await writeApproved(room.maren, room.ines, article)
    const away = {
      revisionId: note.revisionId,
      version: note.version,
      content: noteOn('412 ships', { claim: 'Changed.' }),
    }
    const changed = must(await saveAnnotation(room.maren, note.id, away)).annotation
    const back = { revisionId: note.revisionId, version: changed.version, content: note.content }
    const same = must(await saveAnnotation(room.maren, note.id, back)).annotation
    expect(same.contentHash).toBe(note.contentHash)
    expect(isApproved(same)).toBe(false)
    expect(isApproved(await approve(room.ines, await submit(room.maren, same)))).toBe(true)
  })

  it('leaves the approval alone where nothing changed', async () => {
    const note = await writeApproved(room.maren, room.ines, article)
    const save = { revisionId: note.revisionId, version: note.version, content: note.content }
    expect(must(await saveAnnotation(room.maren, note.id, save)).annotation.state).toBe('approved')
  })
})

describe('what holds for all of it', () => {
  it('counts the anchors in the revision’s text, and names its hash', async () => {
    const note = await write(room.maren, article)
    const [version] = must(await listVersions(room.maren, note.id)).versions
    expect(version?.content.revision).toBe(hashText(story))
    for (const { start, end, quote } of note.anchors) expect(story.slice(start, end)).toBe(quote)
  })

  it('is in the log, whose chain holds', async () => {
    const fresh = await bringIn(room.maren)
    const writer = await personAtWork('Someone New', 'checker')
    const note = await writeApproved(writer, room.ines, fresh)
    const retire = { move: 'retire', version: note.version, reason: 'Enough.' } as const
    must(await moveAnnotation(writer, note.id, retire))
    expect(await kindsOf(fresh.id)).toEqual([
      'article.created',
      'annotation.created',
      'annotation.moved',
      'annotation.reviewed',
      'annotation.moved',
    ])
    expect(await verifyAuditChain()).toMatchObject({ ok: true })
  })
})

/** How many wait in this database for a lock on the newsroom. */
async function countWaiting(): Promise<number> {
  const [row] = await database.$queryRaw<{ waiting: bigint }[]>`
    SELECT count(*) AS waiting FROM pg_locks
    WHERE NOT granted AND relation = 'newsroom'::regclass
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
  return Number(row?.waiting)
}
