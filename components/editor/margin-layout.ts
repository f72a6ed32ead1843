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
