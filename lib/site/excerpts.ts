import type { Span } from '@/lib/domain/anchoring/anchors'

/** Quoted words with what stands around them in the same paragraph. */
export interface Excerpt {
  before: string
  /** Paragraphs apart by "\n". */
  words: string
  after: string
}

/** 240 characters either side: three or four lines, enough to see what a sentence meant. */
const around = 240

/** The words of each anchor with their surroundings, cut between words and marked with "…" where cut. */
export function excerptsOf(text: string, anchors: readonly Span[]): Excerpt[] {
  return anchors.map(({ start, end }) => ({
    before: before(text, start),
    words: text.slice(start, end),
    after: after(text, end),
  }))
}

function before(text: string, start: number): string {
  const paragraph = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  if (paragraph.length <= around) return paragraph
  return `… ${paragraph.slice(-around).replace(/^\S*\s+/u, '')}`
}

function after(text: string, end: number): string {
  const stop = text.indexOf('\n', end)
  const paragraph = text.slice(end, stop === -1 ? undefined : stop)
  if (paragraph.length <= around) return paragraph
  return `${paragraph.slice(0, around).replace(/\s+\S*$/u, '')} …`
}
