import { afterEach, describe, expect, it, vi } from 'vitest'
import { isSameWords } from '@/lib/domain/anchoring/folding'
import { placeSpans } from '@/lib/domain/anchoring/placements'

/** How many characters `run` has Unicode normalize, and the longest run of marks among them. */
function normalizing(run: () => void): { characters: number; marks: number } {
  const native = String.prototype.normalize
  let [characters, marks] = [0, 0]
  const spy = vi.spyOn(String.prototype, 'normalize').mockImplementation(function (
    this: string,
    form?: string,
  ) {
    characters += this.length
    for (const [run] of this.matchAll(/\p{M}{2,}/gu)) marks = Math.max(marks, [...run].length)
    return native.call(this, form)
  })
  run()
  spy.mockRestore()
  return { characters, marks }
}

afterEach(() => void vi.restoreAllMocks())

/** Spans of five characters, all through a stretch of the text. */
const spansThrough = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, n) => {
    const start = from + Math.floor(((to - from - 5) * n) / count)
    return { start, end: start + 5 }
  })

describe('the work for spans inside one long word', () => {
  const word = 'wharf'.repeat(40_000)
  const older = `It began. ${word} And it ended.`
  const newer = `Then it began. whar\u00adf${word.slice(5)} It has ended now.`

  it('grows as the text does, not as its square', () => {
    const spans = spansThrough(200, 100_000, 50)
    const { characters } = normalizing(() => {
      const placements = placeSpans(older, newer, spans)
      expect(placements.every(({ kind }) => kind === 'kept')).toBe(true)
    })
    expect(characters).toBeLessThan(12 * newer.length)
  })

  it('finds the very characters', () => {
    const [span] = spansThrough(200, 100_000, 1)
    const [placement] = placeSpans(older, newer, span ? [span] : [])
    expect(placement).toMatchObject({ kind: 'kept', start: 206, end: 211 })
  })
})

describe('the work for very many marks on one letter', () => {
  const [acute, below] = ['\u0301', '\u0323']
  const older = `It began. a${`${acute}${below}`.repeat(20_000)}b And it ended.`
  const newer = `It began. a${`${below}${acute}`.repeat(20_000)}b And it ended.`

  it('is that of few, for they are ordered by 64', () => {
    const { characters, marks } = normalizing(() => {
      placeSpans(older, newer, spansThrough(10, 20_000, 500))
    })
    expect(marks).toBeLessThanOrEqual(64)
    expect(characters).toBeLessThan(100 * newer.length)
  })

  it('leaves the words that have as many as people write what they are', () => {
    expect(isSameWords(`x${acute}${below}`, `x${below}${acute}`)).toBe(true)
    const many = 'o\u0302\u0323 '.repeat(100)
    expect(isSameWords(many, many.normalize('NFC'))).toBe(true)
  })
})
