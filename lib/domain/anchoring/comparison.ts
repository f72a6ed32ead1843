import { alignTexts, type TextAlignment } from '@/lib/domain/anchoring/alignment'
import {
  findMovedBlocks,
  type Link,
  linesOf,
  linksOf,
  pairsOf,
  Side,
  type Sides,
} from '@/lib/domain/anchoring/compared-blocks'
import {
  type ComparedRun,
  type ComparedSides,
  type Elsewhere,
  type IsElsewhere,
  type Line,
  noneElsewhere,
  runsAlone,
  runsBetween,
  type Stretch,
} from '@/lib/domain/anchoring/compared-runs'
import type { Tokens } from '@/lib/domain/anchoring/tokens'

/** One side of a row: a block's UTF-16 offsets in the older or the newer text, and its runs. */
export interface ComparedBlock {
  start: number
  end: number
  runs: ComparedRun[]
}

/**
 * One block (a paragraph, a heading) on both sides. A `moved` block has a row where it was and another
 * where it is; `counterpart` is the index of that other row, and null in rows of all other kinds.
 */
export interface ComparedRow {
  kind: 'same' | 'changed' | 'added' | 'removed' | 'moved'
  older: ComparedBlock | null
  newer: ComparedBlock | null
  counterpart: number | null
}

/**
 * Two texts block by block (lines, apart by "\n"), in reading order: every block of each stands in one
 * row, and the rows of either side follow its text.
 */
export function compareTexts(older: string, newer: string): ComparedRow[] {
  if (older === newer) return linesOf(older).map(line => sameRow(older, line, line))
  const alignment = alignTexts(older, newer)
  const sides = { older: new Side(alignment.older), newer: new Side(alignment.newer) }
  const links = linksOf(alignment, sides)
  const pairs = pairsOf(sides, links)
  const moves = findMovedBlocks(pairs, sides, links)
  return rowsOf(alignment, sides, links, pairs, moves)
}

/** The words of two short texts, a quote before and after say, whatever lines they stand in. */
export function compareWords(older: string, newer: string): ComparedSides {
  const alignment = alignTexts(older, newer)
  const whole = (tokens: Tokens): Stretch => ({
    tokens,
    start: 0,
    end: tokens.text.length,
    first: 0,
    last: tokens.count,
  })
  return runsBetween(whole(alignment.older), whole(alignment.newer), alignment.forth, noneElsewhere)
}

function rowsOf(
  { forth, back }: TextAlignment,
  sides: Sides,
  links: readonly Link[],
  pairs: Int32Array,
  moves: ReadonlyMap<number, number>,
): ComparedRow[] {
  const { older, newer } = sides
  const isLinked = new Set(links.map(link => linkKey(link.older, link.newer)))
  const elsewhere: Elsewhere = {
    older: token => {
      const match = forth[token] as number
      const own = older.blockOf[token] as number
      if (match < 0) return false
      const other = newer.blockOf[match] as number
      return other !== pairs[own] && isLinked.has(linkKey(own, other))
    },
    newer: token => {
      const match = back[token] as number
      const own = newer.blockOf[token] as number
      if (match < 0) return false
      const other = older.blockOf[match] as number
      return pairs[other] !== own && isLinked.has(linkKey(other, own))
    },
  }
  const moved = movedRuns(sides, moves)
  const rows: ComparedRow[] = []
  const halves = new Map<number, number>()
  let next = 0
  const addNewer = (to: number) => {
    for (; next < to; next++) {
      const runs = moved.newer.get(next)
      if (runs) halves.set(runs.of, rows.length)
      rows.push(newerRow(newer, next, elsewhere, runs?.runs))
    }
  }
  for (let at = 0; at < pairs.length; at++) {
    const match = pairs[at] as number
    if (match < 0) {
      rows.push(olderRow(older, at, elsewhere, moved.older.get(at)))
      continue
    }
    addNewer(match)
    next++
    rows.push(pairRow(sides, at, match, forth, elsewhere))
  }
  addNewer(newer.blocks.length)
  tieHalves(rows, halves)
  return rows
}

function linkKey(older: number, newer: number): number {
  return older * 2 ** 26 + newer
}

/** The runs of both halves of every moved block. */
function movedRuns({ older, newer }: Sides, moves: ReadonlyMap<number, number>) {
  const runs = {
    older: new Map<number, ComparedRun[]>(),
    newer: new Map<number, { runs: ComparedRun[]; of: number }>(),
  }
  for (const [from, to] of moves) {
    const compared = compareMoved(older.wordsOf(from), newer.wordsOf(to))
    runs.older.set(from, compared.older)
    runs.newer.set(to, { runs: compared.newer, of: (older.blocks[from] as Stretch).start })
  }
  return runs
}

/** Most blocks that moved are the same to the letter, and there is nothing to align. */
function compareMoved(older: string, newer: string) {
  if (older !== newer) return compareWords(older, newer)
  const runs = [{ text: older, mark: false }]
  return { older: runs, newer: runs }
}

/** Names to each half of a moved block the other; `halves` is by the offset of the older one. */
function tieHalves(rows: ComparedRow[], halves: ReadonlyMap<number, number>): void {
  rows.forEach((row, index) => {
    if (row.kind !== 'moved' || !row.older) return
    const other = halves.get(row.older.start) as number
    row.counterpart = other
    ;(rows[other] as ComparedRow).counterpart = index
  })
}

function sameRow(text: string, older: Line, newer: Line): ComparedRow {
  const words = text.slice(older.start, older.end)
  const runs = words ? [{ text: words, mark: false }] : []
  return {
    kind: 'same',
    older: { start: older.start, end: older.end, runs },
    newer: { start: newer.start, end: newer.end, runs },
    counterpart: null,
  }
}

function pairRow(
  { older, newer }: Sides,
  from: number,
  to: number,
  forth: Int32Array,
  elsewhere: Elsewhere,
): ComparedRow {
  const [before, after] = [older.blocks[from] as Stretch, newer.blocks[to] as Stretch]
  if (older.wordsOf(from) === newer.wordsOf(to)) return sameRow(older.text, before, after)
  const runs = runsBetween(before, after, forth, elsewhere)
  return {
    kind: 'changed',
    older: { start: before.start, end: before.end, runs: runs.older },
    newer: { start: after.start, end: after.end, runs: runs.newer },
    counterpart: null,
  }
}

function olderRow(
  older: Side,
  at: number,
  elsewhere: Elsewhere,
  moved: ComparedRun[] | undefined,
): ComparedRow {
  return {
    kind: moved ? 'moved' : 'removed',
    older: blockAlone(older, at, elsewhere.older, moved),
    newer: null,
    counterpart: null,
  }
}

function newerRow(
  newer: Side,
  at: number,
  elsewhere: Elsewhere,
  moved: ComparedRun[] | undefined,
): ComparedRow {
  return {
    kind: moved ? 'moved' : 'added',
    older: null,
    newer: blockAlone(newer, at, elsewhere.newer, moved),
    counterpart: null,
  }
}

function blockAlone(
  side: Side,
  at: number,
  isElsewhere: IsElsewhere,
  moved: ComparedRun[] | undefined,
): ComparedBlock {
  const block = side.blocks[at] as Stretch
  if (moved) return { start: block.start, end: block.end, runs: moved }
  return { start: block.start, end: block.end, runs: runsAlone(block, isElsewhere) }
}
