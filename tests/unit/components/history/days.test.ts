import { expect, it } from 'vitest'
import { daysOf, timeOf } from '@/components/history/days'
import type { HistoryEntry } from '@/lib/domain/desk'

const entry = (seq: number, at: string): HistoryEntry => ({
  seq,
  at,
  actor: null,
  sentence: 'did something',
  annotation: null,
  repeats: 1,
})

it('puts entries under the newsroom’s days, the latest first', () => {
  const entries = [
    entry(2, '2022-01-31T01:00:00.000Z'),
    entry(3, '2022-01-31T23:30:00.000Z'),
    entry(1, '2022-01-30T22:30:00.000Z'),
  ]
  const days = (timeZone: string) =>
    daysOf(entries, timeZone).map(each => [each.day, each.entries.map(({ seq }) => seq)])

  expect(days('UTC')).toEqual([
    ['31 January 2022', [3, 2]],
    ['30 January 2022', [1]],
  ])
  expect(days('Europe/Helsinki')).toEqual([
    ['1 February 2022', [3]],
    ['31 January 2022', [2, 1]],
  ])
})

it('tells the time of day in the newsroom', () => {
  expect(timeOf('2022-01-31T23:30:00.000Z', 'Europe/Oslo')).toBe('00:30')
})
