import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentFromBlocks } from '@/lib/document/build'
import { parseArticle } from '@/lib/document/parse'
import { DocumentText, textOf } from '@/lib/document/positions'
import { type Block, blockKinds } from '@/lib/domain/articles'

function documentOf(json: unknown) {
  const parsed = parseArticle(json)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.node
}

const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const text = (words: string) => ({ type: 'text', text: words })

const mixed = documentOf({
  type: 'doc',
  content: [
    paragraph(text('One 🚢')),
    { type: 'paragraph' },
    {
      type: 'blockquote',
      content: [
        paragraph(text('Two'), { type: 'hardBreak' }, text('lines')),
        { type: 'attribution', content: [text('Who')] },
      ],
    },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            paragraph(text('a')),
            {
              type: 'orderedList',
              content: [{ type: 'listItem', content: [paragraph(text('b'))] }],
            },
          ],
        },
      ],
    },
  ],
})

describe('DocumentText', () => {
  it('puts blocks apart by a line break, and a hard break too', () => {
    expect(textOf(mixed)).toBe('One 🚢\n\nTwo\nlines\nWho\na\nb')
  })

  it('finds every offset again at its position', () => {
    const whole = new DocumentText(mixed)
    for (let offset = 0; offset <= whole.text.length; offset++)
      expect(whole.offsetAt(whole.positionAt(offset), 1)).toBe(offset)
  })

  it('has at each position the character that the document has there', () => {
    const whole = new DocumentText(mixed)
    for (const [offset, character] of whole.text.split('').entries()) {
      const position = whole.positionAt(offset)
      const there = mixed.textBetween(position, position + 1, undefined, '\n')
      if (character !== '\n') expect(there).toBe(character)
    }
  })

  it('takes what lies between two blocks as the end of one or the start of the next', () => {
    const whole = new DocumentText(
      documentOf({ type: 'doc', content: [paragraph(text('ab')), paragraph(text('cd'))] }),
    )
    expect([3, 4].map(position => whole.offsetAt(position, -1))).toEqual([2, 2])
    expect([3, 4].map(position => whole.offsetAt(position, 1))).toEqual([2, 3])
    expect([whole.offsetAt(0), whole.offsetAt(99), whole.offsetAt(99, 1)]).toEqual([0, 5, 5])
  })

  it.each([-1, 26])('has no position for offset %i', offset => {
    expect(() => new DocumentText(mixed).positionAt(offset)).toThrow(RangeError)
  })

  it('goes there and back in any article that can be brought in', () => {
    const block: fc.Arbitrary<Block> = fc.record({
      kind: fc.constantFrom(...blockKinds),
      text: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
        .filter(words => words.trim() !== ''),
    })
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), blocks => {
        const parsed = parseArticle(documentFromBlocks(blocks))
        fc.pre(parsed.ok)
        if (!parsed.ok) return
        const whole = new DocumentText(parsed.node)
        for (let offset = 0; offset <= whole.text.length; offset++)
          expect(whole.offsetAt(whole.positionAt(offset), 1)).toBe(offset)
        expect(textOf(documentOf(parsed.json))).toBe(whole.text)
      }),
    )
  })
})
