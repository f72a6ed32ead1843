/** Words in a row that are in the other text too, or are not. */
export interface Run {
  words: string
  isNew: boolean
  /** Index of its first word, which tells one run from another. */
  at: number
}

/** 2,000 words: comparing takes their number squared, and longer explanations are shown unmarked. */
const wordLimit = 2000

/** `text` in runs, with the words marked that `other` does not have at that place (longest common sequence). */
export function runsAgainst(text: string, other: string): Run[] {
  const [words, others] = [splitWords(text), splitWords(other)]
  if (Math.max(words.length, others.length) > wordLimit)
    return [{ words: text, isNew: false, at: 0 }]
  return runsOf(words, commonWords(words, others))
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

/** The indices in `a` of the words that a longest common sequence of both keeps. */
function commonWords(a: readonly string[], b: readonly string[]): Set<number> {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = a.length - 1; row >= 0; row--)
    for (let column = b.length - 1; column >= 0; column--)
      lengths[row * width + column] = isSame(a[row], b[column])
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))

  const kept = new Set<number>()
  for (let row = 0, column = 0; row < a.length && column < b.length; ) {
    if (isSame(a[row], b[column])) {
      kept.add(row++)
      column++
    } else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return kept
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a?.trim() === b?.trim()
}
