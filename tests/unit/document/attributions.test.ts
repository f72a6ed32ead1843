import { Node } from '@tiptap/pm/model'
import { expect, it } from 'vitest'
import { attributedQuotes, attributionOf } from '@/lib/document/attributions'
import { documentFromBlocks } from '@/lib/document/build'
import { textOf } from '@/lib/document/positions'
import { articleSchema } from '@/lib/document/schemas'

const document = documentFromBlocks([
  { kind: 'heading', text: 'Two quotes' },
  { kind: 'quote', text: 'The port\nis safe.' },
  { kind: 'attribution', text: 'Ada Quill, mayor' },
  { kind: 'item', text: '1. One' },
  { kind: 'quote', text: 'Nobody says who.' },
  { kind: 'paragraph', text: 'The end.' },
])
const text = textOf(Node.fromJSON(articleSchema, document))
const spanOf = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})

it('finds the line under a quote, counted as the plain text is', () => {
  expect(attributedQuotes(document)).toEqual([
    { quote: spanOf('The port\nis safe.'), line: spanOf('Ada Quill, mayor') },
  ])
})

it.each([
  ['is safe', 'Ada Quill, mayor'],
  ['Nobody says', null],
  ['The end', null],
  ['Ada Quill', null],
])('who says “%s” is %s', (words, line) => {
  const found = attributionOf(attributedQuotes(document), spanOf(words))
  expect(found && text.slice(found.start, found.end)).toBe(line)
})
