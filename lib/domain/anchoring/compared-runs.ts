import { characterKinds, kindOf } from '@/lib/domain/anchoring/folding'
import type { Tokens } from '@/lib/domain/anchoring/tokens'

/**
 * A run of characters of one side of a comparison. `mark`: not on the other side. `isElsewhere`: on the
 * other side too, but in another block than the one across (a paragraph was split, or two were joined).
 * `isTypography`: marked, and the word across is the same but for typography. The runs of a changed row that
 * are neither are, one after the other, the same on both sides.
 */
export interface ComparedRun {
  text: string
  mark: boolean
  isElsewhere?: true
  isTypography?: true
}

/** Words that stand where other words stood; one of the two may be "". */
export interface Replacement {
  before: string
  after: string
}

/** Both sides of a comparison in runs, and what stands where what stood. */
export interface ComparedSides {
  older: ComparedRun[]
  newer: ComparedRun[]
  replacements: Replacement[]
}

/** UTF-16 offsets in one text. */
export interface Line {
  start: number
  end: number
}

/** A stretch of a text with its tokens, from `first` up to `last`. */
export interface Stretch extends Line {
  tokens: Tokens
  first: number
  last: number
}

/** Whether a token stands on the other side in another block that shares enough with its own. */
export type IsElsewhere = (token: number) => boolean
/** That question for the tokens of either side. */
export interface Elsewhere {
  older: IsElsewhere
  newer: IsElsewhere
}
/** For two texts of one block each. */
export const noneElsewhere: Elsewhere = { older: () => false, newer: () => false }

/** The runs of two blocks that stand across from one another. */
export function runsBetween(
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

/** The runs of a block that stands across from none. */
export function runsAlone(block: Stretch, isElsewhere: IsElsewhere): ComparedRun[] {
  const runs = new Runs(block.tokens.text, block.start)
  addOwn(runs, block, block.first, block.last, block.end, isElsewhere)
  return runs.list
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
