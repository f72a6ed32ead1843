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
 * Myers' greedy algorithm (1986, figure 2) over ranges of `a` (older) and `b` (newer), cut off after
 * `stepsAtMost` differences at the furthest it has come. Quick where little differs, whatever repeats.
 */
export function walk(
  a: Int32Array,
  b: Int32Array,
  { olderFrom: aFrom, olderTo: aTo, newerFrom: bFrom, newerTo: bTo }: TokenRanges,
): Walk {
  const [n, m] = [aTo - aFrom, bTo - bFrom]
  const reached: Int32Array[] = []
  let work = 0
  let [bestD, bestK, furthest] = [0, 0, -1]
  for (let d = 0; d <= stepsAtMost && furthest < n + m; d++) {
    const front = new Int32Array(2 * d + 1).fill(-1)
    for (let k = -d; k <= d; k += 2) {
      const start = d === 0 ? 0 : startOf(reached[d - 1] as Int32Array, d, k, n, m).x
      if (start < 0) continue
      let x = start
      while (x < n && x - k < m && a[aFrom + x] === b[bFrom + x - k]) x++
      front[k + d] = x
      work += x - start + 1
      if (2 * x - k > furthest) [bestD, bestK, furthest] = [d, k, 2 * x - k]
    }
    reached.push(front)
  }
  const runs: Walk['runs'] = []
  let x = (reached[bestD] as Int32Array)[bestK + bestD] as number
  const [atA, atB] = [aFrom + x, bFrom + x - bestK]
  for (let d = bestD, k = bestK; d >= 0; d--) {
    const step =
      d === 0 ? { x: 0, isDown: false } : startOf(reached[d - 1] as Int32Array, d, k, n, m)
    if (x > step.x) runs.push([aFrom + step.x, bFrom + step.x - k, x - step.x])
    x = step.isDown ? step.x : step.x - 1
    k += step.isDown ? 1 : -1
  }
  return { runs, atA, atB, work }
}

/** Where diagonal `k` is entered after `d` differences, from the front of one less; -1 if nowhere inside. */
function startOf(
  before: Int32Array,
  d: number,
  k: number,
  n: number,
  m: number,
): { x: number; isDown: boolean } {
  const xOf = (diagonal: number) => before[diagonal + d - 1] ?? -1
  const down = k < d ? xOf(k + 1) : -1
  const right = k > -d && xOf(k - 1) >= 0 ? xOf(k - 1) + 1 : -1
  const canDown = down >= 0 && down - k <= m
  const canRight = right >= 0 && right <= n
  if (canDown && (!canRight || right <= down)) return { x: down, isDown: true }
  return { x: canRight ? right : -1, isDown: false }
}
