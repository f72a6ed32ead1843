import { describe, expect, it } from 'vitest'
import { firstBelow } from '@/lib/editor/sight'

describe('the first of boxes one below the other', () => {
  const bottoms = [10, 20, 20, 40]
  const bottomOf = (index: number) => bottoms[index] ?? 0
  it.each([
    ['the first, where all are below', -5, 0],
    ['the next, where one ends just there', 10, 1],
    ['the first of two that end together', 15, 1],
    ['the last, where all are above', 99, 3],
  ])('is %s', (_title, y, expected) => {
    expect(firstBelow(bottoms.length, y, bottomOf)).toBe(expected)
  })

  it('is none where there is none', () => {
    expect(firstBelow(0, 5, bottomOf)).toBe(-1)
  })

  it('is found by asking few of very many', () => {
    let asked = 0
    const at = firstBelow(100_000, 500, index => {
      asked++
      return index
    })
    expect([at, asked < 20]).toEqual([501, true])
  })
})
