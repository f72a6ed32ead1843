import { describe, expect, it } from 'vitest'
import { expectNext } from '@/tests/bench/anchoring/speed'
import { composeText, generatePair, spreadSpans } from '@/tests/bench/anchoring/speed-texts'

const page = (source: string, length: number) => ({
  lang: 'en',
  source,
  old: 'word '.repeat(length / 5),
  new: 'other '.repeat(length / 5),
})
const set = { name: 'x', pairs: [page('a', 2_000), page('b', 2_500), page('a', 500)], cases: [] }

describe('composeText', () => {
  it.each(['few', 'many'] as const)('comes near the size with %s edits, twice the same', edits => {
    const text = composeText([set], 20_000, edits)
    expect(text.old.length).toBeGreaterThan(19_000)
    expect(text.old.length).toBeLessThanOrEqual(20_000)
    expect(text.new).not.toBe(text.old)
    expect(composeText([set], 20_000, edits)).toEqual(text)
  })

  it('takes each page once, and generates the rest', () => {
    expect(composeText([set], 5_000, 'many').origin).toBe('2 real pages, 1 generated')
    expect(composeText([], 5_000, 'many').origin).toBe('0 real pages, 1 generated')
  })
})

describe('generatePair', () => {
  it('writes the same for the same seed, another for another', () => {
    expect(generatePair(1, 3_000)).toEqual(generatePair(1, 3_000))
    expect(generatePair(1, 3_000).old).not.toBe(generatePair(2, 3_000).old)
  })

  it('edits most sentences not at all', () => {
    const { old, new: edited } = generatePair(3, 50_000)
    const before = old.split('. ')
    const after = new Set(edited.split('. '))
    const kept = before.filter(sentence => after.has(sentence)).length / before.length
    expect(kept).toBeGreaterThan(0.8)
    expect(kept).toBeLessThan(0.95)
  })
})

describe('spreadSpans', () => {
  it.each([
    ['words', 'Some words and 🙂 others. '.repeat(200)],
    ['text without spaces', '文字の🙂列'.repeat(1_000)],
    ['one long word', 'x'.repeat(5_000)],
  ])('stays in %s, in order, and halves no character', (_, text) => {
    const spans = spreadSpans(text, 200)
    expect(spans).toHaveLength(200)
    for (const { start, end } of spans) {
      expect(start).toBeLessThan(end)
      expect(end).toBeLessThanOrEqual(text.length)
      expect(() => encodeURIComponent(text.slice(start, end))).not.toThrow()
    }
    expect(spans).toEqual([...spans].sort((one, other) => one.start - other.start))
  })
})

describe('expectNext', () => {
  it.each([
    ['nothing of the first size', [], 0],
    ['ten times as much after one', [5], 50],
    ['as much more as last time', [5, 500], 50_000],
    ['ten times as much where it grew less', [5, 10], 100],
    ['no end after one that was left out', [5, 'left out'], Number.POSITIVE_INFINITY],
    ['no end after one that gave up', ['gave up'], Number.POSITIVE_INFINITY],
  ] as const)('expects %s', (_, times, expected) => {
    expect(expectNext([...times])).toBe(expected)
  })
})
