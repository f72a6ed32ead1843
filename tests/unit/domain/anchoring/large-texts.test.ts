import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { compareTexts } from '@/lib/domain/anchoring/comparison'
import { walk } from '@/lib/domain/anchoring/greedy-walk'
import { type Placement, type PlacementKind, placeSpans } from '@/lib/domain/anchoring/placements'
import { alignSmall } from '@/lib/domain/anchoring/small-alignment'

// The two places where work may grow faster than the texts: both are counted, and still do their work.
// Loaded anew: what another file of this worker has loaded is not counted. And for the next one, too.
vi.hoisted(() => vi.resetModules())
vi.mock('@/lib/domain/anchoring/greedy-walk', { spy: true })
vi.mock('@/lib/domain/anchoring/small-alignment', { spy: true })

// What is counted decides, not how busy the machine is.
vi.setConfig({ testTimeout: 120_000 })
afterEach(() => void vi.clearAllMocks())
afterAll(() => {
  vi.doUnmock('@/lib/domain/anchoring/greedy-walk')
  vi.doUnmock('@/lib/domain/anchoring/small-alignment')
  vi.resetModules()
})

/** Pairs of words compared since the test began: cells of all small alignments, and steps of all walks. */
function countCompared(): number {
  const cells = vi
    .mocked(alignSmall)
    .mock.calls.map(([, , gap]) => (gap.olderTo - gap.olderFrom) * (gap.newerTo - gap.newerFrom))
  const steps = vi
    .mocked(walk)
    .mock.results.map(result => (result.type === 'return' ? result.value.work : 0))
  return [...cells, ...steps].reduce((sum, each) => sum + each, 0)
}

/** 4,000,000 comparisons are granted to any text, and some 30 to each word; a little is begun before that is known. */
const granted = (older: string, newer: string) => 5_000_000 + 32 * (wordsIn(older) + wordsIn(newer))

const wordsIn = (text: string) => text.split(/\s/).length

const size = 5_000_000

/** Lines of twelve of 5,000 words, about `length` characters; those of two `letters` have nothing in common. */
function linesOf(letters: string, length: number): string[] {
  const words = Array.from({ length: 5000 }, (_, rank) =>
    [...rank.toString(4)].map(digit => letters[Number(digit)]?.repeat(2)).join(''),
  )
  const lines: string[] = []
  for (let at = 0, left = length; left > 0; ) {
    let line = ''
    // Multiplied by 2^32 / phi: an order that does not repeat itself soon.
    for (const end = at + 12; at < end; at++)
      line += `${words[(Math.imul(at, 0x9e3779b1) >>> 8) % 5000]} `
    lines.push(line)
    left -= line.length + 1
  }
  return lines
}

/** Spans of twenty characters, all through a text. */
const spansThrough = (text: string, count: number): Span[] =>
  Array.from({ length: count }, (_, n) => {
    const start = Math.floor(((text.length - 20) * n) / count)
    return { start, end: start + 20 }
  })

const wordsAt = (text: string, span?: Span) => text.slice(span?.start, span?.end)

function kindsOf(placements: readonly Placement[]): Partial<Record<PlacementKind, number>> {
  const kinds: Partial<Record<PlacementKind, number>> = {}
  for (const { kind } of placements) kinds[kind] = (kinds[kind] ?? 0) + 1
  return kinds
}

describe('five megabytes', () => {
  const lines = linesOf('bdfg', size)
  const older = lines.join('\n')

  it('that are the same keep every span and have every row in common', () => {
    const newer = lines.join('\n')
    expect(kindsOf(placeSpans(older, newer, spansThrough(older, 2000)))).toEqual({ kept: 2000 })
    expect(compareTexts(older, newer).every(({ kind }) => kind === 'same')).toBe(true)
    expect(countCompared()).toBe(0)
  })

  it('that were edited here and there keep the spans that were not', () => {
    const newer = lines.map((line, at) => (at % 1000 === 5 ? `new ${line}` : line)).join('\n')
    const spans = spansThrough(older, 2000).filter(span => !wordsAt(older, span).includes('\n'))
    const places = placeSpans(older, newer, spans).map(placement =>
      placement.kind === 'kept' ? newer.slice(placement.start, placement.end) : placement.kind,
    )
    expect(places.filter((place, index) => place !== wordsAt(older, spans[index]))).toEqual([])
    const rows = compareTexts(older, newer)
    expect(rows.filter(({ kind }) => kind === 'changed')).toHaveLength(
      Math.ceil((lines.length - 5) / 1000),
    )
    expect(rows.filter(({ kind }) => kind !== 'changed' && kind !== 'same')).toEqual([])
    expect(countCompared()).toBeLessThan(1_000_000)
  })

  it('that have nothing in common lose all, in work that grows as they do', () => {
    const newer = linesOf('klmn', size).join('\n')
    expect(kindsOf(placeSpans(older, newer, spansThrough(older, 2000)))).toEqual({ lost: 2000 })
    expect(countCompared()).toBeGreaterThan(0)
    expect(countCompared()).toBeLessThan(granted(older, newer))
  })

  it('that have nothing in common have no row in common, in work that grows as they do', () => {
    const newer = linesOf('klmn', size).join('\n')
    const kinds = new Set(compareTexts(older, newer).map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['added', 'removed'])
    expect(countCompared()).toBeGreaterThan(0)
    expect(countCompared()).toBeLessThan(granted(older, newer))
  })
})

describe('other words between lines that are the same', () => {
  it('are compared in no more work than they are granted', () => {
    // Forty lines are some 480 words: few enough to be aligned word by word, if that is done seldom.
    const between = (letters: string) =>
      linesOf(letters, 1_000_000)
        .map((line, at) => (at % 40 === 0 ? `Chapter ${at} of the same book` : line))
        .join('\n')
    const [older, newer] = [between('bdfg'), between('klmn')]
    expect(compareTexts(older, newer).some(({ kind }) => kind === 'same')).toBe(true)
    expect(countCompared()).toBeLessThan(granted(older, newer))
  })
})

describe('a word of a megabyte', () => {
  const word = `x${'ab'.repeat(500_000)}`
  const spans = spansThrough(word, 200)

  it('that is still there keeps the spans inside it', () => {
    const placements = placeSpans(`It began. ${word}`, `Then it began. ${word}`, [
      ...spans.map(({ start, end }) => ({ start: start + 10, end: end + 10 })),
      { start: 10, end: 10 + word.length },
    ])
    expect(kindsOf(placements)).toEqual({ kept: 201 })
    expect(placements.at(-1)).toEqual({ kind: 'kept', start: 15, end: 15 + word.length })
  })

  it('that became another loses them', () => {
    const placements = placeSpans(`${word} end`, `y${word} end`, [
      ...spans,
      { start: word.length + 1, end: word.length + 4 },
    ])
    expect(kindsOf(placements)).toEqual({ lost: 200, kept: 1 })
  })

  it('is one row of each text', () => {
    expect(compareTexts(word, `y${word}`).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})

describe('a text of nothing but white space', () => {
  it('has spans that may be anywhere but at its start once some of it went', () => {
    const [older, newer] = [' '.repeat(1_000_000), ' '.repeat(900_000)]
    const placements = placeSpans(older, newer, spansThrough(older, 2000))
    expect(kindsOf(placements)).toEqual({ kept: 1, ambiguous: 1799, lost: 200 })
  })

  it('is gone through once, however many spans it has', () => {
    const [older, newer] = [' '.repeat(30_000), ' '.repeat(27_000)]
    const native = String.prototype.charCodeAt
    let read = 0
    const spy = vi.spyOn(String.prototype, 'charCodeAt').mockImplementation(function (
      this: string,
      at: number,
    ) {
      read++
      return native.call(this, at)
    })
    placeSpans(older, newer, spansThrough(older, 300))
    spy.mockRestore()
    expect(read).toBeLessThan(20 * older.length)
  })

  it('has rows for its lines', () => {
    const kinds = compareTexts('\n'.repeat(20_000), '\n'.repeat(18_000)).map(({ kind }) => kind)
    expect(kinds.filter(kind => kind === 'same')).toHaveLength(18_001)
    expect(kinds.filter(kind => kind === 'removed')).toHaveLength(2000)
  })
})

describe('very many combining marks on one letter', () => {
  const [acute, below] = ['\u0301', '\u0323']
  const marks = (count: number) => `${acute}${below}`.repeat(count)
  const older = `It began. a${marks(100_000)} It ended.`

  it('keep their spans where nothing about them changed', () => {
    const spans = spansThrough(older, 200)
    const newer = older.replace('ended', 'ended then')
    const kept = placeSpans(older, newer, spans).filter(({ kind }) => kind === 'kept')
    expect(kept.length).toBeGreaterThanOrEqual(199)
  })

  it('never keep a span that cuts them where they changed', () => {
    const newer = `So it began. a${marks(100_001)} It ended.`
    const spans = spansThrough(older, 2000).slice(1, -1)
    for (const { kind } of placeSpans(older, newer, spans))
      expect(['changed', 'lost']).toContain(kind)
  })
})

describe('lone surrogates', () => {
  /** Halves of characters in an order that does not repeat itself soon. */
  const halves = (first: number, count: number) =>
    Array.from({ length: count }, (_, n) =>
      String.fromCharCode(first + ((Math.imul(n, 0x9e3779b1) >>> 12) % 512)),
    ).join('')

  it('against others lose all of two thousand spans', () => {
    const [older, newer] = [halves(0xd800, 100_000), halves(0xda00, 100_000)]
    expect(kindsOf(placeSpans(older, newer, spansThrough(older, 2000)))).toEqual({ lost: 2000 })
    expect(compareTexts(older, newer).map(({ kind }) => kind)).toEqual(['removed', 'added'])
    expect(countCompared()).toBeLessThan(2 * (5_000_000 + 32 * 200_000))
  })

  it('that are still there keep them', () => {
    const older = halves(0xd800, 100_000)
    const newer = `It began. ${older}`
    const placements = placeSpans(older, newer, spansThrough(older, 2000))
    for (const [index, { start, end }] of spansThrough(older, 2000).entries())
      expect(placements[index]).toEqual({ kind: 'kept', start: start + 10, end: end + 10 })
  })
})
