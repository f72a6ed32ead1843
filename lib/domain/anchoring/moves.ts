import type { TextAlignment } from '@/lib/domain/anchoring/alignment'
import { alignSmall } from '@/lib/domain/anchoring/small-alignment'
import type { Tokens } from '@/lib/domain/anchoring/tokens'

/** A passage that went from one place and came in another, its words perhaps edited on the way. */
export interface Move {
  /** Indexes of its first older token and after its last. */
  from: number
  to: number
  /** For each of them the newer token that it is, or -1. Increasing. */
  places: Int32Array
  /** What the words that went with it weigh. */
  weight: number
  /** How many newer tokens further on (or, negative, back) the same words, or nearly, are new as well. */
  others: number[]
}

/** A run of equal words, `length` of them. */
interface Run {
  older: number
  newer: number
  length: number
  /** How many newer tokens further on, or back, about as long a run of the same words is. */
  others: number[]
}

/** Tokens [from, to). */
export interface TokenRange {
  from: number
  to: number
}

/** Three words in a row are looked up at once. */
const seed = 3
/** A run of three words that is new in more than 32 places tells nothing of where one of them came from. */
const placesLimit = 32
/** Runs at most 20 words apart on both sides are one passage. */
const reach = 20

/**
 * Passages that went and came: older words without a counterpart that stand among newer words without
 * one. A look-alike that was there before is never taken, since its own older words claim it. Only those
 * at or near the older tokens of `wanted`, in the order of the older text.
 */
export function findMoves(aligned: TextAlignment, wanted: readonly TokenRange[]): Move[] {
  const alignment = { ...aligned, back: withoutChance(aligned) }
  const { older, newer, back, weights } = alignment
  const runs = findRuns(alignment, wanted)
  const chains: Run[][] = []
  for (const run of runs) {
    const chain = chains.at(-1)
    const last = chain?.at(-1)
    const next = last && followerOf(last, run)
    if (chain && next) chain.push(next)
    else chains.push([run])
  }
  return chains.map(chain => moveOf(chain, older, newer, back, weights))
}

/** A run of pairs that weighs under 1 (a comma, an article) with three words at least that differ on both sides. */
const chanceWeight = 1
const chanceGap = 3

/**
 * For each newer token its older one, chance pairs left out: a comma that pairs with a comma of what
 * stood there before says nothing, and would cut a passage that came in two.
 */
function withoutChance({ older, newer, forth, back, weights }: TextAlignment): Int32Array {
  const sure = back.slice()
  let [lastOld, lastNew] = [-1, -1]
  let at = 0
  while (at < forth.length) {
    const [start, first] = [at, forth[at] as number]
    at++
    if (first < 0) continue
    let weight = weights[older.keys[start] as number] as number
    while (at < forth.length && forth[at] === first + at - start)
      weight += weights[older.keys[at++] as number] as number
    const end = first + at - start
    let next = at
    while (next < forth.length && (forth[next] as number) < 0) next++
    const nextNew = next < forth.length ? (forth[next] as number) : newer.count
    const before = Math.max(start - lastOld, first - lastNew) - 1
    const after = Math.max(next - at, nextNew - end)
    if (weight < chanceWeight && Math.min(before, after) >= chanceGap) sure.fill(-1, first, end)
    ;[lastOld, lastNew] = [at - 1, end - 1]
  }
  return sure
}

/** The run, or one of the others equal to it, that goes on where `last` ends; null where none does. */
function followerOf(last: Run, run: Run): Run | null {
  const olderGap = run.older - last.older - last.length
  if (olderGap < 0 || olderGap > reach) return null
  for (const by of [0, ...run.others]) {
    const newerGap = run.newer + by - last.newer - last.length
    if (newerGap < 0 || newerGap > reach) continue
    const others = by === 0 ? run.others : [0, ...run.others].filter(each => each !== by)
    return { ...run, newer: run.newer + by, others: others.map(each => each - by) }
  }
  return null
}

/** The whole passage: the runs, and what pairs between them and just outside. */
function moveOf(
  chain: readonly Run[],
  older: Tokens,
  newer: Tokens,
  back: Int32Array,
  weights: Float32Array,
): Move {
  const first = chain[0] as Run
  const last = chain.at(-1) as Run
  const from = Math.max(0, first.older - reach)
  const to = Math.min(older.count, last.older + last.length + reach)
  const places = new Int32Array(to - from).fill(-1)
  let [atOld, atNew] = [from, Math.max(0, first.newer - reach)]
  const fill = (olderTo: number, newerTo: number) => {
    const gap = { olderFrom: atOld, olderTo, newerFrom: atNew, newerTo }
    alignSmall(older.keys, newer.keys, gap, weights, (p, q) => {
      if ((back[q] as number) < 0) places[p - from] = q
    })
  }
  for (const run of chain) {
    fill(run.older, run.newer)
    for (let step = 0; step < run.length; step++) places[run.older + step - from] = run.newer + step
    atOld = run.older + run.length
    atNew = run.newer + run.length
  }
  fill(to, Math.min(newer.count, atNew + reach))
  const others = first.others.filter(by => chain.every(run => run.others.includes(by)))
  let weight = 0
  places.forEach((place, index) => {
    if (place >= 0) weight += weights[older.keys[from + index] as number] as number
  })
  return { from, to, places, weight, others }
}

function findRuns(alignment: TextAlignment, wanted: readonly TokenRange[]): Run[] {
  const { older, newer, back } = alignment
  const starts = startsIn(alignment, wanted)
  const places = indexNew(newer, back, new Set(starts.map(at => hashAt(older.keys, at))))
  if (places.size === 0) return []
  const runs: Run[] = []
  let next = 0
  for (const at of starts) {
    if (at < next) continue
    const found = places.get(hashAt(older.keys, at))
    if (!found || found.length > placesLimit) continue
    const run = longestFrom(older, newer, back, at, found)
    if (!run) continue
    const last = runs.at(-1)
    const overlap = last ? last.older + last.length - run.older : 0
    // The longer of two runs is the passage; the shorter began with words that it shares by chance.
    if (last && overlap > 0 && overlap >= last.length) runs.pop()
    else if (last && overlap > 0) last.length -= overlap
    runs.push(run)
    next = run.older + run.length
  }
  return runs
}

/** The older tokens without a counterpart, in and near the wanted ranges, that a run may begin with. */
function startsIn({ older, forth }: TextAlignment, wanted: readonly TokenRange[]): number[] {
  const isWanted = new Uint8Array(older.count)
  for (const { from, to } of wanted) isWanted.fill(1, Math.max(0, from - reach), to + reach)
  const starts: number[] = []
  for (let at = 0; at + seed <= older.count; at++)
    if (isWanted[at] === 1 && (forth[at] as number) < 0) starts.push(at)
  return starts
}

/** Where runs of three newer words without counterparts begin, by hash, of those that are wanted. */
function indexNew(
  { keys, count }: Tokens,
  back: Int32Array,
  wanted: ReadonlySet<number>,
): Map<number, number[]> {
  const places = new Map<number, number[]>()
  if (wanted.size === 0) return places
  let run = 0
  for (let at = 0; at < count; at++) {
    run = (back[at] as number) < 0 ? run + 1 : 0
    if (run < seed) continue
    const hash = hashAt(keys, at - seed + 1)
    if (!wanted.has(hash)) continue
    const known = places.get(hash)
    if (!known) places.set(hash, [at - seed + 1])
    else if (known.length <= placesLimit) known.push(at - seed + 1)
  }
  return places
}

/**
 * The longest run with the older token `at`, of those that begin at `places`. Others that are about as
 * long are kept with it: a comma more or less does not tell which of two is meant.
 */
function longestFrom(
  older: Tokens,
  newer: Tokens,
  back: Int32Array,
  at: number,
  places: readonly number[],
): Run | null {
  const found = places.flatMap(place => {
    let start = 0
    while (isPair(older, newer, back, at + start - 1, place + start - 1)) start--
    let end = 0
    while (isPair(older, newer, back, at + end, place + end)) end++
    return end >= seed ? [{ place, start, length: end - start }] : []
  })
  const best = found.reduce<(typeof found)[number] | null>(
    (longest, each) => (longest && longest.length >= each.length ? longest : each),
    null,
  )
  if (!best) return null
  const others = found.filter(each => each !== best && each.length >= best.length * 0.95 - 1)
  return {
    older: at + best.start,
    newer: best.place + best.start,
    length: best.length,
    others: others.map(other => other.place - best.place),
  }
}

function isPair(older: Tokens, newer: Tokens, back: Int32Array, p: number, q: number): boolean {
  const isInside = p >= 0 && q >= 0 && p < older.count && q < newer.count
  return isInside && (back[q] as number) < 0 && older.keys[p] === newer.keys[q]
}

function hashAt(keys: Int32Array, at: number): number {
  let hash = 0
  for (let index = at; index < at + seed; index++)
    hash = Math.imul(hash ^ (keys[index] as number), 0x9e3779b1) ^ (hash >>> 13)
  return hash
}
