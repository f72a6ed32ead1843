import type { Span } from '@/lib/domain/anchoring/anchors'
import type { AnnotationView } from '@/lib/domain/annotations'
import type { LookView } from '@/lib/domain/looks'

/** A sentence, and whether anybody has looked at it. */
export type CoveredSentence = Span &
  (
    | { kind: 'noted' }
    /** Looked at and left; mostly by one look, more where they were made of its parts. */
    | { kind: 'left'; looks: readonly LookView[] }
    | { kind: 'open' }
  )

/** Which sentences of a text have a note, were left, or are not looked at yet. */
export interface Coverage {
  /** All of them, in the order of the text. */
  sentences: readonly CoveredSentence[]
  counts: Record<CoveredSentence['kind'], number>
  /** How much is looked at, in percent by sentences: 0 only for nothing, 100 only for all. */
  percent: number
}

/**
 * The coverage of a text. A sentence is noted where a note rests on a word of it; left where looks lie
 * on all of its words. Browsers part sentences a little differently, and so does the same one once the
 * language of an article is put right: so a look covers by its words, and not by its ends.
 *
 * One walk through the three lists. `sentences` are in the order of the text; the others need not be.
 */
export function coverageOf(
  text: string,
  sentences: readonly Span[],
  notes: readonly Span[],
  looks: readonly LookView[],
): Coverage {
  const noteAt = walker(notes)
  const lookAt = walker(looks)
  const counts = { noted: 0, left: 0, open: 0 }
  const covered = sentences.map((sentence): CoveredSentence => {
    const judged = judge(text, sentence, noteAt(sentence), lookAt(sentence))
    counts[judged.kind]++
    return judged
  })
  return { sentences: covered, counts, percent: percentOf(counts) }
}

/** The words that notes rest on, confirmed or not, but for notes that were retired. */
export function notedSpans(
  notes: readonly Pick<AnnotationView, 'state' | 'anchors' | 'unsettled'>[],
): Span[] {
  return notes.flatMap(({ state, anchors, unsettled }) => {
    if (state === 'retired') return []
    const changed = unsettled.flatMap(({ start, end }) =>
      start === null || end === null ? [] : [{ start, end }],
    )
    return [...anchors, ...changed]
  })
}

/** The sentence that `offset` lies in or stands behind; before the first one, the first. Null in a text without any. */
export function sentenceIn<T extends Span>(sentences: readonly T[], offset: number): T | null {
  return sentences[Math.max(0, countUntil(sentences, offset) - 1)] ?? null
}

/** The sentences that a span touches with at least one character. */
export function sentencesIn<T extends Span>(sentences: readonly T[], { start, end }: Span): T[] {
  const first = Math.max(0, countUntil(sentences, start) - 1)
  const after = countUntil(sentences, end - 1)
  return sentences.slice(first, after).filter(each => each.end > start && each.start < end)
}

/**
 * The next sentence not looked at that begins after `offset` (`step` 1), or the one that ends before it
 * (-1); from the ends of the text it goes on at the other one. Null where every sentence is looked at.
 */
export function stepToOpen(
  { sentences }: Pick<Coverage, 'sentences'>,
  offset: number,
  step: 1 | -1,
): CoveredSentence | null {
  const isOpen = ({ kind }: CoveredSentence) => kind === 'open'
  return step === 1
    ? (sentences.find(each => isOpen(each) && each.start > offset) ??
        sentences.find(isOpen) ??
        null)
    : (sentences.findLast(each => isOpen(each) && each.end < offset) ??
        sentences.findLast(isOpen) ??
        null)
}

/** The stretches of text between whose first and last word every sentence is looked at. */
export function seenStretches({ sentences }: Pick<Coverage, 'sentences'>): Span[] {
  const stretches: Span[] = []
  let isGoingOn = false
  for (const { kind, start, end } of sentences) {
    const last = stretches.at(-1)
    if (kind !== 'open' && isGoingOn && last) last.end = end
    else if (kind !== 'open') stretches.push({ start, end })
    isGoingOn = kind !== 'open'
  }
  return stretches
}

function judge(
  text: string,
  sentence: Span,
  notes: readonly Span[],
  looks: readonly LookView[],
): CoveredSentence {
  const { start, end } = sentence
  if (notes.some(note => isOnWords(text, sentence, note))) return { start, end, kind: 'noted' }
  const exact = looks.find(look => look.start === start && look.end === end)
  if (exact) return { start, end, kind: 'left', looks: [exact] }
  if (!coverWords(text, sentence, looks)) return { start, end, kind: 'open' }
  return { start, end, kind: 'left', looks: looks.filter(each => isOnWords(text, sentence, each)) }
}

function isOnWords(text: string, sentence: Span, { start, end }: Span): boolean {
  return hasWords(text, Math.max(sentence.start, start), Math.min(sentence.end, end))
}

/** Whether no word of the sentence stands outside the looks, which are in the order of the text. */
function coverWords(text: string, { start, end }: Span, looks: readonly LookView[]): boolean {
  if (looks.length === 0) return false
  let at = start
  for (const look of looks) {
    if (hasWords(text, at, Math.min(look.start, end))) return false
    at = Math.max(at, look.end)
  }
  return !hasWords(text, at, end)
}

const wordCharacter = /[\p{L}\p{N}]/u

function hasWords(text: string, start: number, end: number): boolean {
  return start < end && wordCharacter.test(text.slice(start, end))
}

/**
 * Gives back the spans that touch a sentence, in the order of the text, for sentences asked for in their
 * order: each span is passed once, but for those that reach on into the next sentence.
 */
function walker<T extends Span>(spans: readonly T[]): (sentence: Span) => readonly T[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start || a.end - b.end)
  let next = 0
  let under: T[] = []
  return ({ start, end }) => {
    if (under.length > 0) under = under.filter(span => span.end > start)
    for (let span = ordered[next]; span && span.start < end; span = ordered[++next])
      if (span.end > start) under.push(span)
    return under
  }
}

/** How many of the sentences begin at `offset` or before, by halving. */
function countUntil(sentences: readonly Span[], offset: number): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle] as Span).start <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function percentOf({ noted, left, open }: Coverage['counts']): number {
  const seen = noted + left
  if (open === 0) return 100
  return seen === 0 ? 0 : Math.max(1, Math.floor((100 * seen) / (seen + open)))
}
