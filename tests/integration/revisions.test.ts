import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/lib/data/database'
import { type AnnotationView, contentHash } from '@/lib/domain/annotations'
import type { Block } from '@/lib/domain/articles'
import { hashText } from '@/lib/domain/canonical'
import { approversOf, isApproved } from '@/lib/domain/review'
import type { ComparedNote, NewRevision, Wording } from '@/lib/domain/revisions'
import type { Call } from '@/lib/domain/roles'
import {
  createAnnotation,
  listVersions,
  moveAnnotation,
  saveAnnotation,
} from '@/lib/services/annotations'
import { changeArticle, createArticle, findArticleDesk } from '@/lib/services/articles'
import { compareRevisions } from '@/lib/services/comparisons'
import { planNextEdition } from '@/lib/services/editions'
import { listHistory, verifyAuditChain } from '@/lib/services/history'
import { reviewAnnotation } from '@/lib/services/reviews'
import { createNewRevision, listRevisions, previewRevision } from '@/lib/services/revisions'
import { startThread } from '@/lib/services/threads'
import { findWork } from '@/lib/services/work'
import { emptyDatabase } from '@/tests/support/empty-database'
import { must, reasonOf } from '@/tests/support/newcomers'
import {
  approve,
  type BroughtIn,
  bringIn,
  details,
  kindsOf,
  later,
  type Newsroom,
  noteNow,
  noteOn,
  openNewsroom,
  revise,
  rewording,
  saying,
  settle,
  spanOf,
  story,
  submit,
  writeApproved as writeApprovedNote,
  write as writeNote,
} from '@/tests/support/newsroom'

let room: Newsroom
let article: BroughtIn

beforeEach(async () => {
  await emptyDatabase()
  room = await openNewsroom()
  article = await bringIn(room.maren)
})

const figure = 'handled 412 ships in 2025'
const changedFigure = 'handled 398 ships in 2025'
const write = (call: Call, at: BroughtIn, content = noteOn(figure), toCheck = false) =>
  writeNote(call, at, content, toCheck)
const writeApproved = (writer: Call, reviewer: Call, at: BroughtIn, content = noteOn(figure)) =>
  writeApprovedNote(writer, reviewer, at, content)

const above = 'Correction: the year was wrong.'
const longer = `${above}\n${story}`
const fewer = story.replace('412', '398')
const without = '🚢 It was the best year since 1998.'

describe('a new revision', () => {
  it('is frozen as the next, with what is known of the change', async () => {
    const request = await rewording(room.maren, article, longer)
    const known = { ...request, changedOn: '2026-03', changeNote: 'The year was corrected.' }
    const made = must(await createNewRevision(later(room.maren, 5), article.id, known))
    expect(made.number).toBe(2)
    const row = await database.revision.findUnique({ where: { id: made.id } })
    expect(row).toMatchObject({
      number: 2,
      text: longer,
      textHash: hashText(longer),
      changedOn: '2026-03',
      changeNote: 'The year was corrected.',
      createdById: room.maren.actor.id,
      createdAt: later(room.maren, 5).at,
    })
    const { desk } = must(await findArticleDesk(room.ines, article.id))
    expect(desk.revision).toMatchObject({ id: made.id, number: 2 })
    const { entries } = must(await listHistory(room.ines, article.id))
    expect(entries[0]?.sentence).toBe(
      'brought in revision 2 (changed by the publisher: March 2026)',
    )
    expect(await verifyAuditChain()).toMatchObject({ ok: true })
  })

  it('carries verdict and approval with words that are the same', async () => {
    const note = await writeApproved(room.maren, room.ines, article)
    const { revisionId } = await revise(room.tobias, article, longer)
    const carried = await noteNow(room.ines, note)
    expect(carried).toMatchObject({
      state: 'approved',
      version: note.version + 1,
      revisionId,
      unsettled: [],
      anchors: [{ ordinal: 0, ...spanOf(figure, longer), quote: figure }],
      content: { ...note.content, anchors: [spanOf(figure, longer)] },
      heldHashes: [expect.not.stringMatching(note.contentHash), note.contentHash],
      updatedAt: note.updatedAt,
    })
    expect(carried.heldHashes[0]).toBe(carried.contentHash)
    expect(isApproved(carried)).toBe(true)
    expect(approversOf(carried)).toEqual([room.ines.actor.id])
    expect(await kindsOf(article.id)).toEqual([
      'article.created',
      'annotation.created',
      'annotation.moved',
      'annotation.reviewed',
      'revision.created',
      'annotation.carried',
    ])
    const { plan } = must(await planNextEdition(room.ruth, article.id))
    expect(plan.going.map(({ key, contentHash }) => ({ key, contentHash }))).toEqual([
      { key: note.key, contentHash: carried.contentHash },
    ])
  })

  it('keeps the content of a carried note in a version that makes nobody an author', async () => {
    const note = await submit(room.maren, await write(room.maren, article))
    await revise(room.tobias, article, longer)
    const { versions } = must(await listVersions(room.maren, note.id))
    const [carried, first] = versions
    expect(versions.map(each => each.carriedFrom)).toEqual([note.contentHash, null])
    expect(carried?.author.name).toBe('Tobias Fenn')
    expect(carried && contentHash(carried.content)).toBe(carried?.hash)
    expect(carried?.content).toEqual({
      ...first?.content,
      revision: hashText(longer),
      anchors: [{ ...spanOf(figure, longer), quote: figure }],
    })
    const now = await noteNow(room.tobias, note)
    expect(now.authors.map(each => each.name)).toEqual(['Maren Oduya'])
    // By the rule, and by the trigger.
    expect(isApproved(await approve(room.tobias, now))).toBe(true)
  })

  it('holds an approval through any number of revisions, until somebody writes', async () => {
    const note = await writeApproved(room.maren, room.ines, article)
    let at = article
    for (const lead of ['One.', 'Two.', 'Three.'])
      at = await revise(room.tobias, at, `${lead}\n${story}`)
    const carried = await noteNow(room.ines, note)
    expect(carried.heldHashes).toHaveLength(4)
    expect(carried.heldHashes.at(-1)).toBe(note.contentHash)
    expect(isApproved(carried)).toBe(true)

    const { revisionId, version } = carried
    const content = { ...carried.content, claim: 'Another claim.' }
    const save = { revisionId, version, content }
    const written = must(await saveAnnotation(room.maren, note.id, save)).annotation
    expect(written).toMatchObject({ state: 'draft', heldHashes: [written.contentHash] })
  })

  it('keeps the verdict where only typography changed', async () => {
    const note = await writeApproved(room.maren, room.ines, article, noteOn('the mayor said'))
    await revise(room.tobias, article, story.replace('the mayor said', 'the\u00a0mayor said'))
    const carried = await noteNow(room.ines, note)
    expect(isApproved(carried)).toBe(true)
    expect(carried.anchors[0]?.quote).toBe('the\u00a0mayor said')
  })

  it('freezes the verdict on words that changed, and voids its approval', async () => {
    const note = await writeApproved(room.maren, room.ines, article)
    const { revisionId } = await revise(room.tobias, article, fewer)
    const now = await noteNow(room.maren, note)
    expect(now).toMatchObject({
      state: 'draft',
      version: note.version + 1,
      contentHash: note.contentHash,
      submittedAt: null,
      revisionId,
      anchors: [],
      unsettled: [
        {
          ordinal: 0,
          placement: 'changed',
          quote: figure,
          prefix: note.anchors[0]?.prefix,
          suffix: note.anchors[0]?.suffix,
          ...spanOf(changedFigure, fewer),
          now: changedFigure,
          change: { kind: 'meaning', reasons: ['number'] },
          candidates: [],
          near: spanOf(changedFigure, fewer).start,
        },
      ],
    })
    expect(isApproved(now)).toBe(false)
    expect(must(await listVersions(room.maren, note.id)).versions).toHaveLength(1)
    expect((await kindsOf(article.id)).slice(-3)).toEqual([
      'revision.created',
      'annotation.unsettled',
      'annotation.approval_voided',
    ])
    const { entries } = must(await listHistory(room.ines, article.id))
    expect(entries.slice(0, 2).map(entry => entry.sentence)).toEqual([
      'left the note to be settled: in revision 2 its words are changed; its approval is void',
      'brought in revision 2; places of notes: 1 changed',
    ])
  })

  it('leaves lost words in the margin where they were', async () => {
    const note = await write(room.maren, article)
    await revise(room.maren, article, without)
    const now = await noteNow(room.maren, note)
    expect(now.anchors).toEqual([])
    expect(now.unsettled).toMatchObject([
      { placement: 'lost', quote: figure, start: null, end: null, now: '', change: null },
    ])
    expect(now.unsettled[0]?.near).toBeLessThanOrEqual(without.length)
  })

  it.each([
    ['draft', 'draft'],
    ['in_review', 'draft'],
    ['changes_asked', 'changes_asked'],
    ['to_check', 'to_check'],
    ['retired', 'retired'],
  ])('leaves a note that was %s %s', async (state, after) => {
    const note = await noteIn(state)
    await revise(room.tobias, article, fewer)
    expect(await noteNow(room.maren, note)).toMatchObject({
      state: after,
      unsettled: [{ placement: 'changed' }],
    })
  })

  it('does not let the words be saved, sent, taken back into review or published before they are settled', async () => {
    const note = await writeApproved(room.maren, room.ines, article)
    await revise(room.tobias, article, fewer)
    const now = await noteNow(room.maren, note)
    const { version, revisionId } = now
    const content = noteOn('ships', { claim: 'Fewer.' })
    const save = { version, revisionId, content }
    expect(await saveAnnotation(room.maren, note.id, save)).toMatchObject({
      reason: 'not_from_here',
      message: expect.stringContaining('Settle first'),
    })
    const move = { move: 'submit', version, reason: '' } as const
    expect(await moveAnnotation(room.maren, note.id, move)).toMatchObject({
      reason: 'incomplete',
      faults: [{ message: expect.stringContaining('Settle first') }],
    })
    const review = { decision: 'approve', contentHash: note.contentHash, comment: '' } as const
    expect(reasonOf(await reviewAnnotation(room.ines, note.id, review))).toBe('not_from_here')
    const { plan } = must(await planNextEdition(room.ruth, article.id))
    expect(plan).toMatchObject({
      going: [],
      held: [{ why: 'The article changed under it: settle where it rests first.', blocks: false }],
    })
    must(await startThread(room.ines, note.id, { body: 'The figure is another now.', quote: '' }))
    const retire = { move: 'retire', version, reason: 'The claim is gone.' } as const
    expect(must(await moveAnnotation(room.maren, note.id, retire)).annotation.state).toBe('retired')
  })

  it('brings a note that waits to be settled into its author’s queue', async () => {
    const note = await writeApproved(room.maren, room.ines, article)
    await revise(later(room.tobias, 30), article, fewer)
    const { toWrite } = await findWork(room.maren)
    expect(toWrite).toMatchObject([
      { annotationId: note.id, state: 'draft', unsettled: 1, quote: figure },
    ])
    expect(toWrite[0]?.since).toBe(later(room.tobias, 30).at.toISOString())
  })

  it('finds words again that went in one revision and come back in the next', async () => {
    const note = await write(room.maren, article)
    const gone = await revise(room.maren, article, without)
    const changed = await revise(room.maren, gone, fewer)
    expect((await noteNow(room.maren, note)).unsettled).toMatchObject([
      { placement: 'changed', quote: figure, now: changedFigure },
    ])
    await revise(room.maren, changed, longer)
    const back = await noteNow(room.maren, note)
    expect(back.unsettled).toEqual([])
    expect(back.anchors).toMatchObject([{ ...spanOf(figure, longer), quote: figure }])
    expect(back).toMatchObject({ state: 'draft', version: 4 })
    expect(back.heldHashes.at(-1)).toBe(note.contentHash)
  })

  it('places each of a note’s anchors, and leaves only those open that are others', async () => {
    const anchors = [spanOf(figure), spanOf('best year since 1998')]
    const note = await write(room.maren, article, noteOn(figure, { anchors }))
    const text = `${above}\n${fewer}`
    await revise(room.maren, article, text)
    expect(await noteNow(room.maren, note)).toMatchObject({
      anchors: [{ ordinal: 1, ...spanOf('best year since 1998', text) }],
      unsettled: [{ ordinal: 0, placement: 'changed', now: changedFigure }],
      contentHash: note.contentHash,
    })
  })

  it('numbers notes by where they are to be settled, and stays in the order of the text', async () => {
    const last = await write(room.maren, article, noteOn('best year'))
    const first = await write(room.maren, article)
    await revise(room.maren, article, fewer)
    const { desk } = must(await findArticleDesk(room.maren, article.id))
    expect(desk.annotations.map(note => note.id)).toEqual([first.id, last.id])
  })

  it('carries a thousand spaces and surrogates as they are', async () => {
    const note = await write(room.maren, article, noteOn('🚢'))
    const text = `${' '.repeat(1000)}👩‍👩‍👧 first.\n${story}`
    await revise(room.maren, article, text)
    const carried = await noteNow(room.maren, note)
    const quotes = carried.anchors.map(anchor => anchor.quote)
    expect([...quotes, ...carried.unsettled.map(each => each.quote)]).toEqual(['🚢'])
  })

  it('changes no edition and no earlier revision', async () => {
    const note = await write(room.maren, article)
    const before = await database.anchor.findMany({ where: { revisionId: article.revisionId } })
    await revise(room.maren, article, fewer)
    expect(await database.anchor.findMany({ where: { revisionId: article.revisionId } })).toEqual(
      before,
    )
    expect(before).toMatchObject([{ annotationId: note.id, quote: figure }])
  })

  /** A note on the figure in this state. */
  async function noteIn(state: string) {
    if (state === 'to_check')
      return write(room.maren, article, noteOn(figure, { ratingKey: null }), true)
    const draft = await write(room.maren, article)
    if (state === 'draft') return draft
    if (state === 'retired') {
      const retire = { move: 'retire', version: 1, reason: 'Nobody disputes it.' } as const
      return must(await moveAnnotation(room.maren, draft.id, retire)).annotation
    }
    const sent = await submit(room.maren, draft)
    if (state === 'in_review') return sent
    const { contentHash } = sent
    const ask = { decision: 'ask_changes', contentHash, comment: 'Say more.' } as const
    return must(await reviewAnnotation(room.ines, sent.id, ask)).annotation
  }
})

describe('a new revision is refused', () => {
  it('to whoever may not edit the article', async () => {
    const request = await rewording(room.maren, article, longer)
    expect(reasonOf(await createNewRevision(room.ines, article.id, request))).toBe('forbidden')
    expect(reasonOf(await previewRevision(room.ines, article.id, asked(request)))).toBe('forbidden')
    expect(reasonOf(await createNewRevision(room.tobias, article.id, request))).toBe('ok')
  })

  it('where the article has a newer one', async () => {
    const request = await rewording(room.maren, article, longer)
    await revise(room.maren, article, fewer)
    expect(await createNewRevision(room.maren, article.id, request)).toMatchObject({
      reason: 'stale',
      message: expect.stringContaining('revision 2'),
    })
    expect(reasonOf(await previewRevision(room.maren, article.id, asked(request)))).toBe('stale')
  })

  it('where the text is not the one that was previewed', async () => {
    const request = await rewording(room.maren, article, longer)
    const { wording } = await rewording(room.maren, article, fewer)
    expect(await createNewRevision(room.maren, article.id, { ...request, wording })).toMatchObject({
      reason: 'stale',
      message: expect.stringContaining('previewed'),
    })
  })

  it.each([
    ['has been approved', async (note: AnnotationView) => approve(room.ines, note)],
    ['has been marked anew', async (note: AnnotationView) => saveAt(note, 'the mayor said')],
    ['has been written in', async (note: AnnotationView) => saveAt(note, figure)],
    ['has come', async () => write(room.maren, article, noteOn('ships'))],
  ])('where a note %s since the preview, until it is previewed again', async (_what, happen) => {
    const note = await submit(room.maren, await write(room.maren, article))
    const request = await rewording(room.tobias, article, fewer)
    await happen(note)
    const before = await everything()
    expect(await createNewRevision(room.tobias, article.id, request)).toMatchObject({
      reason: 'stale',
      message: expect.stringContaining('previewed'),
    })
    expect(await everything()).toEqual(before)
    const again = await rewording(room.tobias, article, fewer)
    expect(reasonOf(await createNewRevision(room.tobias, article.id, again))).toBe('ok')
  })

  it('where it is the text that the article has already', async () => {
    const request = await rewording(room.maren, article, story)
    expect(await createNewRevision(room.maren, article.id, request)).toMatchObject({
      reason: 'invalid',
      message: expect.stringContaining('already'),
    })
  })

  it.each(['018f2f3a-0000-7000-8000-000000000000', 'nothing'])(
    'where there is no article: %s',
    async id => {
      const request = await rewording(room.maren, article, longer)
      expect(reasonOf(await createNewRevision(room.maren, id, request))).toBe('not_found')
      expect(reasonOf(await previewRevision(room.maren, id, asked(request)))).toBe('not_found')
      expect(reasonOf(await listRevisions(room.maren, id))).toBe('not_found')
      expect(reasonOf(await compareRevisions(room.maren, id, 1, 2))).toBe('not_found')
    },
  )

  it('as a whole, where any part of it fails', async () => {
    const note = await writeApproved(room.maren, room.ines, article)
    const request = await rewording(room.maren, article, fewer)
    await database.$executeRawUnsafe(`
      CREATE OR REPLACE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$`)
    await database.$executeRawUnsafe(
      `CREATE TRIGGER broken BEFORE INSERT ON audit_events FOR EACH ROW WHEN (NEW.kind = 'annotation.unsettled') EXECUTE FUNCTION broken()`,
    )
    try {
      await expect(createNewRevision(room.maren, article.id, request)).rejects.toThrow()
    } finally {
      await database.$executeRawUnsafe('DROP TRIGGER broken ON audit_events')
    }
    expect(await noteNow(room.maren, note)).toEqual(note)
    expect(await database.revision.count()).toBe(1)
    expect(await database.anchor.count()).toBe(1)
  })
})

describe('the preview', () => {
  it('lists what would become of each note, and stores nothing', async () => {
    const kept = await writeApproved(room.maren, room.ines, article, noteOn('best year since 1998'))
    const changed = await writeApproved(room.maren, room.ines, article)
    const mark = noteOn('the mayor', { ratingKey: null, claim: '' })
    const marked = await write(room.ruth, article, mark, true)
    const before = await everything()
    const blocks = paragraphs(`${above}\n${fewer}`)
    const { preview } = must(
      await previewRevision(room.maren, article.id, {
        baseRevisionId: article.revisionId,
        wording: { from: 'text', blocks },
      }),
    )
    expect(preview).toMatchObject({
      base: { id: article.revisionId, number: 1 },
      textHash: hashText(`${above}\n${fewer}`),
      isSame: false,
      counts: { kept: 1, moved: 0, changed: 2, ambiguous: 0, lost: 0 },
      notes: [
        {
          annotationId: changed.id,
          key: changed.key,
          number: 1,
          placement: 'changed',
          rating: { key: 'false' },
          voidsApproval: true,
          anchors: [
            {
              ordinal: 0,
              before: figure,
              after: changedFigure,
              change: { kind: 'meaning' },
              candidates: [],
            },
          ],
        },
        {
          annotationId: marked.id,
          number: 0,
          placement: 'changed',
          voidsApproval: false,
          anchors: [{ before: 'the mayor', after: 'the mayor', change: { reasons: ['number'] } }],
        },
        {
          annotationId: kept.id,
          number: 2,
          placement: 'kept',
          voidsApproval: false,
          anchors: [
            { before: 'best year since 1998', after: 'best year since 1998', change: null },
          ],
        },
      ],
    })
    expect(preview.rows.length).toBeGreaterThan(0)
    expect(await everything()).toEqual(before)
  })

  it('says so where nothing changed', async () => {
    const wording = { from: 'text', blocks: paragraphs(story) } as const
    const asked = { baseRevisionId: article.revisionId, wording }
    const { preview } = must(await previewRevision(room.maren, article.id, asked))
    expect(preview.isSame).toBe(true)
  })

  it('tells exactly what creating it then does', async () => {
    await write(room.maren, article)
    await write(room.maren, article, noteOn('best year since 1998'))
    const request = await rewording(room.maren, article, `${above}\n${fewer}`)
    const { preview } = must(await previewRevision(room.maren, article.id, asked(request)))
    must(await createNewRevision(room.maren, article.id, request))
    const rows = await database.anchor.findMany({ where: { revision: { number: 2 } } })
    for (const note of preview.notes)
      for (const { ordinal, placement, start, end } of note.anchors)
        expect(rows).toContainEqual(
          expect.objectContaining({
            annotationId: note.annotationId,
            ordinal,
            placement,
            start,
            end,
          }),
        )
  })
})

describe('the newsroom’s own draft', () => {
  let own: BroughtIn

  beforeEach(async () => {
    own = await ownDraft(story)
  })

  async function ownDraft(text: string): Promise<BroughtIn> {
    const blocks = paragraphs(text)
    const { id } = must(await createArticle(room.maren, { details, blocks, isOwn: true }))
    const { desk } = must(await findArticleDesk(room.maren, id))
    return { id, revisionId: desk.revision.id, text }
  }

  it('is what whoever brings it in says, and may be said later', async () => {
    const { desk } = must(await findArticleDesk(room.maren, own.id))
    expect(desk.article.isOwn).toBe(true)
    must(await changeArticle(room.maren, own.id, { version: 1, details, isOwn: false }))
    expect(must(await findArticleDesk(room.maren, own.id)).desk.article.isOwn).toBe(false)
    const { entries } = must(await listHistory(room.maren, own.id))
    expect(entries[0]?.sentence).toBe(
      'changed the article’s origin from “the newsroom’s own draft” to “a text of somebody else’s”',
    )
    must(await changeArticle(room.maren, own.id, { version: 2, details }))
    expect(must(await findArticleDesk(room.maren, own.id)).desk.article).toMatchObject({
      isOwn: false,
      version: 2,
    })
  })

  it('alone is edited in place', async () => {
    const request = await typed(article, longer, [])
    expect(await createNewRevision(room.maren, article.id, request)).toMatchObject({
      reason: 'not_from_here',
      message: expect.stringContaining('own draft'),
    })
    expect(reasonOf(await previewRevision(room.maren, article.id, asked(request)))).toBe(
      'not_from_here',
    )
  })

  it.each([
    ['the same words are kept', longer, figure, 'kept'],
    ['more words are changed', longer, `${figure}, the mayor`, 'changed'],
    ['a place that the texts do not bear out is asked about', longer, 'Correction', 'ambiguous'],
    ['words typed over are changed', fewer, changedFigure, 'changed'],
    ['white space is nothing to rest on', longer, ' ', 'lost'],
  ])('is judged on the server: %s', async (_what, text, carriedTo, placement) => {
    const note = await write(room.maren, own)
    const request = await typed(own, text, [
      { annotationId: note.id, ordinal: 0, from: spanOf(figure), span: spanOf(carriedTo, text) },
    ])
    must(await createNewRevision(room.maren, own.id, request))
    const now = await noteNow(room.maren, note)
    const row = await database.anchor.findFirst({
      where: { revision: { number: 2, articleId: own.id } },
    })
    expect(row?.placement).toBe(placement)
    if (placement === 'kept') expect(now.anchors[0]?.quote).toBe(figure)
    else expect(now.unsettled).toMatchObject([{ placement, quote: figure }])
  })

  it('never takes an approved verdict to other equal words on the word of the editor', async () => {
    const twice = `${story} The port ${figure}.`
    const note = await writeApproved(room.maren, room.ines, own)
    const span = { start: twice.lastIndexOf(figure), end: twice.length - 1 }
    const request = await typed(own, twice, [
      { annotationId: note.id, ordinal: 0, from: spanOf(figure), span },
    ])
    must(await createNewRevision(room.maren, own.id, request))
    const now = await noteNow(room.maren, note)
    expect(isApproved(now)).toBe(false)
    expect(now).toMatchObject({
      state: 'draft',
      anchors: [],
      unsettled: [
        {
          placement: 'ambiguous',
          candidates: [spanOf(figure, twice), span],
          near: spanOf(figure, twice).start,
        },
      ],
    })
  })

  it('loses what was deleted, and suggests where the engine would have it', async () => {
    const note = await write(room.maren, own)
    const request = await typed(own, longer, [
      { annotationId: note.id, ordinal: 0, from: spanOf(figure), span: null },
    ])
    must(await createNewRevision(room.maren, own.id, request))
    expect((await noteNow(room.maren, note)).unsettled).toMatchObject([
      { placement: 'lost', near: spanOf(figure, longer).start, start: null },
    ])
  })

  it.each([
    ['the same words', true],
    ['other words', false],
  ])(
    'leaves to the engine a note that was marked anew on %s while the editor typed',
    async (_what, isEqual) => {
      const twice = `${story} The port ${figure}.`
      const at = await ownDraft(twice)
      const note = await write(room.maren, at)
      const begun = { annotationId: note.id, ordinal: 0, from: spanOf(figure) }
      const second = { start: twice.lastIndexOf(figure), end: twice.length - 1 }
      const anchors = [isEqual ? second : spanOf('best year since 1998')]
      const { version, revisionId } = note
      const save = { version, revisionId, content: { ...note.content, anchors } }
      const marked = must(await saveAnnotation(room.maren, note.id, save)).annotation
      await approve(room.ines, await submit(room.maren, marked))

      // The editor had nothing but the first place, and typed a line above it.
      const text = `${above}\n${twice}`
      const carried = [{ ...begun, span: spanOf(figure, text) }]
      must(await createNewRevision(room.maren, at.id, await typed(at, text, carried)))
      const now = await noteNow(room.maren, note)
      expect(isApproved(now)).toBe(true)
      const shift = above.length + 1
      expect(now.anchors).toMatchObject(
        anchors.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
      )
    },
  )

  it('leaves to the engine what the editor does not list', async () => {
    const note = await write(room.maren, own)
    must(await createNewRevision(room.maren, own.id, await typed(own, longer, [])))
    expect((await noteNow(room.maren, note)).anchors).toMatchObject([spanOf(figure, longer)])
  })

  it.each([['a place outside the text', { start: 0, end: 100_000 }]])(
    'refuses %s',
    async (_what, span) => {
      const note = await write(room.maren, own)
      const request = await typed(own, longer, [
        { annotationId: note.id, ordinal: 0, from: spanOf(figure), span },
      ])
      expect(reasonOf(await createNewRevision(room.maren, own.id, request))).toBe('invalid')
    },
  )

  it.each([
    ['a node that the schema does not know', { type: 'doc', content: [{ type: 'script' }] }],
    ['no words', { type: 'doc', content: [{ type: 'paragraph' }] }],
  ])('refuses a document of %s', async (_what, document) => {
    const wording: Wording = { from: 'editor', document, carried: [] }
    const request = { baseRevisionId: own.revisionId, wording }
    expect(reasonOf(await previewRevision(room.maren, own.id, request))).toBe('invalid')
  })

  it.each([
    ['that is too long', saying('word '.repeat(200_001))],
    ['of too many paragraphs', { type: 'doc', content: Array(20_001).fill({ type: 'paragraph' }) }],
  ])('refuses a document %s', async (_what, document) => {
    document.content?.push(...(saying('Words.').content ?? []))
    const wording: Wording = { from: 'editor', document, carried: [] }
    const request = { baseRevisionId: own.revisionId, wording }
    expect(reasonOf(await previewRevision(room.maren, own.id, request))).toBe('too_large')
  })
})

describe('two at once', () => {
  it('make one revision of two new ones', async () => {
    const note = await write(room.maren, article)
    const requests = [
      await rewording(room.maren, article, longer),
      await rewording(room.tobias, article, fewer),
    ]
    const answers = await Promise.all(
      requests.map(request => createNewRevision(room.tobias, article.id, request)),
    )
    expect(answers.map(reasonOf).sort()).toEqual(['ok', 'stale'])
    expect(await database.revision.count()).toBe(2)
    expect(await database.anchor.count({ where: { annotationId: note.id } })).toBe(2)
    expect(await verifyAuditChain()).toMatchObject({ ok: true })
  })

  it('never leave a note that is marked meanwhile in the old revision only', async () => {
    for (let round = 0; round < 8; round++) {
      const at = await bringIn(room.maren)
      const request = await rewording(room.maren, at, longer)
      const mark = { revisionId: at.revisionId, content: noteOn(figure), toCheck: false }
      const revising = createNewRevision(room.tobias, at.id, request)
      const marking = createAnnotation(room.ines, at.id, mark)
      const [revised, marked] = await Promise.all([revising, marking])
      expect([reasonOf(revised), reasonOf(marked)].sort()).toEqual(['ok', 'stale'])
      if (!marked.ok) continue
      await revise(room.tobias, at, longer)
      const now = await noteNow(room.ines, marked.annotation)
      expect(now.anchors).toMatchObject([spanOf(figure, longer)])
    }
  })

  it('never store an old offset as a new one when a note is saved meanwhile', async () => {
    for (let round = 0; round < 8; round++) {
      const at = await bringIn(room.maren)
      const note = await write(room.maren, at)
      const request = await rewording(room.maren, at, longer)
      const content = noteOn('best year since 1998')
      const { revisionId, version } = note
      const [revised, saved] = await Promise.all([
        createNewRevision(room.tobias, at.id, request),
        saveAnnotation(room.maren, note.id, { revisionId, version, content }),
      ])
      expect([reasonOf(revised), reasonOf(saved)].sort()).toEqual(['ok', 'stale'])
      if (!revised.ok) await revise(room.tobias, at, longer)
      const now = await noteNow(room.maren, note)
      const words = saved.ok ? 'best year since 1998' : figure
      expect(now.anchors).toMatchObject([{ ...spanOf(words, longer), quote: words }])
      const hashes = must(await listVersions(room.maren, note.id)).versions.map(each => each.hash)
      expect(hashes[0]).toBe(now.contentHash)
    }
  })

  it('never let an approval stand on words that changed meanwhile', async () => {
    for (let round = 0; round < 8; round++) {
      const at = await bringIn(room.maren)
      const note = await submit(room.maren, await write(room.maren, at))
      const request = await rewording(room.maren, at, fewer)
      const { contentHash } = note
      const review = { decision: 'approve', contentHash, comment: '' } as const
      const [revised, reviewed] = await Promise.all([
        createNewRevision(room.tobias, at.id, request),
        reviewAnnotation(room.ines, note.id, review),
      ])
      expect(revised.ok).not.toBe(reviewed.ok)
      expect(['ok', 'stale']).toContain(reasonOf(revised))
      expect(['ok', 'stale', 'not_from_here']).toContain(reasonOf(reviewed))
      if (!revised.ok) await revise(room.tobias, at, fewer)
      expect(await noteNow(room.maren, note)).toMatchObject({
        state: 'draft',
        unsettled: [{ placement: 'changed' }],
      })
    }
  })
})

describe('a save from before the new revision', () => {
  it('is refused with what the note is now, even where its words are the same', async () => {
    const note = await write(room.maren, article)
    await revise(room.maren, article, longer)
    const now = await noteNow(room.maren, note)
    const { revisionId } = note
    for (const version of [note.version, now.version]) {
      const save = { revisionId, version, content: note.content }
      expect(await saveAnnotation(room.maren, note.id, save)).toMatchObject({
        reason: 'stale',
        message: expect.stringContaining('newer revision'),
        current: now,
      })
    }
    const mark = { revisionId, content: noteOn('ships'), toCheck: false }
    expect(reasonOf(await createAnnotation(room.ines, article.id, mark))).toBe('stale')
  })
})

describe('the list of revisions', () => {
  it('says of each who froze it, what became of the notes and which editions show it', async () => {
    const note = await write(room.maren, article)
    await write(room.maren, article, noteOn('best year since 1998'))
    const retired = await write(room.maren, article)
    const retire = { move: 'retire', version: 1, reason: 'Twice.' } as const
    must(await moveAnnotation(room.maren, retired.id, retire))
    await revise(room.tobias, article, fewer)
    const { article: named, revisions } = must(await listRevisions(room.ines, article.id))
    expect(named).toMatchObject({ id: article.id, title: details.title, isOwn: false })
    expect(revisions).toMatchObject([
      {
        number: 2,
        createdBy: { name: 'Tobias Fenn' },
        textHash: hashText(fewer),
        words: 17,
        counts: { kept: 1, moved: 0, changed: 1, ambiguous: 0, lost: 0 },
        unsettled: 1,
        editions: [],
      },
      { number: 1, createdBy: { name: 'Maren Oduya' }, counts: { kept: 2 }, unsettled: 0 },
    ])
    must(await settle(room.maren, await noteNow(room.maren, note), { kind: 'confirm' }))
    const again = must(await listRevisions(room.ines, article.id))
    expect(again.revisions[0]).toMatchObject({ counts: { changed: 1 }, unsettled: 0 })
  })
})

describe('two revisions compared', () => {
  it('show both wordings and where each note rests in them', async () => {
    const note = await write(room.maren, article)
    const gone = await write(room.maren, article, noteOn('the mayor said'))
    await revise(room.maren, article, fewer.replace(', the mayor said', ''))
    for (const [from, to] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const { comparison } = must(await compareRevisions(room.ines, article.id, from, to))
      expect(comparison).toMatchObject({ older: { number: 1 }, newer: { number: 2 } })
      expect(comparison.rows.some(row => row.kind === 'changed')).toBe(true)
      const places = comparison.notes.find(each => each.annotationId === note.id)
      expect(places).toMatchObject({
        number: 1,
        older: [{ quote: figure, ...spanOf(figure) }],
        newer: [{ quote: changedFigure, placement: 'changed' }],
        placement: 'changed',
      })
      const lost = comparison.notes.find(each => each.annotationId === gone.id)
      expect(lost).toMatchObject({
        older: [{ quote: 'the mayor said' }],
        newer: [],
        placement: 'lost',
      })
    }
    expect(reasonOf(await compareRevisions(room.ines, article.id, 1, 3))).toBe('not_found')
  })

  it('show the sentences where they turned words that are the same', async () => {
    const note = await write(room.maren, article, noteOn('412 ships in 2025'))
    await revise(room.maren, article, story.replace('handled', 'never handled'))
    const { comparison } = must(await compareRevisions(room.ines, article.id, 1, 2))
    const compared = comparison.notes.find(each => each.annotationId === note.id)
    expect(compared).toMatchObject({
      placement: 'changed',
      sentence: {
        before: 'The harbour handled 412 ships in 2025, the mayor said.',
        after: 'The harbour never handled 412 ships in 2025, the mayor said.',
      },
    })
  })

  it('show on each side the verdict that was given to its words, and to no others', async () => {
    const note = await write(room.maren, article)
    const second = await revise(room.maren, article, fewer)
    const third = await revise(room.maren, second, fewer.replace('398', '397'))
    const compare = async (from: number, to: number) => {
      const { comparison } = must(await compareRevisions(room.ines, article.id, from, to))
      const [{ rating, isFrozen, older, newer }] = comparison.notes as [ComparedNote]
      const drawn = [...older, ...newer].map(place => place.rating?.key ?? null)
      return { verdict: rating?.key, isFrozen, drawn }
    }
    expect(await compare(1, 2)).toEqual({
      verdict: 'false',
      isFrozen: true,
      drawn: ['false', null],
    })
    expect(await compare(2, 3)).toEqual({ verdict: 'false', isFrozen: true, drawn: [null, null] })

    must(await settle(room.maren, await noteNow(room.maren, note), { kind: 'confirm' }))
    const { version, content } = await noteNow(room.maren, note)
    const redone = { ...content, ratingKey: 'true' }
    const save = { revisionId: third.revisionId, version, content: redone }
    must(await saveAnnotation(room.maren, note.id, save))
    const verdict = 'true'
    expect(await compare(1, 3)).toEqual({ verdict, isFrozen: false, drawn: ['false', 'true'] })
    expect(await compare(2, 3)).toEqual({ verdict, isFrozen: false, drawn: [null, 'true'] })
    expect(await compare(1, 2)).toMatchObject({ verdict: 'false', drawn: ['false', null] })
  })

  it('leave out a note that neither of them had', async () => {
    const second = await revise(room.maren, article, fewer)
    const third = await revise(room.maren, second, `${above}\n${fewer}`)
    await write(room.maren, third, noteOn('best year since 1998'))
    const notesOf = async (from: number, to: number) =>
      must(await compareRevisions(room.ines, article.id, from, to)).comparison.notes
    expect(await notesOf(1, 2)).toEqual([])
    expect(await notesOf(2, 3)).toMatchObject([{ older: [], newer: [{ placement: 'kept' }] }])
  })
})

const asked = ({ baseRevisionId, wording }: NewRevision) => ({ baseRevisionId, wording })

function paragraphs(text: string): Block[] {
  return text.split('\n').map(line => ({ kind: 'paragraph', text: line }))
}

/** The author saves a note on these words, with another claim. */
async function saveAt(note: AnnotationView, words: string): Promise<unknown> {
  const { version, revisionId } = note
  const content = noteOn(words, { claim: 'Another claim.' })
  return must(await saveAnnotation(room.maren, note.id, { version, revisionId, content }))
}

/** What the editor would send after typing this text, as it was previewed. */
async function typed(
  { id, revisionId }: BroughtIn,
  text: string,
  carried: Extract<Wording, { from: 'editor' }>['carried'],
): Promise<NewRevision> {
  const content = text.split('\n').map(line => ({
    type: 'paragraph',
    content: [{ type: 'text', text: line }],
  }))
  const wording = { from: 'editor', document: { type: 'doc', content }, carried } as const
  const request = { baseRevisionId: revisionId, wording }
  const seen = await previewRevision(room.maren, id, request)
  const notesHash = seen.ok ? seen.preview.notesHash : hashText('refused')
  return { ...request, textHash: hashText(text), notesHash, changedOn: '', changeNote: '' }
}

/** Every table as it is. */
async function everything() {
  return {
    revisions: await database.revision.count(),
    anchors: await database.anchor.findMany({ orderBy: { id: 'asc' } }),
    annotations: await database.annotation.findMany({ orderBy: { id: 'asc' } }),
    versions: await database.annotationVersion.count(),
    events: await database.auditEvent.count(),
    articles: await database.article.findMany({ orderBy: { id: 'asc' } }),
  }
}
