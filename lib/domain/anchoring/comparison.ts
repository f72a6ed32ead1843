import { alignTexts, type TextAlignment } from '@/lib/domain/anchoring/alignment'
import { characterKinds, kindOf } from '@/lib/domain/anchoring/folding'
import type { Tokens } from '@/lib/domain/anchoring/tokens'

/**
 * A run of characters of one side of a comparison. `mark`: not on the other side. `isElsewhere`: on the
 * other side too, but in another block than the one across (a paragraph was split, or two were joined).
 * `isTypography`: marked, and the word across is the same but for typography. The runs of a changed row that are neither are, one after the other, the same on both sides.
 */
export interface ComparedRun {
  text: string
  mark: boolean
  isElsewhere?: true
  isTypography?: true
}

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
  const pairs = new Int32Array(sides.older.blocks.length).fill(-1)
  pairLinked(pairs, sides, links)
  pairEqual(pairs, sides)
  const moves = findMovedBlocks(pairs, sides, links)
  return rowsOf(alignment, sides, links, pairs, moves)
}

/** Words that stand where other words stood; one of the two may be "". */
export interface Replacement {
  before: string
  after: string
}

/** Both sides of a comparison in runs, and what stands where what stood. */
interface ComparedSides {
  older: ComparedRun[]
  newer: ComparedRun[]
  replacements: Replacement[]
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

interface Line {
  start: number
  end: number
}

/** A stretch of a text with its tokens, from `first` up to `last`. */
interface Stretch extends Line {
  tokens: Tokens
  first: number
  last: number
}

function linesOf(text: string): Line[] {
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
class Side {
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

interface Sides {
  older: Side
  newer: Side
}

/** Two blocks that share words in place, and how many characters of them. */
interface Link {
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
function linksOf({ forth }: TextAlignment, { older, newer }: Sides): Link[] {
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
function findMovedBlocks(
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

/** Whether a token stands on the other side in another block that shares enough with its own. */
type IsElsewhere = (token: number) => boolean
interface Elsewhere {
  older: IsElsewhere
  newer: IsElsewhere
}
const noneElsewhere: Elsewhere = { older: () => false, newer: () => false }

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
  const runs = new Runs(block.tokens.text, block.start)
  addOwn(runs, block, block.first, block.last, block.end, isElsewhere)
  return { start: block.start, end: block.end, runs: runs.list }
}

/** The runs of two blocks that stand across from one another. */
function runsBetween(
  older: Stretch,
  newer: Stretch,
  forth: Int32Array,
  elsewhere: Elsewhere,
): ComparedSides {
  const replacements: Replacement[] = []
  const before = new Runs(older.tokens.text, older.start)
  const after = new Runs(newer.tokens.text, newer.start)
  const newerWords = new Map(wordsOf(newer).map(word => [word.first, word]))
  let [olderAt, newerAt] = [older.first, newer.first]
  const addUpTo = (o: Line & { first: number }, n: Line & { first: number }) => {
    const [left, right] = sharedEnds(
      older.tokens.text.slice(before.at, o.start),
      newer.tokens.text.slice(after.at, n.start),
    )
    before.add(before.at + left, false)
    after.add(after.at + left, false)
    const was = older.tokens.text.slice(before.at, o.start).trim()
    const is = newer.tokens.text.slice(after.at, n.start).trim()
    if (was || is) replacements.push({ before: was, after: is })
    addOwn(before, older, olderAt, o.first, o.start - right, elsewhere.older)
    addOwn(after, newer, newerAt, n.first, n.start - right, elsewhere.newer)
    const isSet =
      older.tokens.text.slice(o.start, o.end) !== newer.tokens.text.slice(n.start, n.end)
    before.add(o.end, isSet, false, isSet)
    after.add(n.end, isSet, false, isSet)
  }
  for (const word of wordsOf(older)) {
    const other = newerWords.get(forth[word.first] as number)
    if (!other || !isSameWord(word, other, forth)) continue
    addUpTo(word, other)
    olderAt = word.last
    newerAt = other.last
  }
  addUpTo(
    { start: older.end, end: older.end, first: older.last },
    { start: newer.end, end: newer.end, first: newer.last },
  )
  return { older: before.list, newer: after.list, replacements }
}

/** What one side has of its own up to `end`: words that the other lacks, or has in another block. */
function addOwn(
  runs: Runs,
  { tokens }: Stretch,
  first: number,
  last: number,
  end: number,
  isElsewhere: IsElsewhere,
): void {
  // White space goes with the words before it, and at the start with those after it.
  let were = first < last && isElsewhere(first)
  for (let token = first; token < last; token++) {
    const are = isElsewhere(token)
    if (are !== were) runs.add(tokens.starts[token] as number, !were, were)
    were = are
  }
  runs.add(end, !were, were)
}

/** How many characters of white space two stretches between words begin and end with in common. */
function sharedEnds(a: string, b: string): [number, number] {
  const least = Math.min(a.length, b.length)
  let left = 0
  while (left < least && a[left] === b[left] && isSpace(a, left)) left++
  let right = 0
  while (
    right < least - left &&
    a.at(-1 - right) === b.at(-1 - right) &&
    isSpace(a, a.length - 1 - right)
  )
    right++
  return [left, right]
}

function isSpace(text: string, at: number): boolean {
  return kindOf(text.charCodeAt(at)) === characterKinds.space
}

/** Runs of one text from left to right; those that are alike are joined, empty ones left out. */
class Runs {
  readonly list: ComparedRun[] = []

  constructor(
    readonly text: string,
    public at: number,
  ) {}

  /** Adds the characters up to `to`. */
  add(to: number, mark: boolean, isElsewhere = false, isTypography = false): void {
    if (to <= this.at) return
    const text = this.text.slice(this.at, to)
    const last = this.list.at(-1)
    const isLike =
      last?.mark === mark &&
      Boolean(last.isElsewhere) === isElsewhere &&
      Boolean(last.isTypography) === isTypography
    if (isLike) last.text += text
    else
      this.list.push({
        text,
        mark,
        ...(isElsewhere && { isElsewhere }),
        ...(isTypography && { isTypography }),
      })
    this.at = to
  }
}

/** A word as it is read, from token `first` up to `last`: "4.1" and "don’t" are one, a comma its own. */
interface Word extends Line {
  first: number
  last: number
}

function wordsOf({ tokens, first, last }: Stretch): Word[] {
  const words: Word[] = []
  for (let from = first; from < last; ) {
    let to = from + 1
    while (to < last && goesOn(tokens, to, last)) to++
    words.push({
      first: from,
      last: to,
      start: tokens.starts[from] as number,
      end: tokens.ends[to - 1] as number,
    })
    from = to
  }
  return words
}

/** Whether the token at `at` belongs to the same word as the one before it. */
function goesOn(tokens: Tokens, at: number, last: number): boolean {
  if (!touches(tokens, at)) return false
  if (isAlphanumeric(tokens, at))
    return isAlphanumeric(tokens, at - 1) || isInside(tokens, at - 1, last)
  return isInside(tokens, at, last)
}

/** Whether a point stands inside a word or a number: it touches one on both sides. */
function isInside(tokens: Tokens, at: number, last: number): boolean {
  if (at < 1 || at + 1 >= last || !touches(tokens, at) || !touches(tokens, at + 1)) return false
  if (!isAlphanumeric(tokens, at - 1) || !isAlphanumeric(tokens, at + 1)) return false
  const point = tokens.text.slice(tokens.starts[at], tokens.ends[at])
  const isNumber = isDigit(tokens, at - 1) && isDigit(tokens, at + 1)
  return isNumber ? /^[.,:/'’٫٬·–-]$/.test(point) : /^[.'’ʼ׳״·-]$/.test(point)
}

function touches({ starts, ends }: Tokens, at: number): boolean {
  return ends[at - 1] === starts[at]
}

function isAlphanumeric(tokens: Tokens, at: number): boolean {
  const kind = kindAt(tokens, at)
  return kind === characterKinds.joined || kind === characterKinds.digit
}

function isDigit(tokens: Tokens, at: number): boolean {
  return kindAt(tokens, at) === characterKinds.digit
}

function kindAt({ text, starts }: Tokens, at: number): number {
  return kindOf(text.codePointAt(starts[at] as number) ?? 0)
}

/** Whether the alignment takes two whole words for one another: they are the same but for typography. */
function isSameWord(older: Word, newer: Word, forth: Int32Array): boolean {
  if (older.last - older.first !== newer.last - newer.first) return false
  for (let at = 0; at < older.last - older.first; at++)
    if (forth[older.first + at] !== newer.first + at) return false
  return true
}

function lengthOf({ starts, ends }: Tokens, token: number): number {
  return (ends[token] as number) - (starts[token] as number)
}

function pushTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
