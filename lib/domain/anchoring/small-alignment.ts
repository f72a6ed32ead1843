import type { TokenRanges } from '@/lib/domain/anchoring/tokens'

/** What beginning a run of pairs costs, in weights: of equal alignments the one in fewest pieces. */
const opening = 0.1

const pairs = 1
const skipsA = 2
const skipsB = 3
/** The pair before this one is paired too. */
const goesOn = 4

/**
 * Needleman and Wunsch with affine gaps over ranges of `a` (older) and `b` (newer): pairs equal elements in
 * order so that their `weights` (by element) add up to the most. Work and memory are the product of the
 * lengths. `pair` is told each pair, the last first.
 */
export function alignSmall(
  a: Int32Array,
  b: Int32Array,
  { olderFrom: aFrom, olderTo: aTo, newerFrom: bFrom, newerTo: bTo }: TokenRanges,
  weights: Float32Array,
  pair: (p: number, q: number) => void,
): void {
  const n = aTo - aFrom
  const m = bTo - bFrom
  if (n <= 0 || m <= 0) return
  const width = m + 1
  const trace = new Uint8Array((n + 1) * width)
  // Of the row above and this one: the best score with its last elements paired, and the best of all.
  let pairedAbove = new Float32Array(width).fill(Number.NEGATIVE_INFINITY)
  let bestAbove = new Float32Array(width)
  let paired = new Float32Array(width).fill(Number.NEGATIVE_INFINITY)
  let best = new Float32Array(width)
  for (let i = 1; i <= n; i++) {
    const key = a[aFrom + i - 1] as number
    const weight = weights[key] as number
    for (let j = 1; j <= m; j++) {
      let score = Number.NEGATIVE_INFINITY
      let mark = 0
      if (b[bFrom + j - 1] === key) {
        const on = pairedAbove[j - 1] as number
        const anew = (bestAbove[j - 1] as number) - opening
        score = weight + Math.max(on, anew)
        mark = on >= anew ? goesOn : 0
      }
      paired[j] = score
      const above = bestAbove[j] as number
      const before = best[j - 1] as number
      const skipped = Math.max(above, before)
      const isPair = score > skipped
      best[j] = isPair ? score : skipped
      trace[i * width + j] = mark | (isPair ? pairs : above >= before ? skipsA : skipsB)
    }
    ;[paired, pairedAbove] = [pairedAbove, paired]
    ;[best, bestAbove] = [bestAbove, best]
  }
  let [i, j, isPaired] = [n, m, false]
  while (i > 0 && j > 0) {
    const cell = trace[i * width + j] as number
    const step = isPaired ? pairs : cell & 3
    if (step === pairs) {
      pair(aFrom + i - 1, bFrom + j - 1)
      isPaired = (cell & goesOn) !== 0
    }
    if (step !== skipsB) i--
    if (step !== skipsA) j--
  }
}
