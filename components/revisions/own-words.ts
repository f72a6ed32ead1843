import type { ComparedRun } from '@/lib/domain/anchoring/compared-runs'

/** A run of a compared sentence. */
export interface OwnRun extends ComparedRun {
  /** Where it begins: an offset in the sentence. */
  at: number
  /** Whether these are words that the note rests on. */
  isOwn: boolean
}

/**
 * The runs of a sentence, cut where the words of a note begin and end in it. Where they stand in it more
 * than once none are taken for them: it does not tell which.
 */
export function markOwnWords(runs: readonly ComparedRun[], words: string): OwnRun[] {
  const sentence = runs.map(run => run.text).join('')
  const start = words === '' ? -1 : sentence.indexOf(words)
  const isOnce = start >= 0 && sentence.indexOf(words, start + 1) < 0
  const end = start + words.length
  let from = 0
  return runs.flatMap(run => {
    const to = from + run.text.length
    const cuts = isOnce ? [start, end].filter(cut => from < cut && cut < to) : []
    const pieces = [from, ...cuts].map((at, index) => ({
      ...run,
      at,
      text: sentence.slice(at, cuts[index] ?? to),
      isOwn: isOnce && start <= at && at < end,
    }))
    from = to
    return pieces
  })
}
