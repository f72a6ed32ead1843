import { describe, expect, it } from 'vitest'
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
