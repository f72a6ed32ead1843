import { describe, expect, it } from 'vitest'
import {
  formatDay,
  formatMoment,
  formatPartialDate,
  isPartialDate,
  optionalDate,
  readDate,
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

  it('gives the form in which a date is kept', () => {
    expect(optionalDate.parse('29 January 2022')).toBe('2022-01-29')
  })

  it('says how to write one', () => {
    expect(optionalDate.safeParse('yesterday').error?.issues[0]?.message).toBe(
      'Write a date as 27 January 2022, January 2022, 2022 or 2022-01-27.',
    )
  })
})

describe('readDate', () => {
  it.each([
    ['27 January 2022', '2022-01-27'],
    ['  27 JAN 2022 ', '2022-01-27'],
    ['27. Jan. 2022', '2022-01-27'],
    ['27th January, 2022', '2022-01-27'],
    ['the 3rd of May 2022', '2022-05-03'],
    ['Thursday, 27 January 2022', '2022-01-27'],
    ['Thu 27 Jan 2022', '2022-01-27'],
    ['THU., January 27, 2022', '2022-01-27'],
    ['Sunday 1 May 2022', '2022-05-01'],
    ['January 27, 2022', '2022-01-27'],
    ['Sept. 1st 2022', '2022-09-01'],
    ['January 2022', '2022-01'],
    ['Jan, 2022', '2022-01'],
    ['01/2022', '2022-01'],
    ['2022-1-7', '2022-01-07'],
    ['2022/01/27', '2022-01-27'],
    ['2022.1', '2022-01'],
    ['27.1.2022', '2022-01-27'],
    ['27. 1. 2022', '2022-01-27'],
    ['27/01/2022', '2022-01-27'],
    ['01/27/2022', '2022-01-27'],
    ['05-05-2022', '2022-05-05'],
    ['2022', '2022'],
    ['', ''],
  ])('reads %j as %j', (text, date) => {
    expect(readDate(text)).toEqual({ ok: true, date })
  })

  it('reads what it writes itself', () => {
    for (const date of ['2022', '2022-09', '2022-05-03'])
      expect(readDate(formatPartialDate(date))).toEqual({ ok: true, date })
  })

  it.each([
    '30 February 2022',
    '31/04/2022',
    '13/13/2022',
    '27 January 22',
    '27 January',
    '27-28 January 2022',
    '27 January 2022, 14:00',
    'before January 2022',
    'Ja 2022',
    'Januarius 2022',
    'Thursday 2022',
    'Thursday January 2022',
    'Sun May 2022',
    'sunny May 2022',
    'Month 1 May 2022',
    'Thur 27 January 2022',
    'Mon 30 February 2022',
    '27 2022',
    '7/22',
    'yesterday',
  ])('refuses %j, and says how to write a date', text => {
    expect(readDate(text)).toMatchObject({ ok: false, fault: expect.stringMatching(/^Write a/) })
  })

  it.each(['Friday, 27 January 2022', 'fri 27 Jan 2022', 'Wed. January 27, 2022'])(
    'refuses %j, whose weekday is another day’s',
    text => {
      expect(readDate(text)).toEqual({
        ok: false,
        fault: '27 January 2022 is a Thursday: check the day, or leave the weekday out.',
      })
    },
  )

  it.each(['03/04/2022', '3.4.2022', '3-4-2022'])('does not choose what %s means', text => {
    expect(readDate(text)).toEqual({
      ok: false,
      fault: 'This may be 3 April 2022 or 4 March 2022: write the month as a word.',
    })
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
