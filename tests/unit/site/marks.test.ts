import { Node } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { textOf } from '@/lib/document/positions'
import { articleSchema } from '@/lib/document/schemas'
import type { DocumentNode } from '@/lib/domain/rich-text'
import { type Inline, inlineOf, type MarkedNote, readDocument, spansOf } from '@/lib/site/marks'

/**
 * Draws what a block became: [1 …] is a mark of note 1, {1} its reference, with the lane after a colon
 * where it is not the first, * for bold, _ for italic, <…> for a link, / for a line break.
 */
function drawn(inline: readonly Inline[]): string {
  return inline.map(drawnOne).join('')
}

function drawnOne(node: Inline): string {
  switch (node.kind) {
    case 'words':
      return node.text
    case 'break':
      return '/'
    case 'reference':
      return `{${node.number}}`
    case 'mark':
      return `[${node.key}${node.lane ? `:${node.lane}` : ''}${node.isStart ? '!' : ''} ${drawn(node.children)}]`
    case 'format': {
      const sign = { bold: '*', italic: '_', link: '<' }[node.format.type]
      return `${sign}${drawn(node.children)}${sign === '<' ? '>' : sign}`
    }
  }
}

/** Notes a, b, c … on the words given for each, in the order given. */
function notesOn(text: string, quotes: readonly (string | readonly string[])[]): MarkedNote[] {
  return quotes.map((quote, index) => ({
    key: 'abcdefgh'[index] ?? '?',
    number: index + 1,
    anchors: [quote].flat().map(words => {
      const start = text.indexOf(words)
      if (start < 0) throw new Error(`No “${words}” in the text.`)
      return { start, end: start + words.length }
    }),
  }))
}

function drawnDocument(
  document: DocumentNode,
  quotes: readonly (string | readonly string[])[],
): string[] {
  const { text, starts } = readDocument(document)
  const spans = spansOf(text, notesOn(text, quotes))
  return [...starts].map(([block, start]) => drawn(inlineOf(block, start, spans)))
}

const words = (text: string, ...marks: string[]): DocumentNode => ({
  type: 'text',
  text,
  ...(marks.length > 0 && {
    marks: marks.map(type =>
      type === 'link' ? { type, attrs: { href: 'https://a.example/' } } : { type },
    ),
  }),
})
const block = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const paragraphs = (...texts: string[]): DocumentNode => ({
  type: 'doc',
  content: texts.map(text => block(words(text))),
})

describe('marks', () => {
  it.each<[string, string[], (string | string[])[], string[]]>([
    ['leave a text without notes alone', ['One two.'], [], ['One two.']],
    [
      'stand on the words, the reference after the last',
      ['One two three.'],
      ['two'],
      ['One [a! two]{1} three.'],
    ],
    ['reach both ends of a block', ['One two.'], ['One two.'], ['[a! One two.]{1}']],
    [
      'nest the shorter within the longer',
      ['One two three four.'],
      ['One two three', 'two'],
      ['[a! One [b:1! two]]{2}[a  three]{1} four.'],
    ],
    [
      'overlap with the shortest on top',
      ['One two three four.'],
      ['One two three', 'three four'],
      ['[a! One two [b:1! three]]{1}[b:1  four]{2}.'],
    ],
    [
      'overlap with the shortest on top where it begins first',
      ['One two three four.'],
      ['One two', 'two three four.'],
      ['[a! One ][b:1! [a two]]{1}[b:1  three four.]{2}'],
    ],
    [
      'lie on identical words, with both references',
      ['One two.'],
      ['two', 'two'],
      ['One [a! [b:1! two]]{1}{2}.'],
    ],
    ['touch without overlapping', ['One two.'], ['One', 'two'], ['[a! One]{1} [b! two]{2}.']],
    [
      'cross paragraphs with one reference at the end',
      ['One two.', 'Three four.'],
      ['two.\nThree'],
      ['One [a! two.]', '[a Three]{1} four.'],
    ],
    ['skip white space at their ends', ['One two three.'], [' two '], ['One [a! two]{1} three.']],
    [
      'of one note stand in two places, each with its reference',
      ['One two three four.'],
      [['two', 'four']],
      ['One [a! two]{1} three [a four]{1}.'],
    ],
    [
      'of one note that overlap are one',
      ['One two three.'],
      [['One two', 'two three']],
      ['[a! One two three]{1}.'],
    ],
    [
      'keep characters of two code units whole',
      ['A 🚢 and a 👩‍🚀.'],
      ['🚢'],
      ['A [a! 🚢]{1} and a 👩‍🚀.'],
    ],
  ])('%s', (_name, texts, quotes, expected) => {
    expect(drawnDocument(paragraphs(...texts), quotes)).toEqual(expected)
  })

  it.each<[string, DocumentNode, string[], string]>([
    [
      'lie outside bold and italic',
      block(words('One '), words('two', 'bold'), words(' three.')),
      ['One two'],
      '[a! One *two*]{1} three.',
    ],
    [
      'cut a format where they begin inside it',
      block(words('One two three', 'italic')),
      ['two'],
      '_One _[a! _two_]{1}_ three_',
    ],
    [
      'let no reference stand inside a link',
      block(words('See '), words('this long link', 'link'), words('.')),
      ['long'],
      'See <this >[a! <long>]{1}< link>.',
    ],
    [
      'keep a link whole over bold words',
      block(words('all ', 'link'), words('of it', 'bold', 'link')),
      ['all of it'],
      '[a! <all *of it*>]{1}',
    ],
    [
      'cross a line break',
      block(words('One'), { type: 'hardBreak' }, words('two.')),
      ['One\ntwo'],
      '[a! One/two]{1}.',
    ],
  ])('%s', (_name, paragraph, quotes, expected) => {
    expect(drawnDocument({ type: 'doc', content: [paragraph] }, quotes)).toEqual([expected])
  })

  it('cross headings, list items, quotes and attributions', () => {
    const document: DocumentNode = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [words('Head here')] },
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [block(words('An item'))] }],
        },
        {
          type: 'blockquote',
          content: [
            block(words('A quote')),
            { type: 'attribution', content: [words('Somebody else')] },
          ],
        },
      ],
    }
    expect(drawnDocument(document, ['here\nAn item\nA quote\nSomebody'])).toEqual([
      'Head [a! here]',
      '[a An item]',
      '[a A quote]',
      '[a Somebody]{1} else',
    ])
  })
})

describe('lanes', () => {
  it('are never shared by two notes on the same words, while there are three or fewer', () => {
    const text = 'one two three four five six seven eight'
    const notes = notesOn(text, [
      'one two three',
      'two three four five',
      'three four',
      'five six',
      'six seven eight',
    ])
    const spans = spansOf(text, notes)
    for (const a of spans)
      for (const b of spans)
        if (a !== b && a.start < b.end && b.start < a.end) expect(a.lane).not.toBe(b.lane)
  })

  it('are taken again once a note has ended', () => {
    const text = 'one two three four'
    const lanes = spansOf(text, notesOn(text, ['one two', 'two three', 'four'])).map(
      ({ lane }) => lane,
    )
    expect(lanes).toEqual([0, 1, 0])
  })

  it('share the last where more than three notes lie on the same words', () => {
    const text = 'one'
    const lanes = spansOf(text, notesOn(text, ['one', 'one', 'one', 'one'])).map(({ lane }) => lane)
    expect(lanes).toEqual([0, 1, 2, 2])
  })
})

describe('readDocument', () => {
  it('reads the same text as lib/document does', () => {
    const document: DocumentNode = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 3 }, content: [words('Head')] },
        { type: 'paragraph' },
        block(words('One'), { type: 'hardBreak' }, words('two', 'bold')),
        {
          type: 'orderedList',
          attrs: { start: 4 },
          content: [{ type: 'listItem', content: [block(words('Item')), block(words('again'))] }],
        },
        {
          type: 'blockquote',
          content: [block(words('Quote 🚢')), { type: 'attribution', content: [words('Her')] }],
        },
      ],
    }
    const node = Node.fromJSON(articleSchema, document)
    expect(readDocument(document).text).toBe(textOf(node))
  })
})
