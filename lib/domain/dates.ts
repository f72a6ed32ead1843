import { z } from 'zod'

/**
 * A date of reduced precision (ISO 8601-1, 5.2.2): `2022`, `2022-01` or `2022-01-29`. What a source
 * says of itself is often no more than a month, and a made-up day would be a false fact.
 */
export const partialDate = z
  .string()
  .trim()
  .refine(isPartialDate, 'Write a date as 2022, 2022-01 or 2022-01-29.')

/** A partial date, or nothing. */
export const optionalDate = z.union([z.literal(''), partialDate])

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
  return new Intl.DateTimeFormat(dateLocale(language), {
    timeZone: 'UTC',
    year: 'numeric',
    ...(parts > 1 && { month: 'long' }),
    ...(parts > 2 && { day: 'numeric' }),
  }).format(full)
}

/** A moment as a calendar date in the newsroom's time zone. */
export function formatDay(at: Date, language = 'en', timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat(dateLocale(language), {
    timeZone,
    dateStyle: 'long',
  }).format(at)
}

/** A moment with its time of day, in the newsroom's time zone. */
export function formatMoment(at: Date, language = 'en', timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat(dateLocale(language), {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at)
}

/** English dates are written day first, as the demo newsroom and most of the world write them. */
function dateLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
