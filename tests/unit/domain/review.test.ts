import { describe, expect, it } from 'vitest'
import {
  type AnnotationState,
  annotationStates,
  approversOf,
  type Decision,
  decisionOnOtherWords,
  isApproved,
  isUndone,
  type Move,
  mayApproveAfterAll,
  moveRequest,
  moves,
  type Reviewed,
  reasonOfUndoing,
  reviewRequest,
  stateAfter,
  stateAfterEdit,
  stateAfterUnsettling,
} from '@/lib/domain/review'

describe('stateAfter', () => {
  const table: Record<AnnotationState, Partial<Record<Move, AnnotationState>>> = {
    to_check: { take: 'draft', retire: 'retired' },
    draft: { submit: 'in_review', retire: 'retired' },
    in_review: {
      recall: 'draft',
      approve: 'approved',
      askChanges: 'changes_asked',
      retire: 'retired',
    },
    changes_asked: { submit: 'in_review', approve: 'approved', retire: 'retired' },
    approved: { askChanges: 'changes_asked', retire: 'retired' },
    retired: { restore: 'draft' },
  }
  const cells = annotationStates.flatMap(state =>
    (Object.keys(moves) as Move[]).map(move => [state, move, table[state][move] ?? null] as const),
  )

  it.each(cells)('from %s by %s leads to %s', (state, move, next) => {
    expect(stateAfter(state, move)).toBe(next)
  })
})

describe('mayApproveAfterAll', () => {
  const by = (id: string, decision: Decision = 'ask_changes', contentHash = 'a') => ({
    decision,
    contentHash,
    reviewer: { id },
  })

  it.each<[string, AnnotationState, ReturnType<typeof by>[], boolean]>([
    ['who asked last', 'changes_asked', [by('ines')], true],
    ['whoever asked before another did', 'changes_asked', [by('ines'), by('ruth')], false],
    ['somebody else', 'changes_asked', [by('ruth')], false],
    ['who asked, once the words changed', 'changes_asked', [by('ines', 'ask_changes', 'b')], false],
    ['who asked, once it is a draft', 'draft', [by('ines')], false],
    ['who approved it', 'changes_asked', [by('ines', 'approve')], false],
    ['anybody where nobody decided', 'changes_asked', [], false],
  ])('says of %s', (_who, state, reviews, may) => {
    expect(mayApproveAfterAll({ state, heldHashes: ['a'], reviews }, 'ines')).toBe(may)
  })
})

describe('stateAfterEdit', () => {
  it.each([
    ['to_check', 'draft', 'to_check'],
    ['draft', 'draft', 'draft'],
    ['in_review', 'in_review', 'in_review'],
    ['changes_asked', 'changes_asked', 'changes_asked'],
    ['approved', 'draft', 'approved'],
    ['retired', null, null],
  ] as const)(
    'makes of %s %s where words changed, and %s where none did',
    (state, changed, same) => {
      expect(stateAfterEdit(state, true)).toBe(changed)
      expect(stateAfterEdit(state, false)).toBe(same)
    },
  )
})

describe('stateAfterUnsettling', () => {
  it.each([
    ['to_check', 'to_check'],
    ['draft', 'draft'],
    ['in_review', 'draft'],
    ['changes_asked', 'changes_asked'],
    ['approved', 'draft'],
    ['retired', 'retired'],
  ] as const)('makes of %s %s', (state, after) => {
    expect(stateAfterUnsettling(state)).toBe(after)
  })
})

describe('isApproved', () => {
  const approved: Reviewed = {
    state: 'approved',
    heldHashes: ['a'],
    authorIds: ['maren'],
    reviews: [{ decision: 'approve', contentHash: 'a', reviewer: { id: 'ines' } }],
  }

  it('holds where somebody else approved the very content', () => {
    expect(isApproved(approved)).toBe(true)
  })

  it('holds where the approved content was carried over to a new revision', () => {
    expect(isApproved({ ...approved, heldHashes: ['b', 'a'] })).toBe(true)
  })

  it('ends with the carried words too, where its giver asked for changes to them', () => {
    const asked = { decision: 'ask_changes', contentHash: 'b', reviewer: { id: 'ines' } } as const
    const reviews = [...approved.reviews, asked]
    expect(isApproved({ ...approved, heldHashes: ['b', 'a'], reviews })).toBe(false)
  })

  it.each<[string, Partial<Reviewed>]>([
    ['other content than was approved', { heldHashes: ['b'] }],
    ['another state, whatever the reviews say', { state: 'draft' }],
    ['the approved state without a review', { reviews: [] }],
    [
      'a request for changes',
      { reviews: [{ decision: 'ask_changes', contentHash: 'a', reviewer: { id: 'ines' } }] },
    ],
    ['an approval by the author', { authorIds: ['maren', 'ines'] }],
  ])('does not hold for %s', (_what, own) => {
    expect(isApproved({ ...approved, ...own })).toBe(false)
  })

  it('ends where its giver asked for changes to the same words later', () => {
    const reviews = ['approve', 'ask_changes'].map(decision => ({
      decision: decision as Decision,
      contentHash: 'a',
      reviewer: { id: 'bob' },
    }))
    const carol = { decision: 'approve' as const, contentHash: 'a', reviewer: { id: 'carol' } }
    expect(approversOf({ ...approved, reviews: [...reviews, carol] })).toEqual(['carol'])
    expect(approversOf({ ...approved, reviews: reviews.toReversed() })).toEqual(['bob'])
  })

  it('names each approver once', () => {
    const [review] = approved.reviews
    const reviews = review ? [review, review] : []
    expect(approversOf({ ...approved, reviews })).toEqual(['ines'])
  })
})

describe('decisionOnOtherWords', () => {
  const heldHashes = ['now', 'carried']
  const review = (id: string, contentHash: string, decision: Decision = 'approve') => ({
    reviewer: { id },
    contentHash,
    decision,
  })
  it.each([
    ['no decision', [], null],
    ['one’s own approval of other words', [review('me', 'old')], 0],
    ['one’s own wish for changes to them', [review('me', 'old', 'ask_changes')], 0],
    ['one’s own newest', [review('me', 'older'), review('me', 'old', 'ask_changes')], 1],
    ['one’s own before a newer of another', [review('me', 'old'), review('bob', 'newer')], 0],
    ['nothing where one’s own newest holds', [review('bob', 'old'), review('me', 'carried')], null],
    ['another’s approval of other words', [review('bob', 'old')], 0],
    ['nothing where another’s holds', [review('bob', 'old'), review('eve', 'now')], null],
    ['nothing where another asked for changes', [review('bob', 'old', 'ask_changes')], null],
  ])('gives %s', (_name, reviews, index) => {
    const expected = index === null ? null : reviews[index]
    expect(decisionOnOtherWords({ heldHashes, reviews }, 'me')).toBe(expected)
  })
})

describe('isUndone', () => {
  const undone: Parameters<typeof isUndone>[0] = {
    state: 'retired',
    retiredReason: reasonOfUndoing,
    ownerId: 'maren',
    authorIds: ['maren'],
    reviews: [],
    threads: [],
    published: null,
  }

  it('holds of a note that was taken back right after it was made', () => {
    expect(isUndone(undone)).toBe(true)
  })

  it.each<[string, Partial<typeof undone>]>([
    ['that was brought back', { state: 'draft', retiredReason: null }],
    ['that was retired for a reason', { retiredReason: 'It is no claim.' }],
    ['that somebody else wrote in', { authorIds: ['maren', 'ines'] }],
    ['that was decided on', { reviews: [{}] }],
    ['that was remarked on', { threads: [{}] }],
    ['that was published', { published: { edition: 1 } }],
  ])('does not hold of one %s', (_what, own) => {
    expect(isUndone({ ...undone, ...own })).toBe(false)
  })
})

describe('requests', () => {
  it('do not retire a note without a reason', () => {
    const retire = { move: 'retire', version: 1 }
    expect(moveRequest.safeParse(retire).success).toBe(false)
    expect(moveRequest.safeParse({ ...retire, reason: '  ' }).success).toBe(false)
    expect(moveRequest.safeParse({ ...retire, reason: 'Why.' }).success).toBe(true)
  })

  it.each(['approve', 'askChanges', 'publish'])('do not decide by the move %s', move => {
    expect(moveRequest.safeParse({ move, version: 1 }).success).toBe(false)
  })

  it('do not ask for changes without saying which, and approve without a word', () => {
    const contentHash = 'a'.repeat(64)
    const request = { contentHash, comment: ' ' }
    expect(reviewRequest.safeParse({ ...request, decision: 'ask_changes' }).success).toBe(false)
    expect(reviewRequest.safeParse({ ...request, decision: 'approve' }).success).toBe(true)
  })

  it('do not approve without naming a content', () => {
    const request = { decision: 'approve', comment: '', contentHash: 'latest' }
    expect(reviewRequest.safeParse(request).success).toBe(false)
  })
})
