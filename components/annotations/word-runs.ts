/** Words in a row that are in the other text too, or are not. */
export interface Run {
  words: string
  isNew: boolean
  /** Index of its first word, which tells one run from another. */
  at: number
}

/** Words that stand where other words stood; one of the two may be "". */
export interface Replacement {
  before: string
  after: string
}

/** 2,000 words: comparing takes their number squared, and longer explanations are shown unmarked. */
const wordLimit = 2000

/** `text` in runs, with the words marked that `other` does not have at that place (longest common sequence). */
export function runsAgainst(text: string, other: string): Run[] {
  const [words, others] = [splitWords(text), splitWords(other)]
  if (isTooLong(words, others)) return [{ words: text, isNew: false, at: 0 }]
  return runsOf(words, new Set(commonWords(words, others).map(([at]) => at)))
}

/** Two wordings in runs, by one and the same comparison, and what stands where what stood. */
export function compareWordings(
  before: string,
  after: string,
): { before: Run[]; after: Run[]; replacements: Replacement[] } {
  const [words, others] = [splitWords(before), splitWords(after)]
  if (isTooLong(words, others))
    return {
      before: [{ words: before, isNew: false, at: 0 }],
      after: [{ words: after, isNew: false, at: 0 }],
      replacements: [],
    }
  const common = commonWords(words, others)
  return {
    before: runsOf(words, new Set(common.map(([at]) => at))),
    after: runsOf(others, new Set(common.map(([, at]) => at))),
    replacements: replacementsOf(words, others, common),
  }
}

function isTooLong(...texts: readonly string[][]): boolean {
  return texts.some(words => words.length > wordLimit)
}

function runsOf(words: readonly string[], common: ReadonlySet<number>): Run[] {
  const runs: Run[] = []
  words.forEach((word, index) => {
    const isNew = !common.has(index)
    const last = runs.at(-1)
    if (last?.isNew === isNew) last.words += word
    else runs.push({ words: word, isNew, at: index })
  })
  return runs
}

/** What lies between one common word and the next, on both sides. */
function replacementsOf(
  words: readonly string[],
  others: readonly string[],
  common: readonly Pair[],
): Replacement[] {
  const ends: Pair[] = [...common, [words.length, others.length]]
  let [row, column] = [0, 0]
  return ends.flatMap(([nextRow, nextColumn]) => {
    const before = words.slice(row, nextRow).join('').trim()
    const after = others.slice(column, nextColumn).join('').trim()
    row = nextRow + 1
    column = nextColumn + 1
    return before || after ? [{ before, after }] : []
  })
}

/** Scripts that put no space between words: a sentence would else be one word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const parts = new RegExp(
  `${unspaced.source}\\p{M}*\\s*|(?:(?!${unspaced.source})\\S)+\\s*|\\s+`,
  'gu',
)

/** Words with the space after them. */
function splitWords(text: string): string[] {
  return text.match(parts) ?? []
}

/** The index of one word in both texts. */
type Pair = [row: number, column: number]

/** The words that a longest common sequence of `a` and `b` keeps, in order. */
function commonWords(a: readonly string[], b: readonly string[]): Pair[] {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = a.length - 1; row >= 0; row--)
    for (let column = b.length - 1; column >= 0; column--)
      lengths[row * width + column] = isSame(a[row], b[column])
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))

  const kept: Pair[] = []
  for (let row = 0, column = 0; row < a.length && column < b.length; ) {
    if (isSame(a[row], b[column])) kept.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return kept
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a?.trim() === b?.trim()
}
