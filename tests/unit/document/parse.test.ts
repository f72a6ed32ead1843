import { describe, expect, it } from 'vitest'
import { parseArticle, parseExplanation } from '@/lib/document/parse'

const doc = (...content: unknown[]) => ({ type: 'doc', content })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const words = (text: string, ...marks: unknown[]) => ({
  type: 'text',
  text,
  ...(marks.length && { marks }),
})
const link = (href: unknown) => ({ type: 'link', attrs: { href } })

const person = '00000000-0000-4000-8000-000000000001'
const mention = (id: string, label: string) => ({ type: 'mention', attrs: { id, label } })

describe('parseExplanation', () => {
  it('gives back the one normal form of what it takes', () => {
    const json = doc(
      paragraph(
        words('Plain, '),
        words('bold', { type: 'bold' }),
        words('linked', link('https://a.example/')),
      ),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(words('item'))] }] },
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [paragraph(words('item'))] }],
      },
      { type: 'blockquote', content: [paragraph(words('quoted'))] },
    )
    const once = parseExplanation(json)
    if (!once.ok) throw new Error(once.message)
    expect(parseExplanation(once.json)).toMatchObject({ ok: true, json: once.json })
  })

  it('joins text that was handed over in pieces', () => {
    const parsed = parseExplanation(doc(paragraph(words('a'), words('b'))))
    expect(parsed.ok && parsed.json).toEqual(doc(paragraph(words('ab'))))
  })

  it('keeps markup in words as words', () => {
    const json = doc(paragraph(words('<script>alert(1)</script>')))
    expect(parseExplanation(json)).toMatchObject({ ok: true, json })
  })

  it('takes a mention of a colleague', () => {
    const json = doc(paragraph(words('Ask '), mention(person, 'Ines Calloway')))
    expect(parseExplanation(json)).toMatchObject({ ok: true, json })
  })

  it.each([
    ['nothing', null],
    ['a string', '<p>Hello</p>'],
    ['a part of a document', paragraph(words('a'))],
    ['an unknown node', doc({ type: 'iframe', attrs: { src: 'https://evil.example' } })],
    ['an unknown mark', doc(paragraph(words('a', { type: 'onclick' })))],
    [
      'a heading, which only articles have',
      doc({ type: 'heading', attrs: { level: 2 }, content: [words('a')] }),
    ],
    ['a list without items', doc({ type: 'bulletList' })],
    ['text outside a paragraph', doc(words('a'))],
    ['an empty document', doc()],
    ['an empty text', doc(paragraph({ type: 'text', text: '' }))],
    ['a link that runs', doc(paragraph(words('a', link('javascript:alert(1)'))))],
    ['a link to nowhere', doc(paragraph(words('a', link(null))))],
    ['a relative link', doc(paragraph(words('a', link('/desk'))))],
    ['a link with a zero byte', doc(paragraph(words('a', link('https://a.example/\u0000'))))],
    ['a zero byte', doc(paragraph(words('\u0000')))],
    ['a lone surrogate', doc(paragraph(words('\ud83d')))],
    [
      'a list that starts with words',
      doc({
        type: 'orderedList',
        attrs: { start: 'x\u0000' },
        content: [{ type: 'listItem', content: [paragraph(words('a'))] }],
      }),
    ],
    ['a mention of no person', doc(paragraph(mention('x', 'Ines')))],
    ['a mention without a name', doc(paragraph(mention(person, '')))],
    ['a mention of two lines', doc(paragraph(mention(person, 'Ines\nCalloway')))],
    ['20,001 characters', doc(paragraph(words('x'.repeat(20_001))))],
  ])('refuses %s, in words', (_what, json) => {
    expect(parseExplanation(json)).toEqual({
      ok: false,
      message: expect.stringMatching(/^[A-Z].*\.$/),
    })
  })
})

describe('parseArticle', () => {
  it('refuses a mention: nobody is called on in a text under check', () => {
    expect(parseArticle(doc(paragraph(mention(person, 'Ines')))).ok).toBe(false)
  })

  it('takes headings of levels 2 to 4 and attributions at the end of a quote', () => {
    const quote = {
      type: 'blockquote',
      content: [paragraph(words('a')), { type: 'attribution', content: [words('b')] }],
    }
    for (const level of [2, 3, 4])
      expect(
        parseArticle(doc({ type: 'heading', attrs: { level }, content: [words('a')] }, quote)).ok,
      ).toBe(true)
  })

  it.each([1, 5, '2', 2.5, '<script>'])('refuses a heading of level %j', level => {
    expect(parseArticle(doc({ type: 'heading', attrs: { level }, content: [words('a')] })).ok).toBe(
      false,
    )
  })

  it('refuses an attribution outside a quote', () => {
    expect(parseArticle(doc({ type: 'attribution', content: [words('a')] })).ok).toBe(false)
  })

  it('takes a very long line', () => {
    expect(parseArticle(doc(paragraph(words('x'.repeat(500_000))))).ok).toBe(true)
  })
})
