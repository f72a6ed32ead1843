import { describe, expect, it } from 'vitest'
import {
  inverseOf,
  type LookReason,
  type LookView,
  lookChangeLimit,
  lookChanges,
  lookReasons,
  withLooks,
  wordOfReason,
} from '@/lib/domain/looks'

const revisionId = '00000000-0000-4000-8000-000000000001'

function look(start: number, reason: LookReason | null = null, id = `at-${start}`): LookView {
  return { id, start, end: start + 5, reason, by: { id: 'p', name: 'Ines' }, at: '' }
}

const at = (start: number) => ({ start, end: start + 5 })

describe('a request', () => {
  const change = { ...at(0), seen: null, to: { reason: null } }

  it.each([
    ['no sentence', []],
    ['a sentence without words', [{ ...change, end: 0 }]],
    ['a sentence that ends before it begins', [{ ...change, start: 9 }]],
    ['one sentence twice', [change, { ...change, to: null }]],
    ['a reason that is none', [{ ...change, to: { reason: 'dull' } }]],
    [
      'more than it may',
      Array.from({ length: lookChangeLimit + 1 }, (_, start) => ({ ...change, ...at(start) })),
    ],
  ])('is refused with %s', (_what, changes) => {
    expect(lookChanges.safeParse({ revisionId, changes }).success).toBe(false)
  })

  it('is taken with as many as it may', () => {
    const changes = Array.from({ length: lookChangeLimit }, (_, start) => ({
      ...change,
      ...at(start),
    }))
    expect(lookChanges.safeParse({ revisionId, changes }).success).toBe(true)
  })
})

it('has a word for every reason, and for none', () => {
  expect([...lookReasons, null].map(wordOfReason)).toEqual([
    'Opinion',
    'Not checkable',
    'Trivial',
    'Already checked',
    'No reason given',
  ])
})

describe('withLooks', () => {
  it.each([
    ['adds a look in the order of the text', [10], [look(10)], [0, 10, 20]],
    ['takes one away', [0], [], [20]],
    ['puts one in the place of another', [20], [look(20, 'trivial', 'new')], [0, 20]],
  ])('%s', (_title, changed, now, starts) => {
    const looks = withLooks([look(0), look(20)], changed.map(at), now)
    expect(looks.map(({ start }) => start)).toEqual(starts)
    expect(looks).toEqual(expect.arrayContaining(now))
  })
})

describe('inverseOf', () => {
  it.each([
    ['a new look', [], null],
    ['another reason', [look(0, 'opinion')], { reason: 'opinion' }],
    ['a look taken back', [look(0)], { reason: null }],
  ])('takes back %s', (_what, before, to) => {
    expect(inverseOf([at(0)], [...before, look(20)])).toEqual([{ ...at(0), to }])
  })
})
