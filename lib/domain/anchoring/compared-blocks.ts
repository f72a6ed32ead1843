import type { TextAlignment } from '@/lib/domain/anchoring/alignment'
import type { Line, Stretch } from '@/lib/domain/anchoring/compared-runs'
import type { Tokens } from '@/lib/domain/anchoring/tokens'

/** The lines of a text, apart by "\n"; an empty text is one empty line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (;;) {
    const end = text.indexOf('\n', start)
    if (end < 0) break
    lines.push({ start, end })
    start = end + 1
  }
  lines.push({ start, end: text.length })
  return lines
}

/** A text in blocks, with the tokens of each. */
export class Side {
  readonly text: string
  readonly blocks: readonly Stretch[]
  /** For each token the block it stands in. */
  readonly blockOf: Int32Array
  /** Characters of all tokens of each block. */
  readonly sizes: Int32Array

  constructor(readonly tokens: Tokens) {
    this.text = tokens.text
    this.blockOf = new Int32Array(tokens.count)
    let at = 0
    this.blocks = linesOf(tokens.text).map(({ start, end }, index) => {
      const first = at
      while (at < tokens.count && (tokens.starts[at] as number) < end) this.blockOf[at++] = index
      return { start, end, tokens, first, last: at }
    })
    this.sizes = new Int32Array(this.blocks.length)
    for (let token = 0; token < tokens.count; token++)
      this.sizes[this.blockOf[token] as number] =
        (this.sizes[this.blockOf[token] as number] as number) + lengthOf(tokens, token)
  }

  wordsOf(index: number): string {
    const { start, end } = this.blocks[index] as Stretch
    return this.text.slice(start, end)
  }
}

/** The two texts of a comparison. */
export interface Sides {
  older: Side
  newer: Side
}

/** Two blocks that share words in place, and how many characters of them. */
export interface Link {
  older: number
  newer: number
  shared: number
}

/**
 * Two fifths of the shorter block: what is left of a paragraph after a hard edit, and more than two
 * paragraphs on one subject have in common in the same order.
 */
const likeness = 0.4

/** Blocks that the alignment ties to one another, in the order of both texts. */
export function linksOf({ forth }: TextAlignment, { older, newer }: Sides): Link[] {
  const links: Link[] = []
  let last: Link | undefined
  for (let token = 0; token < forth.length; token++) {
    const match = forth[token] as number
    if (match < 0) continue
    const from = older.blockOf[token] as number
    const to = newer.blockOf[match] as number
    if (last?.older !== from || last.newer !== to) {
      last = { older: from, newer: to, shared: 0 }
      links.push(last)
    }
    last.shared += lengthOf(older.tokens, token)
  }
  return links.filter(
    link =>
      link.shared >=
      likeness * Math.min(older.sizes[link.older] as number, newer.sizes[link.newer] as number),
  )
}

/** For each older block the newer one across from it, or -1. */
export function pairsOf(sides: Sides, links: readonly Link[]): Int32Array {
  const pairs = new Int32Array(sides.older.blocks.length).fill(-1)
  pairLinked(pairs, sides, links)
  pairEqual(pairs, sides)
  return pairs
}

/** Each block with the one it shares most with. Links never cross, so neither do pairs. */
function pairLinked(pairs: Int32Array, { newer }: Sides, links: readonly Link[]): void {
  const taken = new Uint8Array(newer.blocks.length)
  for (const link of [...links].sort((a, b) => b.shared - a.shared || a.older - b.older)) {
    if ((pairs[link.older] as number) >= 0 || taken[link.newer]) continue
    pairs[link.older] = link.newer
    taken[link.newer] = 1
  }
}

/** Blocks of the very same characters between two pairs: empty lines, and what the alignment had no work left for. */
function pairEqual(pairs: Int32Array, sides: Sides): void {
  let from = 0
  let newerFrom = 0
  for (let at = 0; at <= pairs.length; at++) {
    const to = at < pairs.length ? (pairs[at] as number) : sides.newer.blocks.length
    if (to < 0) continue
    if (at > from && to > newerFrom) pairEqualBetween(pairs, sides, from, at, newerFrom, to)
    from = at + 1
    newerFrom = to + 1
  }
}

function pairEqualBetween(
  pairs: Int32Array,
  { older, newer }: Sides,
  from: number,
  to: number,
  newerFrom: number,
  newerTo: number,
): void {
  const places = new Map<string, number[]>()
  for (let at = newerTo - 1; at >= newerFrom; at--) pushTo(places, newer.wordsOf(at), at)
  let next = newerFrom
  for (let at = from; at < to; at++) {
    const left = places.get(older.wordsOf(at))
    while (left?.length && (left.at(-1) as number) < next) left.pop()
    const match = left?.pop()
    if (match === undefined) continue
    pairs[at] = match
    next = match + 1
  }
}

/** For each older block that stands elsewhere now the newer one, and what of their words differs. */
export function findMovedBlocks(
  pairs: Int32Array,
  sides: Sides,
  links: readonly Link[],
): Map<number, number> {
  const isOpen = (side: Side, key: 'older' | 'newer', taken: Set<number>) => {
    const linked = new Set(links.map(link => link[key]))
    return (at: number) => !taken.has(at) && !linked.has(at) && (side.sizes[at] as number) > 0
  }
  const paired = (at: number) => (pairs[at] as number) >= 0
  const olderTaken = new Set([...pairs.keys()].filter(paired))
  const newerTaken = new Set([...pairs].filter(at => at >= 0))
  const openOlder = [...sides.older.blocks.keys()].filter(isOpen(sides.older, 'older', olderTaken))
  const openNewer = [...sides.newer.blocks.keys()].filter(isOpen(sides.newer, 'newer', newerTaken))
  const moves = matchEqual(sides, openOlder, openNewer)
  const gone = new Set(moves.values())
  for (const [from, to] of matchSimilar(
    sides,
    openOlder.filter(at => !moves.has(at)),
    openNewer.filter(at => !gone.has(at)),
  ))
    moves.set(from, to)
  return moves
}

function matchEqual(
  { older, newer }: Sides,
  from: readonly number[],
  to: readonly number[],
): Map<number, number> {
  const places = new Map<string, number[]>()
  for (const at of to.toReversed()) pushTo(places, newer.wordsOf(at), at)
  const moves = new Map<number, number>()
  for (const at of from) {
    const match = places.get(older.wordsOf(at))?.pop()
    if (match !== undefined) moves.set(at, match)
  }
  return moves
}

/** A run of three words that stands in more than 16 blocks says nothing of where one of them went. */
const placesLimit = 16
/** Five words: fewer are like one another by chance. */
const leastWords = 5

/** Blocks that moved and were edited on the way: most of their runs of three words are the same. */
function matchSimilar(
  { older, newer }: Sides,
  from: readonly number[],
  to: readonly number[],
): Map<number, number> {
  const moves = new Map<number, number>()
  if (from.length === 0 || to.length === 0) return moves
  const places = new Map<number, number[]>()
  for (const at of to)
    for (const run of threesOf(newer.blocks[at] as Stretch)) pushTo(places, run, at)
  const taken = new Set<number>()
  for (const at of from) {
    const runs = threesOf(older.blocks[at] as Stretch)
    const votes = new Map<number, number>()
    for (const run of runs) {
      const found = places.get(run) ?? []
      if (found.length <= placesLimit)
        for (const place of found) votes.set(place, (votes.get(place) ?? 0) + 1)
    }
    let best = -1
    for (const [place, count] of votes) {
      const enough = Math.max(runs.size, wordsIn(newer.blocks[place] as Stretch) - 2) / 2
      if (taken.has(place) || count < enough) continue
      if (best < 0 || count > (votes.get(best) as number)) best = place
    }
    if (best < 0) continue
    moves.set(at, best)
    taken.add(best)
  }
  return moves
}

/** Hashes of a block's runs of three words; none for a block of few words. */
function threesOf(block: Stretch): Set<number> {
  const runs = new Set<number>()
  if (wordsIn(block) < leastWords) return runs
  const { keys } = block.tokens
  for (let at = block.first + 2; at < block.last; at++)
    runs.add(
      Math.imul(keys[at - 2] as number, 0x9e3779b1) ^
        Math.imul(keys[at - 1] as number, 0x85ebca6b) ^
        Math.imul(keys[at] as number, 0xc2b2ae35),
    )
  return runs
}

function wordsIn({ first, last }: Stretch): number {
  return last - first
}

function lengthOf({ starts, ends }: Tokens, token: number): number {
  return (ends[token] as number) - (starts[token] as number)
}

function pushTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
