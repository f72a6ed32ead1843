import { describe, expect, it } from 'vitest'
import { lookOf } from '@/components/revisions/passages'
import { countsInWords, placementOrder } from '@/components/revisions/placement-words'
import { placementKinds } from '@/lib/domain/anchoring/placements'
import type { Rating } from '@/lib/domain/scales'

const none = { kept: 0, moved: 0, changed: 0, ambiguous: 0, lost: 0 }

describe('the counts of a preview', () => {
  it.each([
    [
      { ...none, kept: 11, moved: 1, changed: 1, lost: 1 },
      '14 notes: 11 kept, 1 moved, 1 changed, 1 lost',
    ],
    [{ ...none, ambiguous: 1 }, '1 note: 1 ambiguous'],
    [none, 'No notes yet'],
  ])('say of %o “%s”', (counts, words) => {
    expect(countsInWords(counts)).toBe(words)
  })
})

it('lists every placement once, those that need a person first', () => {
  expect([...placementOrder].sort()).toEqual([...placementKinds].sort())
  expect(placementOrder.slice(-2)).toEqual(['moved', 'kept'])
})

it('draws a verdict on no words that it was not given to', () => {
  const rating = { tint: 'false' } as Rating
  expect(placementKinds.map(kind => lookOf(rating, kind))).toEqual(
    placementKinds.map(kind => (kind === 'kept' || kind === 'moved' ? 'r-false' : 'r-none')),
  )
  expect(lookOf(null, 'kept')).toBe('r-none')
})
