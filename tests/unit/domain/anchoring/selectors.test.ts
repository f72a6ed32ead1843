import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeAnchor } from '@/lib/domain/anchoring/anchors'
import { isSameWords } from '@/lib/domain/anchoring/folding'
import type { Placement } from '@/lib/domain/anchoring/placements'
import { placeSelectors } from '@/lib/domain/anchoring/selectors'

const text = `The reservoir above Tarn held less than a third of its water in August.
Farmers were told to stop watering maize. The minister called the summer unusual.
The minister called the winter unusual. In Tarn the fountains were turned off.`

function anchorOf(words: string, nth = 0) {
  let start = text.indexOf(words)
  for (let count = 0; count < nth; count++) start = text.indexOf(words, start + 1)
  return describeAnchor(text, { start, end: start + words.length })
}

function place(newer: string, words: string, nth = 0): Placement {
  return placeSelectors(newer, [anchorOf(words, nth)])[0] as Placement
}

describe('with the selector only', () => {
  it('words are found behind others', () => {
    const newer = `A new first line.\n${text}`
    const start = newer.indexOf('less than a third')
    expect(place(newer, 'less than a third')).toEqual({
      kind: 'kept',
      start,
      end: start + 'less than a third'.length,
    })
  })

  it('of two equal sentences the one with the same surroundings is meant', () => {
    const newer = `Words before.\n${text}`
    const placement = place(newer, 'The minister called the', 1)
    expect(placement).toMatchObject({
      kind: 'kept',
      start: newer.lastIndexOf('The minister called the'),
    })
  })

  it('edited words are changed', () => {
    const newer = text.replace('less than a third of its', 'less than half of its')
    const placement = place(newer, 'held less than a third of its water')
    expect(placement.kind).toBe('changed')
    if ('start' in placement)
      expect(newer.slice(placement.start, placement.end)).toBe('held less than half of its water')
  })

  it('a short quote is not found by its words alone', () => {
    const newer = 'Elsewhere the same was said. It was unusual, and there were many other things.'
    expect(place(newer, 'unusual')).toMatchObject({ kind: 'lost' })
  })

  it('two places with the same surroundings are ambiguous', () => {
    const paragraph = text.split('\n')[1] as string
    const filler = 'Something else was there. '.repeat(3)
    const newer = [filler, paragraph, filler, paragraph, filler].join('\n')
    expect(place(newer, 'stop watering maize').kind).toBe('ambiguous')
  })

  it('nothing is found in an empty text', () => {
    expect(place('', 'maize')).toEqual({ kind: 'lost', near: 0 })
  })

  it('words that became part of others are changed', () => {
    const [placement] = placeSelectors('Unemployment in the region of Tarn rose to 45', [
      { start: 43, end: 44, quote: '4', prefix: 'ment in the region of Tarn rose to ', suffix: '' },
    ])
    expect(placement?.kind).not.toBe('kept')
  })

  it.each([
    { start: -5, end: 3 },
    { start: Number.NaN, end: 3 },
    { start: 3, end: 9 },
    { start: 999, end: 1000 },
  ])('an anchor with offsets that are none has a defined result: %o', offsets => {
    for (const quote of ['', 'nowhere to be found']) {
      const anchor = { ...offsets, quote, prefix: '', suffix: '' }
      const [placement] = placeSelectors('😀😀😀😀', [anchor])
      expect(placement).toMatchObject({ kind: 'lost' })
      const near = placement && 'near' in placement ? placement.near : -1
      expect(near % 2).toBe(0)
      expect(near).toBeLessThanOrEqual(8)
    }
  })

  it('whatever the texts, offsets are valid, and words the same where that is said', () => {
    const word = fc.constantFrom(...'maize water 3 third the of . , 水 é 😀 no'.split(' '))
    const words = fc.array(word, { maxLength: 40 }).map(list => list.join(' '))
    fc.assert(
      fc.property(words, words, fc.nat(), fc.nat(20), (older, newer, at, length) => {
        const start = older.length ? at % older.length : 0
        const end = Math.min(older.length, start + 1 + length)
        if (start >= end) return
        const anchor = describeAnchor(older, { start, end })
        for (const placement of placeSelectors(newer, [anchor])) {
          if (!('start' in placement)) continue
          expect(placement.end).toBeGreaterThan(placement.start)
          expect(placement.end).toBeLessThanOrEqual(newer.length)
          const isSame = isSameWords(anchor.quote, newer.slice(placement.start, placement.end))
          expect(placement.kind).toBe(isSame ? 'kept' : 'changed')
        }
      }),
      { numRuns: 500 },
    )
  })
})
