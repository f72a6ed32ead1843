import {
  type Chunk,
  type Chunker,
  describeTextQuote,
  type TextQuoteSelector,
  textQuoteSelectorMatcher,
} from '@apache-annotator/selector'
import type { Span } from '@/lib/domain/anchoring/anchors'
import type { Engine, Place } from './engine'

/** Selectors as its own description makes them: as much context as made the quote unique in the old text. */
const described = new WeakMap<Span[], TextQuoteSelector[]>()

/** Apache Annotator: the quote with its context, character by character; the first match. */
export const apacheAnnotator: Engine = {
  name: 'apache-annotator',
  selectorOnly: true,
  async describe(oldText, spans) {
    const chunk = { data: oldText }
    const selectors: TextQuoteSelector[] = []
    for (const { start, end } of spans) {
      const target = { startChunk: chunk, startIndex: start, endChunk: chunk, endIndex: end }
      selectors.push(await describeTextQuote(target, () => chunkerOf(chunk)))
    }
    described.set(spans, selectors)
  },
  async place(_, newText, spans) {
    const places: Place[] = []
    for (const selector of described.get(spans) ?? [])
      places.push(await findFirst(newText, selector))
    return places
  },
}

async function findFirst(text: string, selector: TextQuoteSelector): Promise<Place> {
  const matches = textQuoteSelectorMatcher(selector)(chunkerOf({ data: text }))
  for await (const { startIndex, endIndex } of matches) return { start: startIndex, end: endIndex }
  return null
}

/** A text of one piece. */
function chunkerOf(chunk: Chunk<string>): Chunker<Chunk<string>> {
  return {
    currentChunk: chunk,
    nextChunk: () => null,
    previousChunk: () => null,
    precedesCurrentChunk: () => false,
  }
}
