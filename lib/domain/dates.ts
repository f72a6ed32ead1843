import { z } from 'zod'

/**
 * A date of reduced precision (ISO 8601-1, 5.2.2): `2022`, `2022-01` or `2022-01-29`; or nothing. What a
 * source says of itself is often no more than a month, and a made-up day would be a false fact. It may be
 * written as people write it, and comes out in this form.
 */
export const optionalDate = z.string().transform((text, context) => {
  const read = readDate(text)
  if (read.ok) return read.date
  context.addIssue({ code: 'custom', message: read.fault })
  return z.NEVER
})

export type ReadDate = { ok: true; date: string } | { ok: false; fault: string }

/**
 * A date as people write it in English or in figures, as a partial date: "27 January 2022", "Jan 27, 2022",
 * "January 2022", "27.1.2022"; "" for nothing. Refused where it could be two dates (3/4/2022), where its
 * weekday is another's, or where there is more in it than a date: a date that was guessed would be a false
 * fact.
 */
export function readDate(text: string): ReadDate {
  const written = text.trim()
  if (written === '' || isPartialDate(written)) return { ok: true, date: written }
  const [, first = '', , second = '', year = ''] = yearLast.exec(written) ?? []
  if (isEitherWay(first, second)) return { ok: false, fault: ambiguousWords(first, second, year) }
  const date = dateInFigures(written) ?? dateInWords(written)
  if (date === null || !isPartialDate(date)) return { ok: false, fault: howToWrite }
  const fault = weekdayFault(written, date)
  return fault ? { ok: false, fault } : { ok: true, date }
}

const howToWrite = 'Write a date as 27 January 2022, January 2022, 2022 or 2022-01-27.'

const yearLast = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})$/
const yearFirst = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/
const monthAndYear = /^(\d{1,2})[-/.](\d{4})$/

/** Whether either of two figures could be the month, and the day would be another. */
function isEitherWay(first: string, second: string): boolean {
  return isMonth(first) && isMonth(second) && Number(first) !== Number(second)
}

function isMonth(figures: string): boolean {
  return Number(figures) >= 1 && Number(figures) <= 12
}

function ambiguousWords(first: string, second: string, year: string): string {
  const [a, b] = [dateOf(year, second, first), dateOf(year, first, second)].map(each =>
    formatPartialDate(each),
  )
  return `This may be ${a} or ${b}: write the month as a word.`
}

/** From figures alone: the year first, or last with a day that can be no month. */
function dateInFigures(written: string): string | null {
  const [, year, , month, day] = yearFirst.exec(written) ?? []
  if (year && month) return dateOf(year, month, day)
  const [, first, , second, lastYear] = yearLast.exec(written) ?? []
  if (first && second && lastYear)
    return isMonth(second) ? dateOf(lastYear, second, first) : dateOf(lastYear, first, second)
  const [, onlyMonth, itsYear] = monthAndYear.exec(written) ?? []
  return onlyMonth && itsYear ? dateOf(itsYear, onlyMonth) : null
}

/** With the month as a word: its year in four figures, and at most one day beside it. */
function dateInWords(written: string): string | null {
  const spoken = written.toLowerCase().replace(weekdayFirst, '')
  const match = dayFirst.exec(spoken) ?? monthFirst.exec(spoken)
  const { day, word = '', year } = match?.groups ?? {}
  const month = months.findIndex(each => each.startsWith(word) && word.length > 2) + 1
  return month > 0 && year ? dateOf(year, String(month), day) : null
}

/** What is wrong with the weekday before a date; "" where there is none, or it is that of the day. */
function weekdayFault(written: string, date: string): string {
  const [, weekday] = weekdayFirst.exec(written) ?? []
  if (!weekday) return ''
  // A month has no weekday: the day is missing.
  if (!/-..-/.test(date)) return howToWrite
  const right = new Date(`${date}T00:00:00Z`).toLocaleDateString('en', {
    timeZone: 'UTC',
    weekday: 'long',
  })
  return right.toLowerCase().startsWith(weekday.toLowerCase())
    ? ''
    : `${formatPartialDate(date)} is a ${right}: check the day, or leave the weekday out.`
}

const weekdayFirst =
  /^(mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?,?\s+/i
const dayFirst =
  /^(?:the\s+)?(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?)?(?<word>\p{L}+)\.?,?\s+(?<year>\d{4})$/u
const monthFirst = /^(?<word>\p{L}+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/u

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

function dateOf(year: string, month: string, day?: string): string {
  return [year, month, day].flatMap(part => part?.padStart(2, '0') ?? []).join('-')
}

/** Whether `text` is a real calendar date of any of the three precisions. */
export function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!match) return false
  const [, year, month = '01', day = '01'] = match
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  // Date rolls 30 February over to March; a date that comes back changed was none.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
}

/**
 * "2022", "January 2022" or "29 January 2022", in the reader's language. What is no partial date comes back
 * as it is: nothing, or what somebody is still writing.
 */
export function formatPartialDate(date: string, language = 'en'): string {
  if (!isPartialDate(date)) return date
  const parts = date.split('-').length
  const full = new Date(`${date}${'-01'.repeat(3 - parts)}T00:00:00Z`)
  return formatterOf(language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(parts > 1 && { month: 'long' }),
    ...(parts > 2 && { day: 'numeric' }),
  }).format(full)
}

/** A moment as a calendar date in the newsroom's time zone. */
export function formatDay(at: Date, language = 'en', timeZone = 'UTC'): string {
  return formatterOf(language, { timeZone, dateStyle: 'long' }).format(at)
}

/** A moment with its time of day, in the newsroom's time zone. */
export function formatMoment(at: Date, language = 'en', timeZone = 'UTC'): string {
  return formatterOf(language, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(at)
}

/** By language and options, of which there are few: a browser takes some milliseconds to make one. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify([language, options])
  const made = formatters.get(name) ?? new Intl.DateTimeFormat(dateLocale(language), options)
  formatters.set(name, made)
  return made
}

/** English dates are written day first, as the demo newsroom and most of the world write them. */
function dateLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
