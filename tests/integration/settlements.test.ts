import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/lib/data/database'
import { type AnnotationView, contentHash } from '@/lib/domain/annotations'
import { hashText } from '@/lib/domain/canonical'
import { isApproved } from '@/lib/domain/review'
import { listVersions, moveAnnotation, saveAnnotation } from '@/lib/services/annotations'
import { listArticles } from '@/lib/services/articles'
import { planNextEdition } from '@/lib/services/editions'
import { listHistory, verifyAuditChain } from '@/lib/services/history'
import { createNewRevision, listRevisions } from '@/lib/services/revisions'
import { settleAnchor } from '@/lib/services/settlements'
import { findWork } from '@/lib/services/work'
import { emptyDatabase } from '@/tests/support/empty-database'
import { must, reasonOf } from '@/tests/support/newcomers'
import {
  approve,
  type BroughtIn,
  bringIn,
  kindsOf,
  later,
  type Newsroom,
  noteNow,
  noteOn,
  openNewsroom,
  revise,
  rewording,
  settle,
  spanOf,
  story,
  submit,
  write,
  writeApproved,
} from '@/tests/support/newsroom'

const figure = 'handled 412 ships in 2025'
const changedFigure = 'handled 398 ships in 2025'
const year = 'was the best year since'
const changedYear = 'was the worst year since'
const fewer = story.replace('412', '398')
const other = fewer.replace('best', 'worst')
const without = '🚢 It was the best year since 1998.'

let room: Newsroom
let article: BroughtIn

beforeEach(async () => {
  await emptyDatabase()
  room = await openNewsroom()
  article = await bringIn(room.maren)
})

describe('settling', () => {
  it('confirms the new words: the note has a content again, and goes through review', async () => {
    const note = await openNote()
    const settled = must(await settle(later(room.maren, 9), note, { kind: 'confirm' })).annotation
    expect(settled).toMatchObject({
      state: 'draft',
      version: note.version + 1,
      unsettled: [],
      anchors: [{ ordinal: 0, quote: changedFigure, ...spanOf(changedFigure, fewer) }],
      heldHashes: [settled.contentHash],
      updatedAt: later(room.maren, 9).at.toISOString(),
    })
    const { versions } = must(await listVersions(room.maren, note.id))
    expect(versions[0]).toMatchObject({
      hash: settled.contentHash,
      carriedFrom: null,
      content: {
        revision: hashText(fewer),
        anchors: [{ quote: changedFigure, ...spanOf(changedFigure, fewer) }],
        claim: note.content.claim,
      },
    })
    expect(versions[0] && contentHash(versions[0].content)).toBe(settled.contentHash)
    const row = await database.anchor.findFirst({ where: { revisionId: settled.revisionId } })
    expect(row).toMatchObject({ placement: 'changed', settledAt: later(room.maren, 9).at })
    const approved = await approve(room.ines, await submit(room.maren, settled))
    expect(isApproved(approved)).toBe(true)
    const { plan } = must(await planNextEdition(room.ruth, article.id))
    expect(plan.going).toHaveLength(1)
  })

  it('places the note on other words', async () => {
    const note = await openNote()
    const choice = { kind: 'place', span: spanOf('the mayor said', fewer) } as const
    const { anchors, unsettled } = must(await settle(room.maren, note, choice)).annotation
    expect(unsettled).toEqual([])
    expect(anchors).toMatchObject([{ ordinal: 0, quote: 'the mayor said' }])
    expect(anchors[0]?.prefix).toBe(fewer.slice(0, anchors[0]?.start).slice(-32))
  })

  it('places words that were lost', async () => {
    const note = await writeApproved(room.maren, room.ines, article, noteOn(figure))
    await revise(room.tobias, article, without)
    const open = await noteNow(room.maren, note)
    expect(open.unsettled[0]?.placement).toBe('lost')
    const choice = { kind: 'place', span: spanOf('best year', without) } as const
    const settled = must(await settle(room.maren, open, choice)).annotation
    expect(settled).toMatchObject({ unsettled: [], anchors: [{ quote: 'best year' }] })
  })

  it('lets the note rest on its other places only', async () => {
    const note = await openNote([figure, 'since 1998'])
    expect(note).toMatchObject({ anchors: [{ ordinal: 1 }], unsettled: [{ ordinal: 0 }] })
    const settled = must(await settle(room.maren, note, { kind: 'drop' })).annotation
    expect(settled).toMatchObject({
      unsettled: [],
      anchors: [{ ordinal: 1, quote: 'since 1998' }],
      content: { anchors: [spanOf('since 1998', fewer)] },
    })
    // What was taken off never comes back, though its words do.
    await revise(room.maren, { ...article, revisionId: settled.revisionId }, `Above.\n${story}`)
    const now = await noteNow(room.maren, settled)
    expect(now).toMatchObject({ unsettled: [], anchors: [{ quote: 'since 1998' }] })
    expect(now.anchors).toHaveLength(1)
  })

  it('shows the words that were taken off neither in the queue nor in the history', async () => {
    const note = await openNote([figure, 'since 1998'])
    must(await settle(room.maren, note, { kind: 'drop' }))
    const { toWrite } = await findWork(room.maren)
    expect(toWrite.map(({ quote }) => quote)).toEqual(['since 1998'])
    const { entries } = must(await listHistory(room.maren, article.id))
    const quotes = entries.flatMap(({ annotation }) => annotation?.quote ?? [])
    expect([...new Set(quotes)]).toEqual(['since 1998'])
  })

  it('is counted once in the list of articles: to be settled, and then as what it is', async () => {
    const note = await openNote([figure])
    expect(await articleCounts()).toMatchObject({ unsettled: 1, draft: 0 })
    must(await settle(room.maren, note, { kind: 'confirm' }))
    expect(await articleCounts()).toMatchObject({ unsettled: 0, draft: 1 })
  })

  it('stays in the list of revisions, whatever else the note comes to rest on', async () => {
    const note = await openNote([figure, 'the mayor said', 'since 1998'])
    const half = must(await settle(room.maren, note, { kind: 'confirm' })).annotation
    const { version, revisionId, content } = must(
      await settle(room.maren, half, { kind: 'drop' }),
    ).annotation
    const counts = { kept: 1, moved: 0, changed: 1, ambiguous: 0, lost: 0 }
    expect(await countsNow()).toEqual(counts)
    const anchors = [...content.anchors, spanOf('best', fewer)]
    const save = { revisionId, version, content: { ...content, anchors } }
    const { annotation } = must(await saveAnnotation(room.maren, note.id, save))
    expect(annotation).toMatchObject({ unsettled: [], anchors: { length: 3 } })
    expect(await countsNow()).toEqual({ ...counts, kept: 2 })
    const known = { revisionId, placement: 'changed' } as const
    const row = await database.anchor.findFirst({ where: known })
    expect(row).toMatchObject({ quote: changedFigure, settledAt: room.maren.at })
  })

  it('of words in a sentence that turned is for a person, who confirms the same words', async () => {
    const note = await openNote(['the mayor said'])
    expect(note).toMatchObject({
      state: 'draft',
      anchors: [],
      unsettled: [
        {
          placement: 'changed',
          quote: 'the mayor said',
          now: 'the mayor said',
          change: { kind: 'meaning', reasons: ['number'] },
          sentence: {
            before: 'The harbour handled 412 ships in 2025, the mayor said.',
            after: 'The harbour handled 398 ships in 2025, the mayor said.',
          },
        },
      ],
    })
    const settled = must(await settle(room.maren, note, { kind: 'confirm' })).annotation
    expect(settled).toMatchObject({ unsettled: [], anchors: [{ quote: 'the mayor said' }] })
    expect(isApproved(settled)).toBe(false)
    const { entries } = must(await listHistory(room.ines, article.id))
    const sentences = entries.map(entry => entry.sentence)
    expect(sentences).toContain('confirmed the note for “the mayor said” in its changed sentence')
    expect(sentences).toContain(
      'left the note to be settled: in revision 2 the sentence around its words is another; its approval is void',
    )
  })

  it('makes no content before the last place is settled', async () => {
    const note = await openNote([figure, year], other)
    expect(note.unsettled.map(each => each.ordinal)).toEqual([0, 1])
    const half = must(await settle(room.maren, note, { kind: 'confirm' })).annotation
    expect(half).toMatchObject({
      contentHash: note.contentHash,
      version: note.version + 1,
      anchors: [{ ordinal: 0, quote: changedFigure }],
      unsettled: [{ ordinal: 1, quote: year, now: changedYear }],
    })
    const { versions } = must(await listVersions(room.maren, note.id))
    expect(versions.map(each => each.hash)).toEqual([note.contentHash, note.contentHash])
    const whole = must(await settle(room.maren, half, { kind: 'drop' })).annotation
    expect(whole).toMatchObject({ unsettled: [], anchors: [{ quote: changedFigure }] })
    expect(whole.contentHash).not.toBe(note.contentHash)
    expect((await kindsOf(article.id)).slice(-3)).toEqual([
      'anchor.settled',
      'anchor.settled',
      'annotation.saved',
    ])
  })

  it('takes words the note rests on already only once', async () => {
    const note = await openNote([figure, 'since 1998'])
    const choice = { kind: 'place', span: spanOf('since 1998', fewer) } as const
    const settled = must(await settle(room.maren, note, choice)).annotation
    expect(settled.anchors).toMatchObject([{ ordinal: 1, quote: 'since 1998' }])
    expect(settled.content.anchors).toHaveLength(1)
    const { versions } = must(await listVersions(room.maren, note.id))
    expect(versions[0]?.content.anchors).toHaveLength(1)
  })

  it('carries a settled place on into the next revision', async () => {
    const note = await openNote()
    const settled = must(await settle(room.maren, note, { kind: 'confirm' })).annotation
    const approved = await approve(room.ines, await submit(room.maren, settled))
    const at = { ...article, revisionId: approved.revisionId }
    await revise(room.maren, at, `Above.\n${fewer}`)
    const now = await noteNow(room.maren, note)
    expect(isApproved(now)).toBe(true)
    expect(now.anchors).toMatchObject([{ quote: changedFigure }])
    // The words of before were given up: coming back, they are others.
    await revise(room.maren, { ...at, revisionId: now.revisionId }, story)
    expect((await noteNow(room.maren, note)).unsettled).toMatchObject([
      { placement: 'changed', quote: changedFigure, now: figure },
    ])
  })

  it('makes whoever settles an author, who may not review', async () => {
    const note = await openNote()
    const settled = must(await settle(room.tobias, note, { kind: 'confirm' })).annotation
    expect(settled.authors.map(each => each.name)).toEqual(['Maren Oduya', 'Tobias Fenn'])
    const sent = await submit(room.maren, settled)
    await expect(approve(room.tobias, sent)).rejects.toThrow('You have written in this note')
    expect(isApproved(await approve(room.ines, sent))).toBe(true)
  })

  it('makes an author of everyone who settled a part of it', async () => {
    const note = await openNote([figure, year], other)
    const half = must(await settle(room.tobias, note, { kind: 'confirm' })).annotation
    expect(half.authors.map(each => each.name)).toEqual(['Maren Oduya', 'Tobias Fenn'])
    const whole = must(await settle(room.maren, half, { kind: 'confirm' })).annotation
    await expect(approve(room.tobias, await submit(room.maren, whole))).rejects.toThrow()
  })

  it.each([
    ['confirmed', { kind: 'confirm' }, [changedFigure, year]],
    ['taken off', { kind: 'drop' }, [year]],
  ] as const)(
    'keeps what was %s, and no approval, where a next revision brings the other words back',
    async (_what, choice, words) => {
      const note = await openNote([figure, year], other)
      const half = must(await settle(room.tobias, note, choice)).annotation
      const at = { ...article, revisionId: half.revisionId }
      // Another that leaves it as it is, and one in which the open words are back.
      const still = await revise(room.ruth, at, `Above.\n${other}`)
      await revise(room.ruth, still, `Above.\n${fewer}`)
      const now = await noteNow(room.maren, note)
      expect(now.unsettled).toEqual([])
      expect(now.anchors.map(each => each.quote)).toEqual(words)
      expect(now.heldHashes).toEqual([now.contentHash])
      expect(now.contentHash).not.toBe(note.contentHash)
      expect(now.authors.map(each => each.name)).toEqual(['Maren Oduya', 'Tobias Fenn'])

      // The log says whose content it is, and that the words are not those of before.
      const [version] = must(await listVersions(room.maren, note.id)).versions
      expect(version).toMatchObject({
        author: { name: 'Tobias Fenn' },
        carriedFrom: null,
        isRejoined: true,
      })
      const { entries } = must(await listHistory(room.ines, article.id))
      expect(entries[0]).toMatchObject({
        actor: { name: 'Ruth Abara' },
        sentence:
          'brought open words of the note back; its other places are as Tobias Fenn settled them',
      })
      const event = await database.auditEvent.findFirst({
        where: { kind: 'annotation.rejoined', annotationId: note.id },
      })
      expect(event?.data).toMatchObject({ version: version?.version, hash: now.contentHash })
      expect(await kindsOf(article.id)).not.toContain('annotation.carried')
    },
  )

  it('leaves a mark a mark, which nobody has written in', async () => {
    const bare = noteOn(figure, { ratingKey: null, claim: '', citations: [], reasons: [] })
    const empty = { ...bare, claimant: { name: '', role: '', saidOn: '', saidWhere: '' } }
    const content = { ...empty, explanation: { type: 'doc', content: [{ type: 'paragraph' }] } }
    const mark = await write(room.ines, article, content, true)
    await revise(room.tobias, article, fewer)
    const open = await noteNow(room.ines, mark)
    const settled = must(await settle(room.tobias, open, { kind: 'confirm' })).annotation
    expect(settled).toMatchObject({ state: 'to_check', ownerId: room.ines.actor.id })
    expect(settled.authors).toHaveLength(1)
  })

  it('leaves changes that were asked for asked', async () => {
    const note = await openNote()
    await database.annotation.update({ where: { id: note.id }, data: { state: 'changes_asked' } })
    const settled = must(await settle(room.maren, note, { kind: 'confirm' })).annotation
    expect(settled.state).toBe('changes_asked')
  })

  it('is told in the history in words', async () => {
    const note = await openNote([figure, 'since 1998'])
    must(await settle(room.maren, note, { kind: 'confirm' }))
    const { entries } = must(await listHistory(room.ines, article.id))
    expect(entries.slice(0, 2).map(entry => entry.sentence)).toEqual([
      'changed the revision it was written for and the words it rests on',
      `confirmed the note for “${changedFigure}” (was “${figure}”)`,
    ])
    expect(await verifyAuditChain()).toMatchObject({ ok: true })
  })

  it('opens the note to be written again', async () => {
    const note = await openNote()
    const settled = must(await settle(room.maren, note, { kind: 'confirm' })).annotation
    const { version, revisionId, content } = settled
    const save = { version, revisionId, content: { ...content, claim: 'There were 398.' } }
    const saved = must(await saveAnnotation(room.maren, note.id, save)).annotation
    expect(saved).toMatchObject({ content: { claim: 'There were 398.' }, unsettled: [] })
  })
})

describe('settling is refused', () => {
  it('to whoever may not write the note', async () => {
    const note = await openNote()
    expect(await settle(room.ines, note, { kind: 'confirm' })).toMatchObject({
      reason: 'forbidden',
      message: expect.stringContaining('Maren Oduya'),
    })
    expect(await noteNow(room.ines, note)).toEqual(note)
  })

  it('from another version, with what the note is now', async () => {
    const note = await openNote([figure, year], other)
    const now = must(await settle(room.maren, note, { kind: 'confirm' })).annotation
    const again = { ...now, version: note.version }
    expect(await settle(room.maren, again, { kind: 'confirm' })).toMatchObject({
      reason: 'stale',
      current: now,
    })
  })

  it('on words of an older revision', async () => {
    const note = await openNote()
    const at = { ...article, revisionId: note.revisionId }
    await revise(room.maren, at, `Above.\n${fewer}`)
    const now = await noteNow(room.maren, note)
    const asked = { ...now, revisionId: note.revisionId }
    expect(await settle(room.maren, asked, { kind: 'confirm' })).toMatchObject({
      reason: 'stale',
      message: expect.stringContaining('newer revision'),
      current: now,
    })
  })

  it.each([
    ['outside the text', { start: 10, end: 10_000 }, /not in the article/],
    ['of white space', { start: 3, end: 4 }, /white space/],
    ['that cuts a character', { start: spanOf('🚢').start, end: spanOf('🚢').start + 1 }, /half/],
  ])('on a span %s', async (_what, span, message) => {
    const note = await openNote()
    expect(await settle(room.maren, note, { kind: 'place', span })).toMatchObject({
      reason: 'invalid',
      message: expect.stringMatching(message),
      faults: [{ path: 'choice.span' }],
    })
    expect(await noteNow(room.maren, note)).toEqual(note)
  })

  it('for taking the last place off a note', async () => {
    const note = await openNote([figure, year], other)
    const half = must(await settle(room.maren, note, { kind: 'drop' })).annotation
    expect(half).toMatchObject({ anchors: [], unsettled: [{ ordinal: 1 }] })
    expect(await settle(room.maren, half, { kind: 'drop' })).toMatchObject({
      reason: 'invalid',
      message: expect.stringContaining('at least one place'),
    })
  })

  it('for confirming words that are lost', async () => {
    const note = await write(room.maren, article, noteOn(figure))
    await revise(room.maren, article, without)
    const open = await noteNow(room.maren, note)
    expect(await settle(room.maren, open, { kind: 'confirm' })).toMatchObject({
      reason: 'invalid',
      message: expect.stringContaining('no new words'),
    })
  })

  it('where the place is settled already, or never was', async () => {
    const note = await openNote([figure, year], other)
    const half = must(await settle(room.maren, note, { kind: 'confirm' })).annotation
    const { version, revisionId } = half
    for (const ordinal of [0, 7]) {
      const request = { version, revisionId, ordinal, choice: { kind: 'confirm' } } as const
      expect(await settleAnchor(room.maren, note.id, request)).toMatchObject({
        reason: 'not_from_here',
        message: expect.stringContaining('settled already'),
      })
    }
  })

  it('of a retired note, until it is brought back, which must then be settled first', async () => {
    const note = await openNote()
    const retire = { move: 'retire', version: note.version, reason: 'Gone.' } as const
    const retired = must(await moveAnnotation(room.maren, note.id, retire)).annotation
    expect(reasonOf(await settle(room.maren, retired, { kind: 'confirm' }))).toBe('not_from_here')
    const restore = { move: 'restore', version: retired.version, reason: '' } as const
    const restored = must(await moveAnnotation(room.maren, note.id, restore)).annotation
    expect(restored).toMatchObject({ state: 'draft', unsettled: [{ ordinal: 0 }] })
    const sending = { move: 'submit', version: restored.version, reason: '' } as const
    expect(reasonOf(await moveAnnotation(room.maren, note.id, sending))).toBe('incomplete')
    const settled = must(await settle(room.maren, restored, { kind: 'confirm' })).annotation
    expect((await submit(room.maren, settled)).state).toBe('in_review')
  })

  it.each(['018f2f3a-0000-7000-8000-000000000000', 'nothing'])(
    'where there is no note: %s',
    async id => {
      const note = await openNote()
      expect(reasonOf(await settle(room.maren, { ...note, id }, { kind: 'confirm' }))).toBe(
        'not_found',
      )
    },
  )
})

describe('two at once', () => {
  it('settle a place once', async () => {
    for (let round = 0; round < 5; round++) {
      article = await bringIn(room.maren)
      const note = await openNote()
      const answers = await Promise.all([
        settle(room.maren, note, { kind: 'confirm' }),
        settle(room.tobias, note, { kind: 'place', span: spanOf('the mayor', fewer) }),
      ])
      expect(answers.map(reasonOf).sort()).toEqual(['ok', 'stale'])
      expect(await database.annotationVersion.count({ where: { annotationId: note.id } })).toBe(2)
    }
  })

  it('never settle words of the old revision while a new one comes', async () => {
    for (let round = 0; round < 8; round++) {
      article = await bringIn(room.maren)
      const note = await openNote()
      const at = { ...article, revisionId: note.revisionId }
      const request = await rewording(room.maren, at, `Above.\n${fewer}`)
      const [settled, revised] = await Promise.all([
        settle(room.maren, note, { kind: 'confirm' }),
        createNewRevision(room.tobias, article.id, request),
      ])
      expect([reasonOf(settled), reasonOf(revised)].sort()).toEqual(['ok', 'stale'])
      if (!revised.ok) await revise(room.maren, at, `Above.\n${fewer}`)
      const now = await noteNow(room.maren, note)
      const span = spanOf(changedFigure, `Above.\n${fewer}`)
      if (settled.ok) expect(now).toMatchObject({ unsettled: [], anchors: [span] })
      else expect(now).toMatchObject({ unsettled: [span], anchors: [] })
    }
  })
})

/** An approved note of Maren’s on these words, under which the article then changed. */
async function openNote(words = [figure], text = fewer): Promise<AnnotationView> {
  const content = noteOn(figure, { anchors: words.map(each => spanOf(each)) })
  const note = await writeApproved(room.maren, room.ines, article, content)
  await revise(room.tobias, article, text)
  return noteNow(room.maren, note)
}

async function articleCounts() {
  return (await listArticles(room.maren)).find(({ id }) => id === article.id)?.counts
}

/** What became of the places of the article's notes when its newest revision came. */
async function countsNow() {
  return must(await listRevisions(room.ines, article.id)).revisions[0]?.counts
}
