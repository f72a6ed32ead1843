import type { TokenRanges } from '@/lib/domain/anchoring/tokens'

/**
 * Runs of `length` elements that occur once in each range of `a` (older) and `b` (newer), of these the
 * longest sequence that increases in both: the fixed points of a patience diff. Flat: [a, b, a, b, …].
 */
export function uniqueRuns(
  a: Int32Array,
  b: Int32Array,
  { olderFrom: aFrom, olderTo: aTo, newerFrom: bFrom, newerTo: bTo }: TokenRanges,
  length: number,
): number[] {
  const n = aTo - aFrom - length + 1
  const m = bTo - bFrom - length + 1
  if (n <= 0 || m <= 0) return []
  const table = new RunTable(n + m)
  const slots = table.slotsOf(hashesOf(a, aFrom, aTo, length))
  for (let index = 0; index < n; index++) table.seeInA(slots[index] as number, aFrom + index)
  const others = table.slotsOf(hashesOf(b, bFrom, bTo, length))
  for (let index = 0; index < m; index++) table.seeInB(others[index] as number, bFrom + index)
  const pairs: number[] = []
  for (let index = 0; index < n; index++) {
    const at = aFrom + index
    const of = table.partnerOf(slots[index] as number, at)
    if (of >= 0 && isSameRun(a, at, b, of, length)) pairs.push(at, of)
  }
  return longestIncreasing(pairs)
}

const unseen = -1
const repeated = -2

/** Where each hash was seen in `a` and in `b`; an open hash table of fixed size. */
class RunTable {
  readonly #last: number
  readonly #hashes: Int32Array
  readonly #taken: Uint8Array
  readonly #inA: Int32Array
  readonly #inB: Int32Array

  constructor(runs: number) {
    let size = 16
    while (size < runs * 2) size *= 2
    this.#last = size - 1
    this.#hashes = new Int32Array(size)
    this.#taken = new Uint8Array(size)
    this.#inA = new Int32Array(size).fill(unseen)
    this.#inB = new Int32Array(size).fill(unseen)
  }

  /** The slots of hashes, found or taken. */
  slotsOf(hashes: Int32Array): Int32Array {
    const slots = new Int32Array(hashes.length)
    for (let index = 0; index < hashes.length; index++)
      slots[index] = this.#slotOf(hashes[index] as number)
    return slots
  }

  seeInA(slot: number, at: number): void {
    this.#inA[slot] = this.#inA[slot] === unseen ? at : repeated
  }

  seeInB(slot: number, at: number): void {
    this.#inB[slot] = this.#inB[slot] === unseen ? at : repeated
  }

  /** The one place in `b` with the hash that `at` alone has in `a`; negative where there is none. */
  partnerOf(slot: number, at: number): number {
    return this.#inA[slot] === at ? (this.#inB[slot] as number) : unseen
  }

  #slotOf(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & this.#last
    while (this.#taken[slot] === 1 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#last
    this.#hashes[slot] = hash
    this.#taken[slot] = 1
    return slot
  }
}

/** FNV's prime, as the base of a rolling polynomial hash modulo 2^32. */
const base = 0x01000193

/** The hash of each run of `length`; equal hashes are to be compared element by element. */
function hashesOf(keys: Int32Array, from: number, to: number, length: number): Int32Array {
  const hashes = new Int32Array(to - from - length + 1)
  let power = 1
  for (let index = 1; index < length; index++) power = Math.imul(power, base)
  let hash = 0
  for (let at = from; at < to; at++) {
    const out = at - length
    if (out >= from) hash = (hash - Math.imul(spread(keys[out] as number), power)) | 0
    hash = (Math.imul(hash, base) + spread(keys[at] as number)) | 0
    if (at - from + 1 >= length) hashes[at - from - length + 1] = hash
  }
  return hashes
}

/** Neighbouring numbers far apart (Knuth's multiplicative hashing). */
function spread(key: number): number {
  return Math.imul(key + 1, 0x9e3779b1) ^ ((key + 1) >>> 3)
}

function isSameRun(a: Int32Array, p: number, b: Int32Array, q: number, length: number): boolean {
  for (let offset = 0; offset < length; offset++) if (a[p + offset] !== b[q + offset]) return false
  return true
}

/** Of pairs in the order of their first the longest subsequence whose second increases too (Fredman, 1975). */
function longestIncreasing(pairs: readonly number[]): number[] {
  const count = pairs.length / 2
  const tails = new Int32Array(count)
  const previous = new Int32Array(count)
  let length = 0
  for (let index = 0; index < count; index++) {
    const value = pairs[index * 2 + 1] as number
    let low = 0
    let high = length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[(tails[middle] as number) * 2 + 1] as number) < value) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = index
    if (low === length) length++
  }
  const chosen: number[] = new Array(length * 2)
  let index = length > 0 ? (tails[length - 1] as number) : -1
  for (let at = length - 1; at >= 0; at--) {
    chosen[at * 2] = pairs[index * 2] as number
    chosen[at * 2 + 1] = pairs[index * 2 + 1] as number
    index = previous[index] as number
  }
  return chosen
}
