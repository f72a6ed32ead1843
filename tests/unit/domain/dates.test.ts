import { describe, expect, it } from 'vitest'
import {
  formatDay,
  formatMoment,
  formatPartialDate,
  isPartialDate,
  optionalDate,
} from '@/lib/domain/dates'

describe('isPartialDate', () => {
  it.each(['2022', '2022-01', '2022-01-29', '2024-02-29', '2000-02-29', '0001'])(
    'takes %s',
    date => {
      expect(isPartialDate(date)).toBe(true)
    },
  )

  it.each([
    '',
    '22',
    '2022-1',
    '2022-13',
    '2022-00',
    '2022-02-30',
    '2022-02-29',
    '1900-02-29',
    '2022-04-31',
    '2022-01-29T00:00',
    '2022-01-',
    '29.1.2022',
    '2022/01/29',
    '٢٠٢٢',
    '-2022',
    ' 2022',
  ])('refuses %j', date => {
    expect(isPartialDate(date)).toBe(false)
  })
})

describe('optionalDate', () => {
  it('takes nothing, and a date with space around it', () => {
    expect(optionalDate.parse('')).toBe('')
    expect(optionalDate.parse(' 2022-01 ')).toBe('2022-01')
  })

  it('says how to write one', () => {
    expect(optionalDate.safeParse('yesterday').error?.issues[0]?.message).toBe(
      'Write a date as 2022, 2022-01 or 2022-01-29.',
    )
  })
})

describe('formatPartialDate', () => {
  it.each([
    ['', 'en', ''],
    ['2022', 'en', '2022'],
    ['2022-01', 'en', 'January 2022'],
    ['2022-01-29', 'en', '29 January 2022'],
    ['2022-01-29', 'de', '29. Januar 2022'],
  ])('writes %j in %s as %j', (date, language, words) => {
    expect(formatPartialDate(date, language)).toBe(words)
  })

  it.each(['2 Feb 2022', '2022-13', '2022-', 'yesterday'])('leaves %s as it is', text => {
    expect(formatPartialDate(text)).toBe(text)
  })
})

describe('a moment', () => {
  const at = new Date('2026-03-01T23:30:00Z')

  it.each([
    ['UTC', '1 March 2026'],
    ['Europe/Oslo', '2 March 2026'],
    ['America/New_York', '1 March 2026'],
  ])('is the day it is in %s', (timeZone, day) => {
    expect(formatDay(at, 'en', timeZone)).toBe(day)
  })

  it('has its time of day in the newsroom’s zone', () => {
    expect(formatMoment(at, 'en', 'Europe/Oslo')).toBe('2 Mar 2026, 00:30')
  })
})
