/** An article of some size with some notes. */
export interface BenchSize {
  words: number
  notes: number
}

export const defaultSizes: readonly BenchSize[] = [
  { words: 1_000, notes: 10 },
  { words: 10_000, notes: 500 },
  { words: 50_000, notes: 5_000 },
]

/** `10000x500` as the size it names. */
export function parseSize(text: string): BenchSize {
  const match = /^(\d{2,6})x(\d{1,5})$/.exec(text)
  const [words, notes] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || words < 100 || notes < 1 || notes > words / 2)
    throw new Error(
      `“${text}” is no size. Write words and notes, as in 10000x500: at least 100 words, and two for each note.`,
    )
  return { words, notes }
}

export function nameOfSize({ words, notes }: BenchSize): string {
  return `${words.toLocaleString('en')} words, ${notes.toLocaleString('en')} notes`
}
