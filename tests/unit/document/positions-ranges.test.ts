import { describe, expect, it } from 'vitest'
import { documentFromBlocks } from '@/lib/document/build'
import { parseArticle } from '@/lib/document/parse'
import { DocumentText } from '@/lib/document/positions'

function textOf(...paragraphs: string[]): DocumentText {
  const parsed = parseArticle(
    documentFromBlocks(paragraphs.map(text => ({ kind: 'paragraph', text }))),
  )
  if (!parsed.ok) throw new Error(parsed.message)
  return new DocumentText(parsed.node)
}

describe('rangesOf', () => {
  const text = textOf('One two.', 'Three.', 'Four five.')

  it('is one range within one block', () => {
    expect(text.rangesOf({ start: 4, end: 7 })).toEqual([{ block: 0, from: 5, to: 8 }])
  })

  it('is a range for each block that the span crosses', () => {
    expect(text.rangesOf({ start: 4, end: 20 }).map(({ block }) => block)).toEqual([0, 1, 2])
    expect(text.rangesOf({ start: 4, end: 20 }).map(({ from, to }) => to - from)).toEqual([4, 6, 4])
  })

  it('leaves out a block in which the span has no character', () => {
    expect(text.rangesOf({ start: 4, end: 9 })).toEqual([{ block: 0, from: 5, to: 9 }])
    expect(text.rangesOf({ start: 8, end: 12 }).map(({ block }) => block)).toEqual([1])
  })
})
