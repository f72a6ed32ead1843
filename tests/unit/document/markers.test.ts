import { describe, expect, it } from 'vitest'
import { documentFromBlocks } from '@/lib/document/build'
import { listMarkerOf, withoutDash } from '@/lib/document/markers'

describe('listMarkerOf', () => {
  it.each([
    ['- word', { number: null, length: 2 }],
    ['•\u00A0word', { number: null, length: 2 }],
    ['– “word”', { number: null, length: 2 }],
    ['12. word', { number: 12, length: 4 }],
    ['3)  word', { number: 3, length: 4 }],
    ['-5 degrees', null],
    ['* * *', null],
    ['2015. A year', null],
    ['— a line of dialogue', null],
    ['word - word', null],
    ['- ', null],
  ])('reads %j', (line, marker) => {
    expect(listMarkerOf(line)).toEqual(marker)
  })
})

describe('withoutDash', () => {
  it.each(['— Helle', '–Helle', '-- Helle', 'Helle'])('leaves the name of %j', line => {
    expect(withoutDash(line)).toBe('Helle')
  })
})

describe('documentFromBlocks with marked lines', () => {
  const list = (...items: string[]) =>
    documentFromBlocks(items.map(text => ({ kind: 'item', text }))).content

  it('makes one bulleted list, without the bullets', () => {
    const found = list('- one', '• two', 'three')
    expect(found).toHaveLength(1)
    expect(found?.[0]).toMatchObject({ type: 'bulletList' })
    expect(JSON.stringify(found)).not.toMatch(/- one|• two/)
  })

  it('makes a numbered list that starts where the article starts it', () => {
    expect(list('3. three', '4. four')).toMatchObject([
      { type: 'orderedList', attrs: { start: 3 } },
    ])
  })

  it('begins another list where the numbers do not follow one another', () => {
    expect(list('1. one', '2. two', '1. again', '- a bullet')?.map(each => each.type)).toEqual([
      'orderedList',
      'orderedList',
      'bulletList',
    ])
  })

  it('drops the dash of a speaker under a quote and keeps it anywhere else', () => {
    const speaker = { kind: 'attribution', text: '— Helle' } as const
    const quoted = documentFromBlocks([{ kind: 'quote', text: '“No.”' }, speaker])
    expect(JSON.stringify(quoted)).not.toContain('—')
    expect(JSON.stringify(documentFromBlocks([speaker]))).toContain('— Helle')
  })
})
