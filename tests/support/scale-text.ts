import type { Span } from '@/lib/domain/anchoring/anchors'
import type { Block } from '@/lib/domain/articles'

/** How large an article is. The same size and seed make the same article. */
export interface Size {
  words: number
  notes: number
  seed?: number
}

/** An invented article of any length: sub-headings, paragraphs, quotes and lists, in about the words of a paper. */
export function scaleBlocks({ words, seed = 1 }: Size): Block[] {
  const random = randomFrom(seed)
  const blocks: Block[] = []
  for (let left = words; left > 0; ) {
    const kind = kindAt(blocks.length)
    const text = passage(random, kind, left)
    blocks.push({ kind, text })
    left -= countWords(text)
  }
  return blocks
}

/** What notes rest on: one stretch, or two. */
export type Places = [Span, ...Span[]]

/**
 * The places of `notes` notes, spread over the whole text: most of a few words; some nested, identical,
 * overlapping, across paragraphs, or of two places.
 */
export function scalePlaces(text: string, { notes, seed = 1 }: Size): Places[] {
  const random = randomFrom(seed + 1)
  const words = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }))
  const run = (first: number, count: number): Span => {
    const from = Math.min(Math.max(0, first), words.length - 1)
    const to = Math.min(from + count, words.length) - 1
    return { start: words[from]?.start ?? 0, end: words[to]?.end ?? text.length }
  }
  return Array.from({ length: notes }, (_, index): Places => {
    const first = Math.floor((index + random() * 0.8) * (words.length / notes))
    const place = run(first, 3 + Math.floor(random() * 10))
    switch (index % 25) {
      case 5:
        return [run(first, 40 + Math.floor(random() * 40))]
      case 6:
        return [run(first - 2, 16)]
      case 10:
      case 11:
        return [run(Math.floor((index - (index % 25)) * (words.length / notes)), 6)]
      case 20:
        return [place, run(first + 120, 4)]
      default:
        return [place]
    }
  })
}

/** Numbers from 0 to 1, the same ones for the same seed (Mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function pick<T>(random: () => number, [first, ...rest]: readonly [T, ...T[]]): T {
  const index = Math.floor(random() * (rest.length + 1))
  return rest[index - 1] ?? first
}

/** A section of twenty blocks: its heading, paragraphs, and among them a quote and a list. */
function kindAt(index: number): Block['kind'] {
  const at = index % 20
  if (at === 0) return 'heading'
  if (at === 9) return 'quote'
  if (at === 10) return 'attribution'
  return at === 15 || at === 16 ? 'item' : 'paragraph'
}

function passage(random: () => number, kind: Block['kind'], limit: number): string {
  if (kind === 'heading')
    return cut(`The ${pick(random, things)} of ${pick(random, places)}`, limit)
  if (kind === 'attribution') return cut(`${pick(random, people)}, ${pick(random, days)}`, limit)
  const sentences = kind === 'paragraph' ? 2 + Math.floor(random() * 4) : 1
  const text = Array.from({ length: sentences }, () => capital(sentence(random))).join(' ')
  return cut(text, limit)
}

function sentence(random: () => number): string {
  const figure = Math.floor(random() * 900) + 12
  const [who, where, what] = [pick(random, people), pick(random, places), pick(random, things)]
  const end = `${pick(random, verbs)} ${figure} ${what} ${pick(random, days)}`
  return pick(random, [
    `${who} ${end}, and ${pick(random, people)} said that ${where} had never seen as many.`,
    `In ${where} the council ${end}; the year before it had been ${figure + 7}.`,
    `“Nobody in ${where} was asked,” said ${who}, who ${end}.`,
    `By the figures of ${where}, ${who} ${end}, which is ${Math.floor(random() * 80) + 3} per cent more.`,
    `The ${what} of ${where} are older than the treaty, although ${who} ${end}.`,
  ])
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function cut(text: string, words: number): string {
  return text.split(' ').slice(0, words).join(' ')
}

function countWords(text: string): number {
  return text.split(' ').length
}

const people = [
  'the mayor',
  'the harbour master',
  'Councillor Adeyemi',
  'the ministry',
  'a spokesman for the railway',
  'Dr Halvorsen',
  'the union',
] as const
const places = [
  'Alderwick',
  'the northern district',
  'Port Sable',
  'Marrow Island',
  'the old town',
  'Easter Ferry',
] as const
const things = [
  'ferries',
  'permits',
  'households',
  'letters of complaint',
  'hectares of marsh',
  'school places',
  'lamps',
] as const
const verbs = ['counted', 'promised', 'lost', 'inspected', 'paid for', 'reported'] as const
const days = [
  'in March',
  'last autumn',
  'before the election',
  'within a week',
  'on Monday',
  'between 2019 and 2024',
] as const
