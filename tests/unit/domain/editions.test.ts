import { describe, expect, it } from 'vitest'
import { type AnnotationView, newContent, type UnsettledAnchor } from '@/lib/domain/annotations'
import { planEdition, publishRequest, readSnapshot } from '@/lib/domain/editions'
import { type AnnotationState, annotationStates, reasonOfUndoing } from '@/lib/domain/review'
import { snapshotOf } from '@/tests/support/snapshots'
import { lostPlace } from '@/tests/unit/components/editor/note-view'

const maren = { id: 'maren', name: 'Maren' }
const ines = { id: 'ines', name: 'Ines' }

function note(
  key: string,
  state: AnnotationState,
  own: Partial<AnnotationView> = {},
): AnnotationView {
  return {
    id: key,
    articleId: 'article',
    key,
    state,
    version: 1,
    contentHash: 'now',
    heldHashes: ['now'],
    revisionId: 'revision',
    ownerId: maren.id,
    owner: maren,
    authors: [maren],
    authorIds: [maren.id],
    content: newContent([{ start: 0, end: 1 }], ''),
    anchors: [],
    unsettled: [],
    reviews: [
      {
        id: 'r',
        reviewer: ines,
        decision: 'approve',
        comment: '',
        contentHash: 'now',
        at: '2026-03-02T09:00:00.000Z',
      },
    ],
    threads: [],
    retiredReason: state === 'retired' ? 'Nobody disputes it.' : null,
    published: null,
    createdAt: '2026-03-02T09:00:00.000Z',
    updatedAt: '2026-03-02T09:00:00.000Z',
    submittedAt: null,
    ...own,
  }
}

const editionWith = (...keys: string[]) => ({
  number: 3,
  notes: keys.map((key, index) => ({ key, number: index + 1 })) as never,
})

describe('planEdition', () => {
  it('says nothing of a note whose making was undone', () => {
    const undone = note('k', 'retired', { retiredReason: reasonOfUndoing, reviews: [] })
    expect(planEdition([undone], null).held).toEqual([])
  })

  it('lets approved notes out and nothing else, with a reason for each', () => {
    const notes = annotationStates.map(state => note(state, state))
    const plan = planEdition(notes, null)
    expect(plan.number).toBe(1)
    expect(plan.going.map(each => each.key)).toEqual(['approved'])
    expect(plan.held.map(({ annotation, blocks }) => [annotation.key, blocks])).toEqual([
      ['to_check', false],
      ['draft', false],
      ['in_review', false],
      ['changes_asked', false],
      ['retired', false],
    ])
    for (const { why } of plan.held) expect(why).toMatch(/\w.*\./)
  })

  it('holds a note back under which the article changed, whatever was approved', () => {
    const why = 'The article changed under it: settle where it rests first.'
    const unsettled = note('unsettled', 'approved', { unsettled: [lostPlace] })
    expect(planEdition([unsettled], null)).toMatchObject({ going: [], held: [{ why }] })
    const published = planEdition(
      [note('unsettled', 'draft', { unsettled: [lostPlace] })],
      editionWith('unsettled'),
    )
    expect(published.held).toMatchObject([{ why: expect.stringContaining(why), blocks: true }])
  })

  it('holds a note back that calls on a colleague, whatever was approved', () => {
    const mention = { type: 'mention', attrs: { id: 'i', label: 'Ines' } }
    const explanation = { type: 'doc', content: [{ type: 'paragraph', content: [mention] }] }
    const calling = note('calling', 'approved')
    const plan = planEdition([{ ...calling, content: { ...calling.content, explanation } }], null)
    expect(plan).toMatchObject({ going: [], held: [{ why: expect.stringContaining('@Ines') }] })
  })

  it('holds a note back whose approval is its author’s, or for other words', () => {
    const own = note('own', 'approved', { authorIds: [maren.id, ines.id] })
    const changed = note('changed', 'approved', { heldHashes: ['later'] })
    const unread = note('unread', 'approved', { reviews: [] })
    expect(planEdition([own, changed, unread], null).going).toEqual([])
  })

  it.each([
    ['to_check', true],
    ['draft', true],
    ['in_review', true],
    ['changes_asked', true],
    ['approved', false],
    ['retired', false],
  ] as const)('is stopped by a published note that is %s: %s', (state, blocks) => {
    const plan = planEdition([note('k', state)], editionWith('k'))
    expect(plan.held.some(each => each.blocks)).toBe(blocks)
    expect(plan.number).toBe(4)
  })

  it.each([
    ['in the last edition', true],
    ['never published', false],
  ])('holds a note that is to be settled, %s; stopped by it: %s', (where, blocks) => {
    const words = { quote: 'Ships.', prefix: '', suffix: '', now: '', change: null, sentence: null }
    const place = { start: null, end: null, candidates: [], near: 0 }
    const lost: UnsettledAnchor = { ordinal: 0, placement: 'lost', ...words, ...place }
    const notes = [note('k', 'approved', { unsettled: [lost] })]
    const plan = planEdition(notes, editionWith(...(where.startsWith('in') ? ['k'] : [])))
    expect(plan.going).toEqual([])
    expect(plan.held).toMatchObject([{ blocks }])
    expect(plan.held[0]?.why).toContain('settle where it rests first.')
  })

  it('says why a retired note does not go out', () => {
    expect(planEdition([note('k', 'retired')], null).held[0]?.why).toBe('Nobody disputes it.')
  })
})

describe('readSnapshot', () => {
  it('reads what was stored before the publisher’s changes were told', () => {
    const { format: _, publisherChanges: __, ...stored } = snapshotOf(['Ships.'], [])
    const read = readSnapshot({ ...stored, format: 1 })
    expect(read).toEqual({ ...stored, format: 2, publisherChanges: [] })
  })

  it('leaves what is stored today as it is', () => {
    const snapshot = snapshotOf(['Ships.'], [])
    expect(readSnapshot(snapshot)).toBe(snapshot)
  })
})

describe('a request to publish', () => {
  const request = { title: 'A headline', summary: 'What was found.', notes: [], corrections: [] }

  it.each([
    ['no headline', { title: ' ' }, 'Give the fact-check its headline.'],
    ['no summary', { summary: '' }, 'Sum up in a sentence what was found.'],
  ])('is refused with %s', (_what, own, words) => {
    expect(publishRequest.safeParse({ ...request, ...own }).error?.issues[0]?.message).toBe(words)
  })

  it('is taken with both', () => {
    expect(publishRequest.safeParse(request).success).toBe(true)
  })
})
