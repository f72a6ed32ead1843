import { describe, expect, it } from 'vitest'
import { judge, medianOf, newTally, overlapOf, ratesOf } from '@/tests/bench/anchoring/metrics'

const truth = { start: 10, end: 20 }

describe('judge', () => {
  it.each([
    ['exact', truth, { start: 10, end: 20 }],
    ['partial where half of what either covers is common', truth, { start: 10, end: 15 }],
    ['partial', truth, { start: 5, end: 25 }],
    ['wrong where less than half is common', truth, { start: 10, end: 14 }],
    ['wrong where it only touches', truth, { start: 20, end: 30 }],
    ['wrong', truth, { start: 40, end: 50 }],
    ['lost', truth, null],
    ['falsePositive', null, { start: 10, end: 20 }],
    ['gone', null, null],
  ])('says %s', (outcome, words, got) => {
    expect(judge(words, got)).toBe(outcome.split(' ')[0])
  })
})

describe('overlapOf', () => {
  it('is the common part of the whole, and the same either way round', () => {
    expect(overlapOf({ start: 0, end: 3 }, { start: 1, end: 4 })).toBe(0.5)
    expect(overlapOf({ start: 1, end: 4 }, { start: 0, end: 3 })).toBe(0.5)
    expect(overlapOf({ start: 0, end: 3 }, { start: 3, end: 6 })).toBe(0)
  })
})

describe('ratesOf', () => {
  it('divides by the spans that are still there, and false positives by those that are not', () => {
    const tally = { exact: 6, partial: 1, wrong: 1, lost: 2, falsePositive: 1, gone: 3 }
    expect(ratesOf(tally)).toEqual({
      present: 10,
      deleted: 4,
      exact: 60,
      partial: 10,
      wrong: 10,
      lost: 20,
      falsePositive: 25,
    })
  })

  it('has no share of nothing', () => {
    expect(ratesOf(newTally())).toMatchObject({ exact: null, lost: null, falsePositive: null })
  })
})

describe('medianOf', () => {
  it.each([
    [[3, 1, 2], 2],
    [[10, 9, 1, 2], 5.5],
    [[7], 7],
    [[], Number.NaN],
  ])('finds the middle of %j', (numbers, median) => {
    expect(medianOf(numbers)).toBe(median)
  })
})
