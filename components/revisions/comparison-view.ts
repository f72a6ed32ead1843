import type { ComparedRun } from '@/lib/domain/anchoring/compared-runs'
import type { ComparedBlock, ComparedRow } from '@/lib/domain/anchoring/comparison'
import { isSameWords } from '@/lib/domain/anchoring/folding'

/** Rows to show, or a stretch of unchanged ones to fold away; `from` and `to` are indexes of rows. */
export interface Stretch {
  isFolded: boolean
  from: number
  to: number
}

/** One unchanged paragraph either side says where a change stands. */
const around = 1
/** A fold of a single paragraph would take as much room as the paragraph. */
const leastFold = 2

/** The rows in stretches: changes with a paragraph around them, and what lies between. */
export function stretchesOf(rows: readonly Pick<ComparedRow, 'kind'>[]): Stretch[] {
  const isShown = new Uint8Array(rows.length)
  rows.forEach(({ kind }, at) => {
    if (kind !== 'same') isShown.fill(1, Math.max(0, at - around), at + around + 1)
  })
  const stretches: Stretch[] = []
  for (let from = 0; from < rows.length; ) {
    let to = from + 1
    while (to < rows.length && isShown[to] === isShown[from]) to++
    const isFolded = !isShown[from] && to - from >= leastFold
    const last = stretches.at(-1)
    if (last && !last.isFolded && !isFolded) last.to = to
    else stretches.push({ isFolded, from, to })
    from = to
  }
  return stretches
}

/** A run of words as it is drawn, with its offsets in the texts that have it. `reset`: only its typography differs. */
export interface Piece {
  text: string
  look: 'plain' | 'removed' | 'added' | 'reset'
  older: number | null
  newer: number | null
}

/** One side of a row. */
export function piecesOfSide(block: ComparedBlock, side: 'older' | 'newer'): Piece[] {
  let at = block.start
  return block.runs.map(run => {
    const piece: Piece = { text: run.text, look: lookOf(run, side), older: null, newer: null }
    piece[side] = at
    at += run.text.length
    return piece
  })
}

function lookOf({ mark, isTypography }: ComparedRun, side: 'older' | 'newer'): Piece['look'] {
  if (!mark) return 'plain'
  if (isTypography) return 'reset'
  return side === 'older' ? 'removed' : 'added'
}

/** Both sides of a changed row as one text: what went before what came in its place. */
export function piecesOfBoth(older: ComparedBlock, newer: ComparedBlock): Piece[] {
  const pieces: Piece[] = []
  const [before, after] = [new Reader(older), new Reader(newer)]
  for (;;) {
    // What stands in another block now is shown there, and what was only set otherwise as it is set now.
    const gone = before.take(run => run.mark || Boolean(run.isElsewhere))
    const come = after.take(run => run.mark || Boolean(run.isElsewhere))
    for (const { at, ...run } of gone)
      if (run.mark && !run.isTypography)
        pieces.push({ text: run.text, look: 'removed', older: at, newer: null })
    for (const { at, ...run } of come)
      pieces.push({ text: run.text, look: lookOf(run, 'newer'), older: null, newer: at })
    const length = Math.min(before.left, after.left)
    if (length === 0) return pieces
    const at = before.at
    pieces.push({ ...after.cut(length), look: 'plain', older: at })
    before.cut(length)
  }
}

/** Runs of a block from left to right. */
class Reader {
  #index = 0
  #used = 0
  at: number

  constructor(readonly block: ComparedBlock) {
    this.at = block.start
  }

  /** Characters left of the current run. */
  get left(): number {
    return (this.#run?.text.length ?? 0) - this.#used
  }

  get #run(): ComparedRun | undefined {
    return this.block.runs[this.#index]
  }

  /** All runs from here on for which `holds`, with their offsets. */
  take(holds: (run: ComparedRun) => boolean): (ComparedRun & { at: number })[] {
    const taken: (ComparedRun & { at: number })[] = []
    for (let run = this.#run; run && this.#used === 0 && holds(run); run = this.#run) {
      taken.push({ ...run, at: this.at })
      this.#pass(run.text.length)
    }
    return taken
  }

  /** The next `length` characters of the current run. */
  cut(length: number): { text: string; newer: number } {
    const text = this.#run?.text.slice(this.#used, this.#used + length) ?? ''
    const at = this.at
    this.#pass(length)
    return { text, newer: at }
  }

  #pass(length: number): void {
    this.at += length
    this.#used += length
    if (this.left > 0) return
    this.#index++
    this.#used = 0
  }
}

/** Words that a note rests on, on one side. */
export interface Passage {
  start: number
  end: number
  side: 'older' | 'newer'
  noteId: string
  number: number
  /** Class of its verdict's tint and line. */
  look: string
}

/** A piece with the passages it lies in, the last the shortest, and those that end with it. */
export interface MarkedPiece extends Piece {
  within: Passage[]
  ending: Passage[]
}

/** Pieces cut wherever a passage begins or ends. */
export function markPieces(pieces: readonly Piece[], passages: readonly Passage[]): MarkedPiece[] {
  return pieces.flatMap(piece => {
    const own = passages.filter(passage => overlaps(piece, passage))
    if (own.length === 0) return [{ ...piece, within: [], ending: [] }]
    const cuts = new Set([0, piece.text.length])
    for (const passage of own) {
      const at = startIn(piece, passage)
      for (const cut of [passage.start - at, passage.end - at])
        if (cut > 0 && cut < piece.text.length) cuts.add(cut)
    }
    const sorted = [...cuts].sort((a, b) => a - b)
    return sorted.slice(1).map((to, index) => part(piece, sorted[index] ?? 0, to, own))
  })
}

function part(piece: Piece, from: number, to: number, passages: readonly Passage[]): MarkedPiece {
  const cut: Piece = {
    ...piece,
    text: piece.text.slice(from, to),
    older: piece.older === null ? null : piece.older + from,
    newer: piece.newer === null ? null : piece.newer + from,
  }
  const within = passages
    .filter(passage => overlaps(cut, passage))
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  const ending = within.filter(each => each.end === startIn(cut, each) + cut.text.length)
  return { ...cut, within, ending }
}

function startIn(piece: Piece, { side }: Passage): number {
  return piece[side] ?? Number.NEGATIVE_INFINITY
}

function overlaps(piece: Piece, passage: Passage): boolean {
  const at = startIn(piece, passage)
  return at < passage.end && at + piece.text.length > passage.start
}

/** What happened to a row in a word, and its sign. `isWhole`: all its words are on the other side. */
export interface RowWord {
  word: string
  sign: string
  isWhole?: true
}

/** Whether the way through the changes stops at a row: of a block that moved, only where it is now. */
export function isStep({ kind, newer }: ComparedRow): boolean {
  return kind !== 'same' && !(kind === 'moved' && newer === null)
}

/** Null for a row that is the same. */
export function rowWord(row: ComparedRow, at: number): RowWord | null {
  switch (row.kind) {
    case 'same':
      return null
    case 'changed':
      return isTypographic(row) ? { word: 'Typography', sign: '≈' } : { word: 'Changed', sign: '≠' }
    case 'added':
      return isElsewhere(row.newer)
        ? { word: 'Split off', sign: '¶', isWhole: true }
        : { word: 'Added', sign: '+' }
    case 'removed':
      return isElsewhere(row.older)
        ? { word: 'Joined', sign: '¶', isWhole: true }
        : { word: 'Removed', sign: '−' }
    case 'moved':
      return movedWord(row, at)
  }
}

function movedWord({ older, newer, counterpart }: ComparedRow, at: number) {
  const isEdited = [...((older ?? newer)?.runs ?? [])].some(run => run.mark)
  const isBelow = (counterpart ?? 0) > at
  const way = older ? (isBelow ? 'down' : 'up') : isBelow ? 'up' : 'down'
  const word = `Moved ${way} ${older ? 'from' : 'to'} here${isEdited ? ', changed' : ''}`
  return { word, sign: way === 'down' ? '↓' : '↑' }
}

/** Whether a block's words all stand in another block of the other side. */
function isElsewhere(block: ComparedBlock | null): boolean {
  return block !== null && block.runs.length > 0 && block.runs.every(run => run.isElsewhere)
}

function isTypographic({ older, newer }: ComparedRow): boolean {
  return isSameWords(wordsOf(older), wordsOf(newer))
}

export function wordsOf(block: ComparedBlock | null): string {
  return block?.runs.map(run => run.text).join('') ?? ''
}

/** The whole text of one side. */
export function textOfSide(rows: readonly ComparedRow[], side: 'older' | 'newer'): string {
  return rows.flatMap(row => (row[side] ? [wordsOf(row[side])] : [])).join('\n')
}

/** "3 paragraphs changed, 1 added, 2 moved; 42 unchanged". */
export function rowsInWords(rows: readonly ComparedRow[]): string {
  const count = (holds: (row: ComparedRow) => boolean) => rows.filter(holds).length
  const parts = [
    { number: count(row => row.kind === 'changed'), word: 'changed' },
    { number: count(row => row.kind === 'added'), word: 'added' },
    { number: count(row => row.kind === 'removed'), word: 'removed' },
    { number: count(row => row.kind === 'moved' && row.newer !== null), word: 'moved' },
  ].filter(part => part.number > 0)
  const same = count(row => row.kind === 'same')
  const changes = parts.map(({ number, word }, index) => {
    const noun = index > 0 ? '' : number === 1 ? 'paragraph ' : 'paragraphs '
    return `${number.toLocaleString('en')} ${noun}${word}`
  })
  if (changes.length === 0) return 'Not a character differs'
  return `${changes.join(', ')}; ${same.toLocaleString('en')} unchanged`
}
