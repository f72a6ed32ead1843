import type { TokenRanges } from '@/lib/domain/anchoring/tokens'

/** 64 words that came or went before the walk settles for where it is. */
const stepsAtMost = 64

/** Runs of equal elements as [index in a, index in b, length], last first; where they end; what it cost. */
export interface Walk {
  runs: [number, number, number][]
  atA: number
  atB: number
  work: number
}

/**
 * How far each diagonal has come after d differences, at d² + d + diagonal: the fronts of all d one after
 * the other. Written anew by every walk, since a text with nothing in common takes thousands of them.
 */
const fronts = new Int32Array((stepsAtMost + 1) ** 2)
const outside = -1

/**
 * Myers' greedy algorithm (1986, figure 2) over ranges of `a` (older) and `b` (newer), cut off after
 * `stepsAtMost` differences at the furthest it has come. Quick where little differs, whatever repeats.
 */
export function walk(a: Int32Array, b: Int32Array, ranges: TokenRanges): Walk {
  const { olderFrom: aFrom, olderTo: aTo, newerFrom: bFrom, newerTo: bTo } = ranges
  const [n, m] = [aTo - aFrom, bTo - bFrom]
  let work = 0
  let [bestD, bestK, furthest] = [0, 0, -1]
  for (let d = 0; d <= stepsAtMost && furthest < n + m; d++)
    for (let k = -d; k <= d; k += 2) {
      const start = d === 0 ? 0 : entryOf(d, k, n, m) >> 1
      let x = start
      if (start >= 0) while (x < n && x - k < m && a[aFrom + x] === b[bFrom + x - k]) x++
      fronts[d * d + d + k] = x
      work += x - start + 1
      if (start >= 0 && 2 * x - k > furthest) [bestD, bestK, furthest] = [d, k, 2 * x - k]
    }
  const x = fronts[bestD * bestD + bestD + bestK] as number
  const runs = runsBack(bestD, bestK, ranges)
  return { runs, atA: aFrom + x, atB: bFrom + x - bestK, work }
}

/** The runs of the path that leads to diagonal `k` with `d` differences. */
function runsBack(d: number, k: number, ranges: TokenRanges): Walk['runs'] {
  const { olderFrom: aFrom, olderTo: aTo, newerFrom: bFrom, newerTo: bTo } = ranges
  const runs: Walk['runs'] = []
  let x = fronts[d * d + d + k] as number
  let diagonal = k
  for (let left = d; left >= 0; left--) {
    const entry = left === 0 ? 0 : entryOf(left, diagonal, aTo - aFrom, bTo - bFrom)
    const start = entry >> 1
    if (x > start) runs.push([aFrom + start, bFrom + start - diagonal, x - start])
    const isDown = (entry & 1) === 1
    x = isDown ? start : start - 1
    diagonal += isDown ? 1 : -1
  }
  return runs
}

/**
 * Where diagonal `k` is entered after `d` differences, from the front of one less: twice the element of
 * `a`, and one more if an element of `b` came. -1 if nowhere inside: half of that, rounded down, is too.
 */
function entryOf(d: number, k: number, n: number, m: number): number {
  const before = (d - 1) * (d - 1) + d - 1
  const down = k < d - 1 ? (fronts[before + k + 1] as number) : outside
  const left = k > 1 - d ? (fronts[before + k - 1] as number) : outside
  const right = left >= 0 ? left + 1 : outside
  const canDown = down >= 0 && down - k <= m
  const canRight = right >= 0 && right <= n
  if (canDown && (!canRight || right <= down)) return 2 * down + 1
  return canRight ? 2 * right : outside
}
