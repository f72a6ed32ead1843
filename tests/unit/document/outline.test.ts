import { describe, expect, it } from 'vitest'
import { documentFromBlocks } from '@/lib/document/build'
import { blockOfParagraph, countParagraphs, outlineOf, partAt } from '@/lib/document/outline'
import { parseArticle } from '@/lib/document/parse'

type Blocks = Parameters<typeof documentFromBlocks>[0]

function article(blocks: Blocks) {
  const parsed = parseArticle(documentFromBlocks(blocks))
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.node
}

const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const
const heading = (text: string) => ({ kind: 'heading', text }) as const

const headed = article([
  paragraph('Lead.'),
  paragraph('More.'),
  heading('What was asked'),
  paragraph('Two drafts.'),
  heading('What came'),
])

describe('the outline of an article', () => {
  it('has its headings, and what stands before the first', () => {
    expect(outlineOf(headed)).toEqual([
      { title: '', level: 2, start: 0, block: 0, paragraph: 1 },
      { title: 'What was asked', level: 2, start: 12, block: 2, paragraph: 3 },
      { title: 'What came', level: 2, start: 39, block: 4, paragraph: 3 },
    ])
  })

  it('begins with the first heading where nothing stands before it', () => {
    const parts = outlineOf(article([heading('One'), paragraph('Text.')]))
    expect(parts.map(({ title }) => title)).toEqual(['One'])
  })

  it('has the first words of every few paragraphs where there is no heading', () => {
    const hundred = 'word '.repeat(99)
    const blocks = ['Once', 'Twice', 'Three', 'Four', 'Five'].map(first =>
      paragraph(`${first} ${hundred}`),
    )
    expect(outlineOf(article(blocks)).map(({ title, block }) => [title, block])).toEqual([
      ['Once word word word word word word word word word word word…', 0],
      ['Four word word word word word word word word word word word…', 3],
    ])
  })

  it('cuts a line without spaces between its characters', () => {
    const [part] = outlineOf(article([paragraph('事'.repeat(80))]))
    expect(part?.title).toBe(`${'事'.repeat(60)}…`)
  })

  it.each([
    [0, 0],
    [1, 0],
    [2, 1],
    [3, 1],
    [9, 2],
  ])('puts block %i into part %i', (block, part) => {
    expect(partAt(outlineOf(headed), block)).toBe(part)
  })
})

describe('the paragraphs of an article', () => {
  it.each([
    ['the first', 0, 1],
    ['the one before a heading, at the heading', 2, 2],
    ['the last, at its end', 4, 3],
  ])('count %s', (_title, block, at) => {
    expect(countParagraphs(headed, block)).toEqual({ at, of: 3 })
  })

  it('begin with the first even above it', () => {
    expect(countParagraphs(article([heading('One'), paragraph('Text.')]), 0).at).toBe(1)
  })

  it.each([
    [1, 0],
    [3, 3],
    [4, null],
  ])('number %i is block %s', (number, block) => {
    expect(blockOfParagraph(headed, number)).toBe(block)
  })
})
