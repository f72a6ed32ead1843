import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextLength, describeAnchor, findSpanFault, span } from '@/lib/domain/anchoring/anchors'
import { findUnstorable } from '@/lib/domain/text'

/** The text without its brackets, and the span that they marked. */
function marked(text: string) {
  const start = text.indexOf('[')
  return { text: text.replace(/[[\]]/g, ''), span: { start, end: text.indexOf(']') - 1 } }
}

describe('findSpanFault', () => {
  it.each([
    'a [word] here',
    '[all of it]',
    'a [🚢] here',
    'a [🚢 ship] here',
    // A base letter without its combining mark is a character of its own in Unicode; the person marked it.
    'caf[e]\u0301',
    'caf[e\u0301]',
    '👩[\u200d]👩',
    'مر[حبا] بكم',
    'two\n[lines\nof] text',
  ])('finds none in %j', example => {
    const { text, span } = marked(example)
    expect(findSpanFault(text, span)).toBeNull()
  })

  it.each([
    ['past the end', 'short', { start: 0, end: 6 }, 'These words are not in the article.'],
    ['far past the end', 'short', { start: 90, end: 99 }, 'These words are not in the article.'],
    [
      'from half a character',
      'a 🚢 b',
      { start: 3, end: 5 },
      'This selection cuts a character in half.',
    ],
    [
      'to half a character',
      'a 🚢 b',
      { start: 0, end: 3 },
      'This selection cuts a character in half.',
    ],
    [
      'white space',
      'a \n\u00a0 b',
      { start: 1, end: 5 },
      'Select at least one word; this is only white space.',
    ],
    [
      'four pages',
      'x'.repeat(10_001),
      { start: 0, end: 10_001 },
      'Select fewer words: at most 10,000 characters.',
    ],
  ])('names %s', (_what, text, place, words) => {
    expect(findSpanFault(text, place)).toBe(words)
  })
})

describe('a span', () => {
  it.each([
    [{ start: 0, end: 1 }, true],
    [{ start: 0, end: 0 }, false],
    [{ start: 2, end: 1 }, false],
    [{ start: -1, end: 1 }, false],
    [{ start: 0, end: 1.5 }, false],
    [{ start: 0, end: Number.POSITIVE_INFINITY }, false],
    [{ start: 0, end: 2 ** 53 }, false],
  ])('of %j is sound: %s', (place, sound) => {
    expect(span.safeParse(place).success).toBe(sound)
  })
})

describe('describeAnchor', () => {
  it('keeps the words and 32 characters either side', () => {
    const text = `${'a'.repeat(40)}WORDS${'b'.repeat(40)}`
    expect(describeAnchor(text, { start: 40, end: 45 })).toEqual({
      start: 40,
      end: 45,
      quote: 'WORDS',
      prefix: 'a'.repeat(32),
      suffix: 'b'.repeat(32),
    })
  })

  it('keeps less where the text begins or ends', () => {
    expect(describeAnchor('ab', { start: 0, end: 1 })).toMatchObject({ prefix: '', suffix: 'b' })
    expect(describeAnchor('ab', { start: 1, end: 2 })).toMatchObject({ prefix: 'a', suffix: '' })
  })

  it('is one piece of any text, with nothing cut in half', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, from, length) => {
        const start = from % whole.length
        const end = start + 1 + (length % (whole.length - start))
        fc.pre(findSpanFault(whole, { start, end }) === null)
        const { quote, prefix, suffix } = describeAnchor(whole, { start, end })
        expect(whole).toContain(prefix + quote + suffix)
        expect(whole.slice(start, end)).toBe(quote)
        for (const part of [quote, prefix, suffix])
          expect(findUnstorable(part)).not.toBe('lone_surrogate')
        expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(contextLength)
      }),
    )
  })
})
