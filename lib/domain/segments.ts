import type { Span } from '@/lib/domain/anchoring/anchors'
import { extendToMarks } from '@/lib/domain/anchoring/boundaries'

/**
 * The parts a text is read in: words, clauses, sentences, paragraphs (UAX #29 by `Intl.Segmenter`, with
 * the abbreviations of newspapers put right). All spans are UTF-16 offsets in the text, without white
 * space at their ends. `language` is a BCP 47 tag. No part reaches beyond a line break, which is where
 * a paragraph of an article ends.
 */

/** The sentences of a text in their order. Lines without a word or number have none. */
export function sentencesOf(text: string, language: string): Span[] {
  return linesOf(text).flatMap(line => sentencesIn(text, line, language))
}

/** The word at `offset`, or the one that ends there; null in white space and points. */
export function wordAt(text: string, offset: number, language: string): Span | null {
  const line = lineAt(text, offset)
  const words = wordsIn(text, line, language)
  return (
    words.find(({ start, end }) => start <= offset && offset < end) ??
    words.find(({ end }) => end === offset) ??
    null
  )
}

/** The words of the line that `offset` lies in. */
export function wordsAround(text: string, offset: number, language: string): Span[] {
  return wordsIn(text, lineAt(text, offset), language)
}

/** The sentence at `offset`; between two, and at the very end of one, the one before; null in an empty line. */
export function sentenceAt(text: string, offset: number, language: string): Span | null {
  const sentences = sentencesIn(text, lineAt(text, offset), language)
  return sentences.findLast(({ start }) => start <= offset) ?? sentences[0] ?? null
}

/** The first sentence that begins at `offset` or after it; null where there is none. */
export function sentenceAfter(text: string, offset: number, language: string): Span | null {
  for (const sentences of partsFrom(text, offset, 1, 'sentence', language)) {
    const found = sentences.find(({ start }) => start >= offset)
    if (found) return found
  }
  return null
}

/** The last sentence that ends at `offset` or before it; null where there is none. */
export function sentenceBefore(text: string, offset: number, language: string): Span | null {
  for (const sentences of partsFrom(text, offset, -1, 'sentence', language)) {
    const found = sentences.findLast(({ end }) => end <= offset)
    if (found) return found
  }
  return null
}

/** What a text is stepped through by. */
export type Part = 'word' | 'sentence'

/** The parts of a line, and then of the lines after it (`step` 1) or before it (-1), from that of `offset` on. */
export function* partsFrom(
  text: string,
  offset: number,
  step: 1 | -1,
  part: Part,
  language: string,
): Generator<Span[]> {
  const partsIn = part === 'word' ? wordsIn : sentencesIn
  for (let line = lineAt(text, offset); ; ) {
    yield partsIn(text, line, language)
    const next = step === 1 ? line.end + 1 : line.start - 1
    if (next < 0 || next > text.length) return
    line = lineAt(text, next)
  }
}

/** The line that `offset` lies in, without white space at its ends; null where it is empty. */
export function paragraphAt(text: string, offset: number): Span | null {
  return trimmed(text, lineAt(text, offset))
}

/**
 * The next larger part around a span: word, clause, sentence, paragraph. From a paragraph it goes
 * nowhere: the same span comes back.
 */
export function grow(text: string, { start, end }: Span, language: string): Span {
  const last = Math.max(start, end - 1)
  const parts = [
    join(wordAt(text, start, language), wordAt(text, last, language)),
    join(clauseAt(text, start, language), clauseAt(text, last, language)),
    join(sentenceAt(text, start, language), sentenceAt(text, last, language)),
    join(paragraphAt(text, start), paragraphAt(text, last)),
  ]
  const larger = parts.find(
    part => part && part.start <= start && part.end >= end && part.end - part.start > end - start,
  )
  return larger ?? { start, end }
}

/** The same span with the words that its ends cut in two taken in whole; as it is where they cut none. */
export function wholeWords(text: string, { start, end }: Span, language: string): Span {
  const cutAt = (offset: number) => {
    const word = wordAt(text, offset, language)
    return word && word.start < offset && offset < word.end ? word : null
  }
  return { start: cutAt(start)?.start ?? start, end: cutAt(end)?.end ?? end }
}

/**
 * Every span that growing from `from` (a caret where it is empty) leads to, `from` itself first and the
 * paragraph last.
 */
export function wayOut(text: string, from: Span, language: string): Span[] {
  const way = [from]
  for (let now = from; ; ) {
    const next = grow(text, now, language)
    if (isSame(next, now)) return way
    way.push(next)
    now = next
  }
}

/**
 * The part that a span grew out of on the way from `from`; where it did not, the largest smaller part at
 * its beginning. Null where nothing is smaller.
 */
export function shrink(text: string, span: Span, from: Span | null, language: string): Span | null {
  const way = from ? wayOut(text, from, language) : []
  const at = way.findIndex(each => isSame(each, span))
  if (at >= 0) return way[at - 1] ?? null
  const { start, end } = span
  const parts = wayOut(text, { start, end: start }, language)
  return (
    parts.findLast(each => each.start >= start && each.end <= end && !isSame(each, span)) ?? null
  )
}

/** Whether growing from `from` leads to this very span. */
export function isOnWay(text: string, span: Span, from: Span, language: string): boolean {
  return wayOut(text, from, language).some(each => isSame(each, span))
}

/**
 * A selection as it was meant: without white space, and without a quotation mark or bracket at one end
 * whose other half is not selected; never half a character. Null where nothing is left.
 */
export function tidy(text: string, span: Span): Span | null {
  let tidied = trimmed(text, span)
  while (tidied) {
    const next = withoutOpenHalf(text, tidied)
    if (next === tidied) return extendToMarks(text, tidied)
    tidied = trimmed(text, next)
  }
  return null
}

/**
 * Whether a sentence goes on after a point that looks like its end: what comes next is a small letter, or
 * the point belongs to a title, an initial or an ordinal. `sentence` reaches to the point and any space
 * after it, `rest` begins behind that; a few words of either do.
 */
export function goesOn(sentence: string, rest: string): boolean {
  if (/^[\p{Ll}]/u.test(rest)) return true
  if (titles.test(sentence) || initial.test(sentence)) return true
  return ordinal.test(sentence) && /^\p{L}/u.test(rest)
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${granularity} ${language}`
  const known = segmenters.get(key)
  if (known) return known
  const locale = Intl.Segmenter.supportedLocalesOf([language])[0] ?? 'en'
  const made = new Intl.Segmenter(locale, { granularity })
  segmenters.set(key, made)
  return made
}

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    lines.push({ start, end })
    start = end + 1
  }
  return lines
}

function lineAt(text: string, offset: number): Span {
  const at = Math.min(Math.max(0, offset), text.length)
  const end = text.indexOf('\n', at)
  const start = at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0
  return { start, end: end < 0 ? text.length : end }
}

function wordsIn(text: string, { start, end }: Span, language: string): Span[] {
  const segments = segmenterFor(language, 'word').segment(text.slice(start, end))
  return Array.from(segments)
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }))
}

function sentencesIn(text: string, { start, end }: Span, language: string): Span[] {
  const line = text.slice(start, end)
  const sentences: Span[] = []
  let from = 0
  for (const { index, segment } of segmenterFor(language, 'sentence').segment(line)) {
    const to = index + segment.length
    if (to < line.length && goesOn(line.slice(from, to), line.slice(to))) continue
    sentences.push({ start: start + from, end: start + to })
    from = to
  }
  return sentences.flatMap(each => trimmed(text, each) ?? []).filter(each => isSaid(text, each))
}

/** Points alone (a row of asterisks, say) say nothing. */
function isSaid(text: string, { start, end }: Span): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end))
}

/**
 * Words before which a sentence does not end: titles and the like, which stand before a name or number.
 * What may end a sentence as well ("etc.", "Inc.") is not among them.
 */
const titles =
  /(?:^|[\s("'“‘«„])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Sen|Rep|Gov|Pres|Rev|Hon|St|No|Nos|Art|Fig|Vol|pp?|vs|approx|ca|cf|e\.g|i\.e|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Nr|Hr|Fr|bzw|vgl|z\.\s?B|d\.\s?h|Abs|M|MM|Mme|Mlle|Sra?|Srta|D|Dña|Ud|г|гг|т\.\s?е|т\.\s?д|им|см|ст|стр|д-р|проф|ген)\.\s*$/u

/** One capital and a point: the initial of a name ("J. Stoltenberg", "George W. Bush"). */
const initial = /(?:^|[\s("'“‘«„.-])\p{Lu}\.\s*$/u

/** A number and a point before a name of a month or thing, where languages write ordinals so ("3. Oktober"). */
const ordinal = /(?:^|\s)\p{Nd}{1,2}\.\s*$/u

/** Where a clause ends: a point between clauses with a space after it, a dash between spaces, a bracket. */
const clauseEnds = /[,;:،؛、，；：](?=\s|[”»"’)]|$)|[、，；：]|\s[—–-](?=\s)|—|[()[\]]/gu

function clauseAt(text: string, offset: number, language: string): Span | null {
  const sentence = sentenceAt(text, offset, language)
  if (!sentence) return null
  let { start } = sentence
  for (const found of text.slice(sentence.start, sentence.end).matchAll(clauseEnds)) {
    const at = sentence.start + found.index
    if (at >= offset) return trimmed(text, { start, end: at }) ?? sentence
    start = at + found[0].length
  }
  return trimmed(text, { start, end: sentence.end })
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}

function join(a: Span | null, b: Span | null): Span | null {
  if (!a || !b) return a ?? b
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}

function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  const tail = words.length - words.trimEnd().length
  return lead === words.length ? null : { start: start + lead, end: end - tail }
}

/** Opening marks and their closing halves; a mark that opens and closes alike is its own half. */
const halves: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['„', '“'],
  ['‚', '‘'],
  ['「', '」'],
  ['『', '』'],
  ['(', ')'],
  ['[', ']'],
  ['"', '"'],
  ["'", "'"],
]

/** The span without one mark at its end whose half is not in it; the very same span where there is none. */
function withoutOpenHalf(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end)
  const [first, last] = [words[0] ?? '', words.at(-1) ?? '']
  const opened = halves.filter(([open]) => open === first)
  if (opened.length > 0 && opened.every(([, close]) => !words.slice(1).includes(close)))
    return { start: span.start + 1, end: span.end }
  const closed = halves.filter(([, close]) => close === last)
  if (closed.length > 0 && closed.every(([open]) => !words.slice(0, -1).includes(open)))
    return { start: span.start, end: span.end - 1 }
  return span
}
