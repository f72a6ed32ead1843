import { describe, expect, it } from 'vitest'
import { matchingClaims, type PublishedSite } from '@/lib/domain/published'
import { defaultScale } from '@/lib/domain/scales'
import { renderAbout } from '@/lib/site/about'
import { renderClaims, renderCorrections, renderHome } from '@/lib/site/lists'
import { renderNotFound, renderWithdrawn } from '@/lib/site/notices'

const origin = 'https://courier.example'
const rating = (key: string) => defaultScale.ratings.find(each => each.key === key) ?? null

const newsroom = {
  name: 'The Alderwick <b>Courier</b>',
  language: 'en',
  timeZone: 'UTC',
  method: 'First.\n\nSecond.',
  correctionsPolicy: '',
  contact: '',
  isDemo: false,
  ratings: defaultScale.ratings,
  people: [{ name: 'Ines', role: 'checker' as const }],
}
const empty: PublishedSite = {
  newsroom,
  checks: [],
  claims: [],
  corrections: [],
  publisherChanges: [],
  withdrawals: [],
}
const at = '2022-02-03T10:00:00.000Z'
const claim = {
  slug: 'a',
  key: 'k1',
  claim: 'Élysée bought 12 ships.',
  claimant: 'The mayor',
  rating: rating('false'),
  checkTitle: 'Ships',
  firstPublishedAt: at,
}
const full: PublishedSite = {
  newsroom,
  checks: [
    {
      slug: 'a',
      title: 'Ships',
      summary: 'Not so many.',
      article: { title: 'Many ships', publisher: 'Wire', publishedOn: '2022-01' },
      number: 2,
      publishedAt: at,
      firstPublishedAt: at,
      verdicts: [
        { key: 'k1', number: 1, rating: rating('false') },
        { key: 'k2', number: 2, rating: rating('false') },
      ],
    },
  ],
  claims: [claim, { ...claim, key: 'k2', claim: 'Boats float.', rating: rating('true') }],
  corrections: [
    { slug: 'a', checkTitle: 'Ships', edition: 2, at, kind: 'update', text: 'More.', noteKeys: [] },
  ],
  publisherChanges: [],
  withdrawals: [{ slug: 'b', checkTitle: 'Boats', edition: 1, at, reason: 'Never published.' }],
}
const everything = { verdict: '', words: '' }

describe('the public lists', () => {
  it('say so where there is nothing yet', () => {
    expect(renderHome(empty, origin)).toContain('Nothing has been published yet.')
    expect(renderClaims(empty, everything, origin)).toContain('No claim has been published yet.')
    expect(renderCorrections(empty, origin)).toContain('Nothing has been corrected so far.')
  })

  it('lead to the checks, with their verdicts counted', () => {
    const html = renderHome(full, origin)
    expect(html).toContain('<a href="/checks/a">Ships</a>')
    expect(html).toContain(' × 2')
  })

  it('escape the newsroom’s own words', () => {
    expect(renderHome(full, origin)).not.toContain('<b>Courier</b>')
  })

  it('keep what was asked for in the form, and offer the way back', () => {
    const html = renderClaims(full, { verdict: 'false', words: '"><script>' }, origin)
    expect(html).not.toContain('<script>')
    expect(html).toContain('No claim is like that.')
    expect(html).toMatch(/<option value="false" selected/)
  })

  it('show corrections and withdrawals, with what stood there before', () => {
    const html = renderCorrections(full, origin)
    expect(html).toContain('href="/checks/a/editions/1"')
    expect(html).toContain('Edition 1 was withdrawn. Never published.')
  })

  it('explain the scale and leave out empty policies', () => {
    const html = renderAbout(newsroom, origin)
    for (const { word, definition } of defaultScale.ratings) {
      expect(html).toContain(word)
      expect(html).toContain(definition)
    }
    expect(html).not.toContain('id="corrections"')
    expect(html.match(/<p dir="auto">/g)).toHaveLength(2)
  })
})

describe('a search in the claims', () => {
  it.each([
    ['finds all where nothing is asked', '', '', ['k1', 'k2']],
    ['goes by verdict', 'true', '', ['k2']],
    ['goes by words in any order, without case and accents', '', 'SHIPS elysee', ['k1']],
    ['wants every word', '', 'float elysee', []],
    ['looks at claimant and headline too', '', 'mayor ships', ['k1', 'k2']],
    ['finds nothing under a verdict that is none', 'x', '', []],
  ])('%s', (_name, verdict, words, keys) => {
    expect(matchingClaims(full.claims, { verdict, words }).map(each => each.key)).toEqual(keys)
  })
})

describe('a notice', () => {
  it('says when and why an edition was withdrawn, and what replaced it', () => {
    const edition = { slug: 'a', number: 1, at, reason: 'It <i>lied</i>.', isReplaced: true }
    const html = renderWithdrawn(newsroom, edition)
    expect(html).toContain('3 February 2022')
    expect(html).toContain('It &lt;i>lied&lt;/i>.')
    expect(html).toContain('href="/checks/a"')
    expect(renderWithdrawn(newsroom, { ...edition, isReplaced: false })).not.toContain('/checks/a')
  })

  it('leads on from an address where nothing stands', () => {
    expect(renderNotFound(newsroom)).toContain('<a href="/claims">')
  })
})
