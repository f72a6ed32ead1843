import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgePlacement } from '@/lib/domain/anchoring/carrying'
import { placeThrough } from '@/lib/domain/anchoring/revisions'

const before = 'The ferry to Orr was late again in the spring. '
const after = ' Nobody on the quay was surprised by that.'
const around = (middle: string) => `${before}${middle}${after}`
const wordings = [
  'Of the ten ferries nine were overhauled by the state yard last winter.',
  'Of the ten ferries seven were repaired by the state yard last winter.',
  'Of the twelve boats seven were repaired by a foreign yard last winter.',
  'Among twelve boats just two had been mended at a foreign wharf in autumn.',
].map(around)
const spanIn = (text: string) => ({ start: before.length, end: text.length - after.length })

describe('through the revisions between', () => {
  it('words are followed that changed beyond knowing', () => {
    const [first, last] = [wordings[0] as string, wordings[3] as string]
    const [straight] = placeThrough([first, last], [spanIn(first)])
    expect(straight?.kind).toBe('lost')
    const [through] = placeThrough(wordings, [spanIn(first)])
    expect(through).toEqual({ kind: 'changed', ...spanIn(last) })
  })

  it('words that went and came back are the same', () => {
    const first = wordings[0] as string
    const [through] = placeThrough([first, around(''), first], [spanIn(first)])
    expect(through).toEqual({ kind: 'kept', ...spanIn(first) })
  })

  it('words that changed and were changed back are the same', () => {
    const [first, second] = [wordings[0] as string, wordings[1] as string]
    const newer = `New first words here.\n${first}`
    const [through] = placeThrough([first, second, newer], [spanIn(first)])
    expect(through).toMatchObject({ kind: 'kept' })
  })

  it('one text alone is no history', () => {
    expect(() => placeThrough(['one'], [])).toThrow(RangeError)
  })
})

/** Wordings of one place, each a part of others or with a part of them. */
const values = [
  '4',
  '4.1',
  '45',
  '-4',
  '4,000',
  '4%',
  '€4',
  'can',
  'can’t',
  'employed',
  'un-employed',
]

describe('words that became part of another word or number in between', () => {
  const sentence = (value: string) => `They wrote in the end that ${value} people were seen there.`
  const spanOf = (text: string, value: string) => {
    const start = text.indexOf(value)
    return { start, end: start + value.length }
  }

  it.each([
    ['4', '4.1'],
    ['4', '4,000'],
    ['4', '-4'],
    ['can', 'can’t'],
    ['employed', 'un-employed'],
    ['rose to 4', 'rose to 4.1'],
  ])('are not kept, however many revisions come after: %s, then %s', (first, later) => {
    const texts = [sentence(first), sentence(later), `${sentence(later)} Nobody minded.`]
    const last = `New words came before. ${texts[2]}`
    for (const chain of [texts, [...texts, last]]) {
      const text = chain.at(-1) as string
      const [through] = placeThrough(chain, [spanOf(sentence(first), first)])
      if (!through) throw new Error('It has no place.')
      const judged = judgePlacement(first, text, through, 'en', null)
      expect(judged).toMatchObject({ placement: 'changed', span: spanOf(text, later) })
    }
  })

  it('are the same only where they are it in the last', () => {
    const value = fc.constantFrom(...values)
    const step = fc.tuple(value, fc.boolean(), fc.boolean())
    fc.assert(
      fc.property(value, fc.array(step, { minLength: 2, maxLength: 4 }), (first, steps) => {
        const later = steps.map(([now, isBefore, isAfter]) => ({
          now,
          text: `${isBefore ? 'It began so. ' : ''}${sentence(now)}${isAfter ? ' Nobody minded.' : ''}`,
        }))
        const texts = [sentence(first), ...later.map(({ text }) => text)]
        const [through] = placeThrough(texts, [spanOf(sentence(first), first)])
        if (!through) throw new Error('It has no place.')
        const { placement } = judgePlacement(first, texts.at(-1) as string, through, 'en', null)
        const isSame = placement === 'kept' || placement === 'moved'
        expect(isSame && later.at(-1)?.now !== first).toBe(false)
      }),
      { numRuns: 400 },
    )
  })
})
