import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { FieldChanges } from '@/components/annotations/field-changes'
import { type CanonicalContent, emptyClaimant } from '@/lib/domain/annotations'
import type { DocumentNode } from '@/lib/domain/rich-text'
import type { Citation } from '@/lib/domain/sources'

const citation: Citation = {
  stance: 'refutes',
  url: 'https://stat.example/a',
  title: 'Ferries',
  publisher: '',
  publishedOn: '',
  passage: '',
  passageKind: 'exact',
  locator: '',
}

const prose = (text: string, marks?: DocumentNode['marks']): DocumentNode => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text, ...(marks && { marks }) }] }],
})
const linked = (href: string) => prose('The table', [{ type: 'link', attrs: { href } }])

const content: CanonicalContent = {
  revision: 'text',
  anchors: [{ start: 0, end: 6, quote: 'Output' }],
  claim: 'Output rose by 9 per cent.',
  claimant: { ...emptyClaimant, name: 'Ada Brennan', saidOn: '2022-01-25' },
  rating: { key: 'mostly-false', word: 'Mostly false', value: 2 },
  reasons: ['outdated'],
  explanation: prose('It rose by 4.'),
  citations: [citation],
}

/** What went in brackets with a minus, what came with a plus. */
function shown(change: Partial<CanonicalContent>, before: Partial<CanonicalContent> = {}): string {
  return renderToStaticMarkup(
    <FieldChanges before={{ ...content, ...before }} after={{ ...content, ...change }} />,
  )
    .replace(/<span class="sr"[^>]*>[^<]*<\/span>/g, '')
    .replace(/<del>(.*?)<\/del>/g, '[-$1]')
    .replace(/<ins>(.*?)<\/ins>/g, '[+$1]')
    .replace(/<dt>(.*?)<\/dt>/g, '$1: ')
    .replace(/<[^>]*>/g, '')
}

describe('what changed between two versions of a note', () => {
  it.each<[string, Partial<CanonicalContent>, string]>([
    ['nothing where nothing did', {}, ''],
    [
      'word by word in a claim',
      { claim: 'Output rose by 4 per cent.' },
      'The claim: Output rose by [-9][+4] per cent.',
    ],
    [
      'a verdict as a whole, however alike the two are',
      { rating: { key: 'false', word: 'False', value: 1 } },
      'The verdict: [-Mostly false][+False]',
    ],
    ['a verdict that was taken off', { rating: null }, 'The verdict: [-Mostly false]'],
    [
      'each part of the claimant by itself',
      { claimant: { ...content.claimant, role: 'minister', saidOn: '2022-01-26' } },
      'The office or role: [+minister]When it was said: [-25 January 2022][+26 January 2022]',
    ],
    [
      'where evidence is said to stand, though its title is the same',
      { citations: [{ ...citation, url: 'https://stat.example/b' }] },
      'The evidence: Ferries, https://stat.example/[-a][+b], refutes',
    ],
    [
      'that words are the same and rest elsewhere',
      { anchors: [{ start: 9, end: 15, quote: 'Output' }] },
      'The words it rests on: The same words, at another place in the article.',
    ],
    [
      'that words are the same and set otherwise',
      { explanation: prose('It rose by 4.', [{ type: 'bold' }]) },
      'The explanation: The same words, set otherwise: bold, italic, a list or a quote.',
    ],
  ])('shows %s', (_name, change, expected) => {
    expect(shown(change)).toBe(expected)
  })

  it('shows that a link leads elsewhere', () => {
    const change = shown(
      { explanation: linked('https://b.example') },
      { explanation: linked('https://a.example') },
    )
    expect(change).toBe('The explanation: The table (https://[-a.example][+b.example])')
  })

  it('shows nothing of places that a revision moved with their words', () => {
    const anchors = [{ start: 40, end: 46, quote: 'Output' }]
    expect(shown({ revision: 'newer', anchors })).toBe('')
  })
})

it('does not name the field again that the line above names, but to a screen reader', () => {
  const html = renderToStaticMarkup(
    <FieldChanges before={content} after={{ ...content, claim: 'Output fell.' }} isNamed />,
  )
  expect(html).toContain('<dt class="sr">The claim</dt>')
})
