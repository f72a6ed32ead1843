import { walk } from '@/lib/domain/anchoring/greedy-walk'
import { alignSmall } from '@/lib/domain/anchoring/small-alignment'
import type { TokenRanges } from '@/lib/domain/anchoring/tokens'
import { uniqueRuns } from '@/lib/domain/anchoring/unique-runs'

/**
 * Which elements of `a` are which of `b`: an increasing partial matching, `match[i]` an index of `b` or
 * -1, within each of `ranges`. Common ends first, then runs that are unique in both (patience), each gap
 * again with shorter runs, and in what is left a weighted alignment. Work is bounded by elements
 * compared, never by a clock: texts of repeated words cost no more than others, they only pair less well.
 */
export function matchSequences(
  a: Int32Array,
  b: Int32Array,
  weights: Float32Array,
  ranges: readonly TokenRanges[],
): Int32Array {
  const matcher = new Matcher(a, b, weights)
  for (const range of ranges) matcher.match(range, 0)
  return matcher.matches
}

/** Lengths of the runs that are looked for, one after the other, in the gaps that are left. */
const runLengths = [8, 4, 2, 1]
/** The level from which a gap is aligned word by word where it is small enough. */
const wordLevel = 2

/** 3,000 cells (55 words against 55) are aligned at once: looking for fixed points costs more. */
const smallGap = 3000
/** 300,000 cells for one gap: 550 words against 550. A larger one is divided by fixed points first. */
const largeGap = 300_000
/** 4,000,000 cells in all (some 30 ms), and 30 more for each word: the work grows as the text does. */
const cellsAtLeast = 4_000_000
const cellsPerWord = 30

class Matcher {
  readonly matches: Int32Array
  #cells: number

  constructor(
    readonly a: Int32Array,
    readonly b: Int32Array,
    readonly weights: Float32Array,
  ) {
    this.matches = new Int32Array(a.length).fill(-1)
    this.#cells = cellsAtLeast + cellsPerWord * (a.length + b.length)
  }

  match(within: TokenRanges, level: number): void {
    const { a, b, matches } = this
    let { olderFrom: aFrom, olderTo: aTo, newerFrom: bFrom, newerTo: bTo } = within
    while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) matches[aFrom++] = bFrom++
    while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) matches[--aTo] = --bTo
    if (aFrom === aTo || bFrom === bTo) return
    const gap = { olderFrom: aFrom, olderTo: aTo, newerFrom: bFrom, newerTo: bTo }
    const cells = (aTo - aFrom) * (bTo - bFrom)
    const length = runLengths[level]
    if (cells <= this.#cells && (cells < smallGap || (level >= wordLevel && cells <= largeGap)))
      this.#align(gap, cells)
    else if (length !== undefined) this.#divide(gap, level, length)
    else this.#creep(gap)
  }

  /** Pairs the runs that are unique in both, and matches what is between them. */
  #divide(gap: TokenRanges, level: number, length: number): void {
    const { a, b, matches } = this
    const points = uniqueRuns(a, b, gap, length)
    let { olderFrom, newerFrom } = gap
    for (let index = 0; index < points.length; index += 2) {
      let p = points[index] as number
      let q = points[index + 1] as number
      if (p < olderFrom || q < newerFrom) continue
      this.match({ olderFrom, olderTo: p, newerFrom, newerTo: q }, level + 1)
      while (p < gap.olderTo && q < gap.newerTo && a[p] === b[q]) matches[p++] = q++
      olderFrom = p
      newerFrom = q
    }
    this.match({ ...gap, olderFrom, newerFrom }, level + 1)
  }

  #align(gap: TokenRanges, cells: number): void {
    this.#cells -= cells
    alignSmall(this.a, this.b, gap, this.weights, (p, q) => {
      this.matches[p] = q
    })
  }

  /**
   * A large gap without fixed points (the same words over and over): Myers' greedy walk, which is quick
   * where little differs. After some differences it settles for the furthest it has come and goes on
   * from there.
   */
  #creep(gap: TokenRanges): void {
    let { olderFrom, newerFrom } = gap
    while (olderFrom < gap.olderTo && newerFrom < gap.newerTo && this.#cells > 0) {
      const path = walk(this.a, this.b, { ...gap, olderFrom, newerFrom })
      this.#cells -= path.work
      for (const [p, q, length] of path.runs)
        for (let step = 0; step < length; step++) this.matches[p + step] = q + step
      if (path.atA === olderFrom && path.atB === newerFrom) return
      olderFrom = path.atA
      newerFrom = path.atB
    }
  }
}
