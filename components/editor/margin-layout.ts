/** A note in the margin: where its words are and how much room it takes, in CSS pixels. */
export interface MarginItem {
  id: string
  /** Where it would stand level with its words. */
  wanted: number
  height: number
}

/**
 * Where each note stands, in the order of `items` (which is the order of their words). No two
 * overlap; each stays as near to its words as the others allow. The open one is level with its words:
 * those above it are pushed up and those below pushed down, and it gives way only where the notes
 * above it would leave the top of the margin.
 */
export function layOutMargin(
  items: readonly MarginItem[],
  openId: string | null,
  gap: number,
): number[] {
  // With the room of the notes before it taken off, "no overlap" becomes "never falling".
  const before = roomBefore(items, gap)
  const wanted = items.map((item, index) => item.wanted - (before[index] ?? 0))
  const open = items.findIndex(({ id }) => id === openId)
  const slack = open < 0 ? nearestRising(wanted) : around(wanted, open)
  return slack.map((top, index) => Math.max(0, top) + (before[index] ?? 0))
}

/**
 * Which notes are so many that they would stand further than `reach` from their words: each run of
 * notes that push one another is judged as a whole. They are shown in one line each, so that no note
 * is looked for screens away from what it is about.
 */
export function crowdedNotes(
  items: readonly MarginItem[],
  gap: number,
  reach: number,
): ReadonlySet<string> {
  const before = roomBefore(items, gap)
  const wanted = items.map((item, index) => item.wanted - (before[index] ?? 0))
  const slack = nearestRising(wanted).map(top => Math.max(0, top))
  const crowded = new Set<string>()
  for (let first = 0; first < items.length; ) {
    let end = first + 1
    while (end < items.length && slack[end] === slack[first]) end++
    const isFar = (top: number, index: number) =>
      Math.abs(top - (wanted[first + index] ?? 0)) > reach
    if (slack.slice(first, end).some(isFar))
      for (const { id } of items.slice(first, end)) crowded.add(id)
    first = end
  }
  return crowded
}

/**
 * Which notes lie between two heights of the margin, as a range of indexes: `tops` never fall, and the
 * note that begins above `from` may reach into it.
 */
export function windowOf(
  tops: readonly number[],
  from: number,
  to: number,
): { first: number; end: number } {
  return { first: Math.max(0, countBelow(tops, from) - 1), end: countBelow(tops, to) }
}

/** How many of these numbers, which never fall, are less than `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** The bottom of the lowest note, for the page to leave room for it. */
export function bottomOf(items: readonly MarginItem[], tops: readonly number[]): number {
  return Math.max(0, ...items.map((item, index) => (tops[index] ?? 0) + item.height))
}

function roomBefore(items: readonly MarginItem[], gap: number): number[] {
  let room = 0
  return items.map(({ height }) => {
    const before = room
    room += height + gap
    return before
  })
}

function around(wanted: readonly number[], open: number): number[] {
  const fixed = wanted[open] ?? 0
  return [
    ...nearestRising(wanted.slice(0, open)).map(top => Math.min(top, fixed)),
    fixed,
    ...nearestRising(wanted.slice(open + 1)).map(top => Math.max(top, fixed)),
  ]
}

/**
 * The never-falling sequence with the least sum of squared distances from `wanted` (isotonic
 * regression by pooling neighbours that are out of order). Linear in time.
 */
function nearestRising(wanted: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = []
  for (const value of wanted) {
    let pool = { sum: value, count: 1 }
    for (let last = pools.at(-1); last && meanOf(last) > meanOf(pool); last = pools.at(-1)) {
      pools.pop()
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count }
    }
    pools.push(pool)
  }
  return pools.flatMap(pool => Array<number>(pool.count).fill(meanOf(pool)))
}

function meanOf({ sum, count }: { sum: number; count: number }): number {
  return sum / count
}
