import type { Span } from '@/lib/domain/anchoring/anchors'
import type { BenchSet, Pair } from './data'

/** Two wordings of one long text. */
export interface SpeedText {
  edits: 'few' | 'many'
  old: string
  new: string
  /** What the text is made of: for the report. */
  origin: string
}

/** What is left of a size below this stays unfilled: two sentences. */
const least = 300

/**
 * A text of about `size` characters: real pages one after another; where they do not suffice, generated
 * ones. `many`: with all the edits that were made to these pages; `few`: with three of ours, as when a
 * newsroom corrects a report. The same data give the same text.
 */
export function composeText(sets: BenchSet[], size: number, edits: SpeedText['edits']): SpeedText {
  const chosen: Pair[] = []
  let left = size
  const take = (page: Pair) => {
    if (page.old.length > left) return
    chosen.push(page)
    left -= page.old.length + 1
  }
  for (const page of listPages(sets)) take(page)
  const real = chosen.length
  for (let seed = 1; left > least; seed++) take(generatePair(seed, Math.min(left, 8_000)))
  const old = chosen.map(page => page.old).join('\n')
  const edited = edits === 'many' ? chosen.map(page => page.new).join('\n') : correct(old)
  return {
    edits,
    old,
    new: edited,
    origin: `${real} real pages, ${chosen.length - real} generated`,
  }
}

/** A note above the text, another word in its middle, and some words less near its end. */
function correct(text: string): string {
  const middle = findEdge(text, Math.floor(text.length / 2), /(?<=\s)\S/g)
  const late = findEdge(text, Math.floor(text.length * 0.9), /(?<=\s)\S/g)
  const body = `${text.slice(0, middle)}corrected ${text.slice(middle + 8, late)}${text.slice(late + 80)}`
  return `Correction: an earlier version of this report gave a wrong figure.\n\n${body}`
}

/** Each page once: a set may hold many revisions of one, and a text of those would repeat itself. */
function listPages(sets: BenchSet[]): Pair[] {
  const pages = new Map<string, Pair>()
  const largestFirst = [...sets].sort((one, other) => other.pairs.length - one.pairs.length)
  for (const { pairs } of largestFirst)
    for (const pair of pairs) if (!pages.has(pair.source)) pages.set(pair.source, pair)
  return [...pages.values()]
}

/** Characters from the start of a span to where its last word ends: a word or two, a clause, a sentence. */
const lengths = [12, 30, 60, 120]

/** `count` spans, evenly spread, from the start of a word to the end of one where there are words. */
export function spreadSpans(text: string, count: number): Span[] {
  return Array.from({ length: count }, (_, at) => {
    const middle = Math.floor(((at + 0.5) * (text.length - 200)) / count)
    const start = findEdge(text, middle, /(?<=\s)\S/g)
    const end = findEdge(text, start + (lengths[at % lengths.length] ?? 0), /(?<=\S)\s/g)
    return { start, end: Math.max(end, start + 1) }
  })
}

/** The first match of `edge` in the forty characters from `from`; without one, as in Chinese, `from` itself. */
function findEdge(text: string, from: number, edge: RegExp): number {
  edge.lastIndex = from
  const found = edge.exec(text.slice(0, from + 40))
  const at = found ? found.index : from
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at
}

/** Sentences of invented words, about `size` characters, and an edit of them; the same for the same seed. */
export function generatePair(seed: number, size: number): Pair {
  const random = newRandom(seed)
  const old: string[] = []
  const edited: string[] = []
  // A sentence is seldom longer than this, so the page fits.
  for (let length = 0; length < size - 150; ) {
    const sentence = generateSentence(random)
    length += sentence.length + 1
    old.push(sentence)
    edited.push(...edit(sentence, random))
  }
  return { lang: '-', source: `generated ${seed}`, old: old.join(' '), new: edited.join(' ') }
}

/** One sentence in forty goes, one in forty comes, one in ten has another word: about what editors do to a page. */
function edit(sentence: string, random: () => number): string[] {
  const chance = random()
  if (chance < 1 / 40) return []
  if (chance < 2 / 40) return [sentence, generateSentence(random)]
  if (chance > 0.9) return [sentence.replace(/ \S+/, () => ` ${generateWord(random)}`)]
  return [sentence]
}

function generateSentence(random: () => number): string {
  const words = Array.from({ length: 6 + Math.floor(random() * 12) }, () => generateWord(random))
  return `${words.join(' ')}.`
}

const syllables = 'ka ro mi ten su la por ve dan ni he go sta lu ber ti an or es wi'.split(' ')

/** One of some eight thousand words, a few of them very often, as words are. */
function generateWord(random: () => number): string {
  let rank = Math.floor(syllables.length ** (3 * random() ** 1.3))
  let word = ''
  for (; rank > 0; rank = Math.floor(rank / syllables.length))
    word += syllables[rank % syllables.length]
  return word
}

/** mulberry32: small, and the same everywhere. From 0 up to 1. */
function newRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
