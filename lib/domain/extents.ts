import type { Span } from '@/lib/domain/anchoring/anchors'
import { extendToMarks } from '@/lib/domain/anchoring/boundaries'
import { type Part, partsFrom, wordAt } from '@/lib/domain/segments'

/** One of the two ends of the words that a note rests on. */
export type Edge = 'start' | 'end'

/**
 * The span with one end where the next word or sentence ends (begins, for its start), forwards in the
 * text (`step` 1) or backwards (-1). The very same span where there is none, or no word would be left.
 */
export function moveEdge(
  text: string,
  span: Span,
  edge: Edge,
  step: 1 | -1,
  part: Part,
  language: string,
): Span {
  const at = span[edge]
  for (const parts of partsFrom(text, at, step, part, language)) {
    const beyond = parts
      .map(each => each[edge])
      .filter(place => (step === 1 ? place > at : place < at))
    const place = step === 1 ? beyond[0] : beyond.at(-1)
    if (place !== undefined) return withEdge(span, edge, place)
  }
  return span
}

/**
 * The span with one end where it was dragged to: at `offset` to the nearest end (beginning) of a word of
 * that line, or with `exact` to the very character. At least one word, or one character, is left.
 */
export function dragEdge(
  text: string,
  span: Span,
  edge: Edge,
  offset: number,
  exact: boolean,
  language: string,
): Span {
  const other = span[edge === 'start' ? 'end' : 'start']
  const isPast = edge === 'start' ? offset >= other : offset <= other
  const place = exact
    ? characterEdge(text, edge, offset)
    : nearestEdge(text, edge, offset, other, language)
  if (!isPast && place !== null) return withEdge(span, edge, place)
  return withEdge(span, edge, leastEdge(text, span, edge, exact, language))
}

/**
 * The places of a note with `span` for the one at `index`, in the order of the text. Places that it
 * touches become one with it: words are never twice in one note.
 */
export function replacePlace(places: readonly Span[], index: number, span: Span): Span[] {
  const others = places.filter((_, at) => at !== index)
  const met = others.findIndex(each => each.start < span.end && span.start < each.end)
  const other = others[met]
  if (other) {
    const joined = {
      start: Math.min(span.start, other.start),
      end: Math.max(span.end, other.end),
    }
    return replacePlace(others, met, joined)
  }
  return [...others, span].sort((a, b) => a.start - b.start || a.end - b.end)
}

function withEdge(span: Span, edge: Edge, place: number): Span {
  const moved = { ...span, [edge]: place }
  return moved.start < moved.end ? moved : span
}

function characterEdge(text: string, edge: Edge, offset: number): number {
  return extendToMarks(text, { start: offset, end: offset })[edge]
}

/** Null where no word of the line lies on this side of the other end. */
function nearestEdge(
  text: string,
  edge: Edge,
  offset: number,
  other: number,
  language: string,
): number | null {
  const [words = []] = partsFrom(text, offset, 1, 'word', language)
  const places = words
    .map(each => each[edge])
    .filter(place => (edge === 'start' ? place < other : place > other))
  const distance = (place: number) => Math.abs(place - offset)
  return places.reduce<number | null>(
    (best, place) => (best === null || distance(place) < distance(best) ? place : best),
    null,
  )
}

/** Where the edge is when as little as possible is left at the other end. */
function leastEdge(text: string, span: Span, edge: Edge, exact: boolean, language: string): number {
  const last = edge === 'start' ? span.end - 1 : span.start
  const word = exact ? null : wordAt(text, last, language)
  if (word) return Math.min(Math.max(word[edge], span.start), span.end)
  return extendToMarks(text, { start: last, end: last + 1 })[edge]
}
