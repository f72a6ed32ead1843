import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressesCopied,
  bareAddressesIn,
  findAddresses,
  siteOf,
  withoutTracking,
} from '@/lib/domain/addresses'

describe('the addresses in a text', () => {
  it.each([
    ['one in a sentence', 'See https://a.example/b for it.', ['https://a.example/b']],
    ['one at its end', 'See https://a.example/b.', ['https://a.example/b']],
    ['one in brackets', '(see https://a.example/b).', ['https://a.example/b']],
    ['one with brackets of its own', 'https://a.example/b_(c)', ['https://a.example/b_(c)']],
    ['one in quotation marks', '“https://a.example”', ['https://a.example']],
    ['one without a scheme', 'www.a.example/b,', ['https://www.a.example/b']],
    [
      'two',
      'http://a.example, https://b.example?q=1',
      ['http://a.example', 'https://b.example?q=1'],
    ],
    ['one in another script', 'https://пример.example/путь', ['https://пример.example/путь']],
    ['no name of a site', 'The archive.example site, v1.2, www. and https:// alone', []],
    ['no mail and no file', 'write to desk@a.example or ftp://a.example', []],
  ])('are %s', (_name, text, expected) => {
    expect(findAddresses(text).map(({ address }) => address)).toEqual(expected)
  })

  it('stand where they are said to', () => {
    const parts = fc.constantFrom(
      'https://a.example/b',
      'www.b.example',
      'word',
      '(',
      ')',
      '.',
      ',',
      '“',
      '”',
      '😀',
    )
    fc.assert(
      fc.property(fc.array(parts), words => {
        const text = words.join(' ')
        for (const { start, end, address } of findAddresses(text))
          expect(address).toContain(text.slice(start, end))
      }),
    )
  })
})

describe('the bare addresses of an explanation', () => {
  const paragraph = (...content: object[]) => ({ type: 'paragraph', content: content as never })
  const doc = (...content: ReturnType<typeof paragraph>[]) => ({ type: 'doc', content })
  const text = (words: string, href?: string) => ({
    type: 'text',
    text: words,
    ...(href && { marks: [{ type: 'link', attrs: { href } }] }),
  })
  it.each([
    ['those that are typed', doc(paragraph(text('See https://a.example.'))), ['https://a.example']],
    [
      'those that are links to themselves',
      doc(paragraph(text('https://a.example', 'https://a.example'))),
      ['https://a.example'],
    ],
    [
      'those in two pieces',
      doc(paragraph(text('https://a.'), text('example/b'))),
      ['https://a.example/b'],
    ],
    [
      'each once',
      doc(paragraph(text('www.a.example')), paragraph(text('www.a.example'))),
      ['https://www.a.example'],
    ],
    ['not those behind words', doc(paragraph(text('The treaty', 'https://a.example'))), []],
    [
      'none across two lines',
      doc(paragraph(text('https://'), { type: 'hardBreak' }, text('a.example'))),
      [],
    ],
  ])('are %s', (_name, document, expected) => {
    expect(bareAddressesIn(document)).toEqual(expected)
  })
})

it.each([
  ['https://a.example/b?utm_source=x&id=7&fbclid=1#top', 'https://a.example/b?id=7#top'],
  ['https://a.example/b?utm_source=x', 'https://a.example/b'],
  ['https://a.example/b?id=7', 'https://a.example/b?id=7'],
  ['https://a.example/%7Eb?a=%20', 'https://a.example/%7Eb?a=%20'],
  ['no address', 'no address'],
])('%s leads a reader to %s', (address, clean) => {
  expect(withoutTracking(address)).toBe(clean)
})

it.each([
  ['https://www.a.example/b', 'a.example'],
  ['https://archive.a.example', 'archive.a.example'],
])('the site of %s is %s', (address, site) => {
  expect(siteOf(address)).toBe(site)
})

it.each([
  [' https://a.example/b?gclid=1 \n', ['https://a.example/b']],
  ['https://a.example\nhttps://b.example', ['https://a.example', 'https://b.example']],
  ['See https://a.example', []],
  ['javascript:alert(1)', []],
  ['', []],
])('of “%s” the addresses are %j', (text, addresses) => {
  expect(addressesCopied(text)).toEqual(addresses)
})
