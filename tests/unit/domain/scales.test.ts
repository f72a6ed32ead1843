import { describe, expect, it } from 'vitest'
import { defaultScale, type Rating, rangeOf, scale } from '@/lib/domain/scales'

const [first, second, ...rest] = defaultScale.ratings as [Rating, Rating, ...Rating[]]
const withFirst = (own: Partial<Record<keyof Rating, unknown>>) => ({
  ...defaultScale,
  ratings: [{ ...first, ...own }, second, ...rest],
})

describe('a scale', () => {
  it('is sound as a newsroom starts with it', () => {
    expect(scale.safeParse(defaultScale).error).toBeUndefined()
    expect(rangeOf(defaultScale.ratings)).toEqual({ worst: 1, best: 5 })
  })

  it.each([
    ['one rating', { ...defaultScale, ratings: [first] }],
    [
      'thirteen ratings',
      {
        ...defaultScale,
        ratings: Array.from({ length: 13 }, (_, index) => ({
          ...first,
          key: `k${index}`,
          word: `W${index}`,
          ordinal: index + 1,
          value: index + 1,
        })),
      },
    ],
    ['two of one key', withFirst({ key: second.key })],
    ['two of one word', withFirst({ word: second.word })],
    ['two in one place', withFirst({ ordinal: second.ordinal })],
    ['a value of 0', withFirst({ value: 0 })],
    ['a value below 0', withFirst({ value: -1 })],
    ['half a value', withFirst({ value: 1.5 })],
    [
      'values that are all the same',
      {
        ...defaultScale,
        ratings: [
          { ...first, value: 3 },
          { ...second, value: 3 },
        ],
      },
    ],
    [
      'no values',
      {
        ...defaultScale,
        ratings: [
          { ...first, value: null },
          { ...second, value: null },
        ],
      },
    ],
    ['a rating without a word', withFirst({ word: ' ' })],
    ['a rating without a definition', withFirst({ definition: '' })],
    ['a key that is no key', withFirst({ key: 'Not A Key' })],
    ['a tint that the stylesheet has not', withFirst({ tint: 'pink' })],
    ['an icon that is not drawn', withFirst({ icon: 'skull' })],
    ['no name', { ...defaultScale, name: ' ' }],
  ])('is refused with %s', (_what, input) => {
    expect(scale.safeParse(input).success).toBe(false)
  })

  it('leaves what stands outside the range out of it', () => {
    expect(rangeOf([first, { ...second, value: null }, { ...second, value: 2 }])).toEqual({
      worst: 2,
      best: 5,
    })
  })
})
