import { describe, expect, it } from 'vitest'
import { carrySpans } from '@/tests/bench/anchoring/engines/carrying'
import { roster } from '@/tests/bench/anchoring/engines/roster'

const older = 'Prices fell. Output rose by four per cent last year, the ministry said.'
const newer = 'A correction stands below. Prices fell. Output rose by four per cent last year.'

describe('carrySpans', () => {
  // “one two three four” -> “one 2 three, four”
  const pieces = [
    { kind: 'same' as const, text: 'one ' },
    { kind: 'gone' as const, text: 'two' },
    { kind: 'new' as const, text: '2' },
    { kind: 'same' as const, text: ' three' },
    { kind: 'new' as const, text: ',' },
    { kind: 'same' as const, text: ' four' },
  ]

  it.each([
    ['words that stayed', [0, 3], [0, 3]],
    ['words around a change', [0, 13], [0, 11]],
    ['the part that is left', [4, 13], [6, 11]],
    ['words around what came in', [8, 18], [6, 17]],
  ])('carries %s', (_, [start = 0, end = 0], [from, to]) => {
    expect(carrySpans(pieces, [{ start, end }])).toEqual([{ start: from, end: to }])
  })

  it('has no place for words that are gone, though the space around them is there', () => {
    expect(carrySpans(pieces, [{ start: 3, end: 8 }])).toEqual([null])
  })
})

describe.each(roster.filter(({ name }) => name !== 'position'))('$name', engine => {
  it('finds words that were pushed down', async () => {
    const quote = 'Output rose by four per cent'
    const start = older.indexOf(quote)
    const spans = [{ start, end: start + quote.length }]
    await engine.describe?.(older, spans)
    const places = await engine.place(older, newer, spans)
    const at = newer.indexOf(quote)
    expect(places).toEqual([{ start: at, end: at + quote.length }])
  })
})
