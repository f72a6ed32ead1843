import { describe, expect, it } from 'vitest'
import { ageOf, isOld } from '@/lib/domain/ages'

const now = '2022-01-31T12:00:00.000Z'

describe('ageOf', () => {
  it.each([
    ['2022-01-31T11:59:01.000Z', 'now'],
    ['2022-01-31T12:00:30.000Z', 'now'],
    ['2022-01-31T11:59:00.000Z', '1 min'],
    ['2022-01-31T11:00:01.000Z', '59 min'],
    ['2022-01-31T11:00:00.000Z', '1 hour'],
    ['2022-01-30T12:00:01.000Z', '23 hours'],
    ['2022-01-30T12:00:00.000Z', '1 day'],
    ['2022-01-28T11:00:00.000Z', '3 days'],
  ])('says how long ago %s was', (at, words) => {
    expect(ageOf(at, now)).toBe(words)
  })
})

describe('isOld', () => {
  it('begins at two days', () => {
    expect(isOld('2022-01-29T12:00:00.001Z', now)).toBe(false)
    expect(isOld('2022-01-29T12:00:00.000Z', now)).toBe(true)
  })
})
