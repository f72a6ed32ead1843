const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Two days: a note that waits longer has waited over a whole working day of everyone's. */
const oldAfter = 2 * day

/**
 * How long ago `at` was at `now`, both ISO 8601, in the two or three words of a list: "25 min",
 * "5 hours", "1 day". Whole units, rounded down; "now" under a minute or when `at` lies ahead.
 */
export function ageOf(at: string, now: string): string {
  const elapsed = elapsedOf(at, now)
  if (elapsed < minute) return 'now'
  if (elapsed < hour) return `${Math.floor(elapsed / minute)} min`
  if (elapsed < day) return count(Math.floor(elapsed / hour), 'hour')
  return count(Math.floor(elapsed / day), 'day')
}

/** Whether something that waits since `at` has waited too long at `now`. */
export function isOld(at: string, now: string): boolean {
  return elapsedOf(at, now) >= oldAfter
}

function elapsedOf(at: string, now: string): number {
  return Date.parse(now) - Date.parse(at)
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}
