import searchApproximately, { type Match } from 'approx-string-match'
import { type Anchor, describeAnchor } from '@/lib/domain/anchoring/anchors'
import type { Engine, Place } from './engine'

/** What the client gives to each kind of likeness (hypothesis/client, anchoring/match-quote.ts). */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 }
const allWeights = weights.quote + weights.prefix + weights.suffix + weights.position

/** The client's bound on the errors of a quote, whatever its length. */
const mostErrors = 256

/** Characters of text times blocks of 32 of quote, of all spans: some ten seconds of its search. */
const mostWork = 3e9

/**
 * As the Hypothesis client does it in a text without markup: the stored offsets where the quote still
 * stands there, else every exact match, else the approximate ones with the fewest errors; the best score wins,
 * however low.
 */
export const hypothesis: Engine = {
  name: 'hypothesis',
  selectorOnly: true,
  place(oldText, newText, spans) {
    const blocks = spans.reduce((sum, { start, end }) => sum + Math.ceil((end - start) / 32), 0)
    if (blocks * newText.length > mostWork) return null
    return spans.map(span => placeAnchor(newText, describeAnchor(oldText, span)))
  },
}

function placeAnchor(text: string, anchor: Anchor): Place {
  const { start, end, quote } = anchor
  if (text.slice(start, end) === quote) return { start, end }
  const matches = search(text, quote, Math.min(mostErrors, quote.length / 2))
  let best: Match | null = null
  let bestScore = Number.NEGATIVE_INFINITY
  for (const match of matches) {
    const score = scoreOf(text, anchor, match)
    // Of equal ones the first, as a stable sort leaves them.
    if (score <= bestScore) continue
    best = match
    bestScore = score
  }
  return best && { start: best.start, end: best.end }
}

function scoreOf(text: string, { quote, prefix, suffix, start }: Anchor, match: Match): number {
  const before = text.slice(Math.max(0, match.start - prefix.length), match.start)
  const after = text.slice(match.end, match.end + suffix.length)
  const sum =
    weights.quote * (1 - match.errors / quote.length) +
    weights.prefix * (prefix === '' ? 1 : likenessOf(before, prefix)) +
    weights.suffix * (suffix === '' ? 1 : likenessOf(after, suffix)) +
    weights.position * (1 - Math.abs(match.start - start) / text.length)
  return sum / allWeights
}

/** 1 where `words` is in `text`, less by each error per character; 0 where either is empty. */
function likenessOf(text: string, words: string): number {
  const [match] = text === '' || words === '' ? [] : search(text, words, words.length)
  return match ? 1 - match.errors / words.length : 0
}

/** All exact matches, overlapping ones too; where there is none, the approximate ones with the fewest errors. */
function search(text: string, words: string, errors: number): Match[] {
  const exact: Match[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    exact.push({ start: at, end: at + words.length, errors: 0 })
  return exact.length > 0 ? exact : searchApproximately(text, words, errors)
}
