import { type Anchor, contextLength, type Span, splitsPair } from '@/lib/domain/anchoring/anchors'
import { extendToMarks } from '@/lib/domain/anchoring/boundaries'
import { characterKinds, isSameWords, kindOf } from '@/lib/domain/anchoring/folding'
import { atWholeWords, type Placement } from '@/lib/domain/anchoring/placements'
import { findWhole } from '@/lib/domain/anchoring/quick-search'
import { matchSequences } from '@/lib/domain/anchoring/sequences'
import { type Survival, survive } from '@/lib/domain/anchoring/survival'
import {
  firstEndingAfter,
  firstStartingFrom,
  TokenKeys,
  type Tokens,
  tokensOf,
} from '@/lib/domain/anchoring/tokens'
import { weightsOf } from '@/lib/domain/anchoring/weights'
import { WordIndex } from '@/lib/domain/anchoring/word-index'

/**
 * Where anchors rest in a text of which only they are known (Web Annotation Data Model, 4.2.4 and
 * 4.2.5): notes from elsewhere, whose old text is gone. The shorter the quoted words, the more their
 * surroundings must be the same, up to the very border; a second place nearly as good makes it
 * `ambiguous`. `moved` cannot be told without the old text, so the same words are `kept` wherever they
 * are. Offsets are UTF-16 code units; an anchor without words is `lost`, and one whose offsets are none is
 * looked for by its words alone.
 */
export function placeSelectors(text: string, anchors: readonly Anchor[]): Placement[] {
  const whole = anchors.map(anchor => findWhole(text, anchor))
  const open = anchors.filter((_, index) => whole[index] === null)
  const placed = placeByWords(text, open).values()
  return anchors.map((anchor, index) => {
    const span = whole[index]
    const placement = (span ? { kind: 'kept', ...span } : placed.next().value) as Placement
    const own = textOf(anchor)
    return atWholeWords(own.text, own.span, text, placement)
  })
}

function placeByWords(text: string, anchors: readonly Anchor[]): Placement[] {
  if (anchors.length === 0) return []
  const keys = new TokenKeys()
  const newer = tokensOf(text, keys)
  const snippets = anchors.map(anchor => snippetOf(anchor, keys))
  const weights = weightsOf([newer], keys)
  const index = new WordIndex(newer, keys.count)
  return snippets.map(snippet => placeSnippet(snippet, newer, index, weights))
}

/** An anchor's words with their surroundings, as a small text of its own. */
interface Snippet {
  anchor: Anchor
  older: Tokens
  /** The quoted words in the snippet: as UTF-16 offsets, and as tokens [from, to). */
  span: Span
  from: number
  to: number
}

/** An anchor's words with their surroundings, and where in them the quoted ones are. */
function textOf({ prefix, quote, suffix }: Anchor): { text: string; span: Span } {
  const span = { start: prefix.length, end: prefix.length + quote.length }
  return { text: prefix + quote + suffix, span }
}

function snippetOf(anchor: Anchor, keys: TokenKeys): Snippet {
  const { prefix, suffix } = anchor
  const { text, span } = textOf(anchor)
  const start = prefix.length < contextLength ? 0 : afterCutWord(prefix)
  const end = suffix.length < contextLength ? text.length : span.end + beforeCutWord(suffix)
  const older = tokensOf(text, keys, [{ start, end }])
  const from = firstEndingAfter(older, span.start)
  return { anchor, older, span, from, to: firstStartingFrom(older, span.end) }
}

/** Where a prefix that begins inside a word has its first whole one. */
function afterCutWord(prefix: string): number {
  let at = 0
  while (at < prefix.length && isLetter(prefix.charCodeAt(at))) at++
  return at
}

/** Where a suffix that ends inside a word has its last whole one. */
function beforeCutWord(suffix: string): number {
  let at = suffix.length
  while (at > 0 && isLetter(suffix.charCodeAt(at - 1))) at--
  return at
}

function isLetter(unit: number): boolean {
  return kindOf(unit) === characterKinds.joined
}

/** A place that may be meant: how much speaks for it, and how much of that the words themselves do. */
interface Candidate {
  survival: Survival
  score: number
  said: number
}

/** Enough to be sure, from the figures in docs/benchmarks.md; see {@link scoreOf}. */
const enough = 10.4
/** A second place that is worse by four is none. */
const clearLead = 4
const leadWeight = 0.85
/** Two places of which the words say about the same: where they stand does not decide between them. */
const equal = 0.1

function placeSnippet(
  snippet: Snippet,
  newer: Tokens,
  index: WordIndex,
  weights: Float32Array,
): Placement {
  const [best, second] = findCandidates(snippet, newer, index, weights)
  if (!best) return { kind: 'lost', near: placeNear(newer.text, snippet.anchor.start) }
  const near = best.survival.start
  const lead = Math.min(clearLead, second ? best.score - second.score : clearLead)
  const isFound = best.score + leadWeight * lead >= enough
  const isEqualled = second !== undefined && best.said - second.said < equal
  if (isFound ? isEqualled : second && best.score + leadWeight * clearLead >= enough)
    return { kind: 'ambiguous', candidates: inOrder([best, second as Candidate], newer.text), near }
  if (!isFound) return { kind: 'lost', near }
  const placed = extendToMarks(newer.text, best.survival)
  const isSame = isSameWords(snippet.anchor.quote, newer.text.slice(placed.start, placed.end))
  return { kind: isSame ? 'kept' : 'changed', ...placed }
}

/** An offset of the text about where the anchor says it was, whatever that is. */
function placeNear(text: string, start: number): number {
  const near = Number.isInteger(start) ? Math.min(Math.max(0, start), text.length) : 0
  return splitsPair(text, near) ? near - 1 : near
}

/** Of the words of a snippet the twelve rarest are looked up. */
const lookedUp = 12
/** Twelve places are compared word by word. */
const comparedAtMost = 12

/** The places with most of the snippet's rare words in about the same order, the best first. */
function findCandidates(
  snippet: Snippet,
  newer: Tokens,
  index: WordIndex,
  weights: Float32Array,
): Candidate[] {
  const { older, from, to } = snippet
  const slack = Math.max(12, older.count >> 1)
  const found = new Map<string, Candidate>()
  for (const shift of index.shiftsOf(older, weights, lookedUp).slice(0, comparedAtMost)) {
    const low = Math.max(0, shift - slack)
    const high = Math.min(newer.count, shift + older.count + slack)
    const forth = matchSequences(older.keys, newer.keys.subarray(low, high), weights, [
      { olderFrom: 0, olderTo: older.count, newerFrom: 0, newerTo: high - low },
    ])
    const survival = survive({ older, newer, weights }, from, to, at => {
      const of = at < 0 || at >= forth.length ? -1 : (forth[at] as number)
      return of < 0 ? -1 : of + low
    })
    if (!survival) continue
    const said = saidBy(survival, snippet)
    const distance = Math.abs(survival.start - placeNear(newer.text, snippet.anchor.start))
    const score = said - 0.5 * Math.log(1 + distance)
    const name = `${survival.start}-${survival.end}`
    if (score > (found.get(name)?.score ?? Number.NEGATIVE_INFINITY))
      found.set(name, { survival, score, said })
  }
  return [...found.values()].sort((a, b) => b.score - a.score)
}

/**
 * How much the words say for a place: those quoted, and the surroundings (both sides count little more
 * than one, but one at least is needed). A whole sentence speaks for itself.
 */
function saidBy(survival: Survival, { span }: Snippet): number {
  const { share, weight, before, after, start, end, isWhole } = survival
  const stretch = (end - start) / (span.end - span.start)
  return (
    5 * share +
    0.3 * Math.log(weight) +
    5.4 * (before + after) -
    2.6 * Math.min(before, after) -
    Math.log(stretch) +
    (isWhole ? sentenceWeight * Math.min(weight, longSentence) : 0)
  )
}

/** A sentence of twenty words weighs about 24. */
const longSentence = 24
const sentenceWeight = 0.2

function inOrder(candidates: readonly Candidate[], text: string): Span[] {
  return candidates
    .map(({ survival }) => extendToMarks(text, survival))
    .sort((a, b) => a.start - b.start || a.end - b.end)
}
