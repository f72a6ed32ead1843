import { formatDay } from '@/lib/domain/dates'
import type { HistoryEntry } from '@/lib/domain/desk'

/** What happened on one day. */
export interface Day {
  day: string
  entries: HistoryEntry[]
}

/** Entries under the days they fall on in `timeZone`, the latest first. */
export function daysOf(entries: readonly HistoryEntry[], timeZone: string): Day[] {
  // The log is in the order of writing; what was brought in from elsewhere may be older than that.
  const latestFirst = [...entries].sort(
    (a, b) => Date.parse(b.at) - Date.parse(a.at) || b.seq - a.seq,
  )
  const days: Day[] = []
  for (const entry of latestFirst) {
    const day = formatDay(new Date(entry.at), 'en', timeZone)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

/** The time of day, "11:41". */
export function timeOf(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(new Date(at))
}
