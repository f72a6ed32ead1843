import { describe, expect, it } from 'vitest'
import { hashValue } from '@/lib/domain/canonical'
import { editionHash } from '@/lib/domain/editions'
import { validateClaimReview } from '@/lib/formats/claim-review'
import { renderEdition } from '@/lib/site/editions'
import { plainDetails, type SnapshotNote, snapshotOf } from '@/tests/support/snapshots'

const origin = 'https://courier.example'
const plain = ['The harbour handled 412 ships.', 'It was the best year since 1998, they said.']
const twoNotes: SnapshotNote[] = [
  { key: 'k1', words: ['412 ships'], content: { ratingKey: 'false', reasons: ['contradicted'] } },
  { key: 'k2', words: ['the best year'], content: { ratingKey: 'unproven' } },
]

type Snapshot = Parameters<typeof renderEdition>[0]

function filesOf(snapshot: Snapshot): Map<string, string> {
  return new Map(renderEdition(snapshot, { origin }).map(({ path, body }) => [path, body]))
}

function page(snapshot: Snapshot, path = 'index.html'): string {
  const body = filesOf(snapshot).get(path)
  if (body === undefined) throw new Error(`There is no ${path}.`)
  return body
}

function structuredData(html: string): unknown[] {
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(match =>
    JSON.parse(match[1] ?? ''),
  )
}

describe('an edition', () => {
  it('is the same bytes for the same snapshot', () => {
    const snapshot = snapshotOf(plain, twoNotes)
    expect(renderEdition(snapshot, { origin })).toEqual(
      renderEdition(structuredClone(snapshot), { origin }),
    )
  })

  it('has a page, the same as an edition, a page for each note, its data and one stylesheet', () => {
    const paths = [...filesOf(snapshotOf(plain, twoNotes)).keys()]
    expect(paths.filter(path => !path.endsWith('.css'))).toEqual([
      'index.html',
      'edition.html',
      'claims/k1.html',
      'claims/k2.html',
      'edition.json',
    ])
    expect(paths.filter(path => path.endsWith('.css'))).toEqual([
      expect.stringMatching(/^style-[0-9a-f]{8}\.css$/),
    ])
  })

  it('carries no script that runs, no style attribute and no style element', () => {
    for (const [path, body] of filesOf(snapshotOf(plain, twoNotes))) {
      if (!path.endsWith('.html')) continue
      expect(body.replace(/<script type="application\/ld\+json">/g, '')).not.toMatch(
        /<script|<style|\sstyle=|\son[a-z]+=/i,
      )
    }
  })

  it('links to its own stylesheet by the address of the edition', () => {
    const snapshot = snapshotOf(plain, twoNotes, { number: 3 })
    const name = [...filesOf(snapshot).keys()].find(path => path.endsWith('.css'))
    expect(page(snapshot)).toContain(
      `<link rel="stylesheet" href="/checks/harbour-traffic/editions/3/${name}"/>`,
    )
  })

  it('says as an edition which it is and where the latest stands, and is canonical nowhere itself', () => {
    const snapshot = snapshotOf(plain, twoNotes, { number: 2 })
    expect(page(snapshot, 'edition.html')).toContain('This is edition 2, as published on')
    expect(page(snapshot)).not.toContain('as published on')
    for (const path of ['index.html', 'edition.html'])
      expect(page(snapshot, path)).toContain(
        '<link rel="canonical" href="https://courier.example/checks/harbour-traffic"/>',
      )
  })

  it('puts each note after the block in which its words begin', () => {
    const html = page(snapshotOf(plain, twoNotes))
    const order = ['id="m-k1"', 'id="n-k1"', 'id="m-k2"', 'id="n-k2"'].map(id => html.indexOf(id))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(html).toMatch(/<\/p><aside class="note r-false" id="n-k1"/)
  })

  it('never puts a note inside a quotation', () => {
    const quote = {
      type: 'doc',
      content: [
        {
          type: 'blockquote',
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: 'We handled 412 ships.' }] },
            { type: 'attribution', content: [{ type: 'text', text: 'The mayor' }] },
          ],
        },
      ],
    }
    const html = page(snapshotOf(quote, [{ key: 'k1', words: ['412 ships'] }]))
    expect(html).toMatch(/<\/figcaption><\/figure><aside /)
  })

  it('leaves out what it has nothing to say in', () => {
    const html = page(
      snapshotOf(plain, twoNotes, { article: { ...plainDetails, url: '', slug: 'a' } }),
    )
    expect(html).not.toContain('Changed since')
    expect(html).not.toContain('Read the original')
    expect(html).not.toContain('class="art-standfirst"')
  })

  it('lists its corrections with their dates and the numbers of their notes', () => {
    const html = page(
      snapshotOf(plain, twoNotes, {
        number: 2,
        earlier: [{ number: 1, publishedAt: '2022-02-01T10:00:00.000Z' }],
        corrections: [
          {
            kind: 'factual_error',
            text: 'We wrote 411.',
            noteKeys: ['k1', 'gone'],
            edition: 2,
            at: '2022-02-03T10:00:00.000Z',
          },
        ],
      }),
    )
    expect(html).toContain('Factual error')
    expect(html).toContain('3 February 2022')
    expect(html).toContain('<a href="#n-k1">note 1</a>')
    expect(html).toContain('a note since retired')
    expect(html).toContain('<a href="/checks/harbour-traffic/editions/1">Edition 1</a>')
  })

  it('counts what it says it was made of', () => {
    const citation = {
      stance: 'supports',
      url: 'https://port.example/a',
      title: 'Figures',
      publisher: 'Port',
      publishedOn: '2022',
      passage: '',
      passageKind: 'paraphrase',
      locator: '',
    } as const
    const html = page(
      snapshotOf(plain, [
        {
          key: 'k1',
          words: ['412 ships'],
          content: {
            citations: [
              citation,
              { ...citation, url: 'https://www.port.example/a/?utm_source=x' },
              { ...citation, url: '', title: 'A book' },
            ],
          },
        },
      ]),
    )
    expect(html).toContain('<b>One note</b>')
    expect(html).toContain('<b>Three citations of two sources</b>')
  })

  it('gives its data with the hash that the data has', () => {
    const snapshot = snapshotOf(plain, twoNotes)
    const data = JSON.parse(page(snapshot, 'edition.json'))
    expect(data.hash).toBe(editionHash(snapshot))
    expect(hashValue(data.snapshot)).toBe(data.hash)
  })

  it('answers for a retired note with the reason and nothing of the note', () => {
    const snapshot = snapshotOf(plain, twoNotes, {
      retired: [
        {
          key: 'old',
          claim: 'Ships are blue.',
          reason: 'It was no claim.',
          lastEdition: 1,
          at: '2022-02-03T10:00:00.000Z',
        },
      ],
    })
    const html = page(snapshot, 'retired/old.html')
    expect(html).toContain('It was no claim.')
    expect(html).toContain('3 February 2022')
    expect(structuredData(html)).toEqual([])
  })
})

describe('the page of a claim', () => {
  it.each([
    [
      'k1',
      { '@type': 'Rating', alternateName: 'False', ratingValue: 1, bestRating: 5, worstRating: 1 },
    ],
    ['k2', { '@type': 'Rating', alternateName: 'Unproven' }],
  ])('carries exactly one valid ClaimReview (%s)', (key, rating) => {
    const reviews = structuredData(page(snapshotOf(plain, twoNotes), `claims/${key}.html`))
    expect(reviews).toHaveLength(1)
    expect(reviews[0]).toMatchObject({
      '@type': 'ClaimReview',
      url: `${origin}/checks/harbour-traffic/claims/${key}`,
      reviewRating: rating,
    })
    expect(validateClaimReview(reviews[0], origin)).toEqual([])
  })

  it('shows the words in their surroundings, with the way back to the article', () => {
    const html = page(snapshotOf(plain, twoNotes), 'claims/k2.html')
    expect(html).toContain('It was <mark class="r-unproven">the best year</mark> since 1998')
    expect(html).toContain('href="/checks/harbour-traffic#n-k2"')
  })

  it('marks the rating on the scale, or says that it stands outside', () => {
    const snapshot = snapshotOf(plain, twoNotes)
    expect(page(snapshot, 'claims/k1.html')).toMatch(/<li class="r-false" aria-current="true">/)
    expect(page(snapshot, 'claims/k2.html')).toContain('“Unproven” stands outside this scale.')
    expect(page(snapshot, 'claims/k2.html')).not.toContain(
      'aria-current="true"><span class="rating',
    )
  })

  it('is no other page’s ClaimReview: the article’s own markup is a NewsArticle', () => {
    const data = structuredData(page(snapshotOf(plain, twoNotes)))
    expect(data).toMatchObject([{ '@type': 'NewsArticle', headline: expect.any(String) }])
  })
})

describe('what people wrote', () => {
  const evil = `"><img src=x onerror=alert(1)></title></script><script>alert('&')</script><!--`

  it('comes out as text in every field, on every page', () => {
    const snapshot = snapshotOf(
      [`Before ${evil} after.`],
      [
        {
          key: 'k1',
          words: [evil],
          content: {
            claim: evil,
            claimant: { name: evil, role: evil, saidOn: '2022', saidWhere: evil },
            explanation: {
              type: 'doc',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: evil }] }],
            },
            citations: [
              {
                stance: 'refutes',
                url: 'https://a.example/?"><script>',
                title: evil,
                publisher: evil,
                publishedOn: '',
                passage: evil,
                passageKind: 'exact',
                locator: evil,
              },
            ],
          },
          authors: [evil],
          approvedBy: [evil],
        },
      ],
      {
        publishedBy: evil,
        newsroom: {
          name: evil,
          language: 'en',
          timeZone: 'UTC',
          contact: 'a@b.example',
          isDemo: false,
        },
        check: { title: evil, summary: evil },
        article: {
          ...plainDetails,
          title: evil,
          standfirst: evil,
          publisher: evil,
          byline: evil,
          slug: 'evil',
        },
        number: 2,
        corrections: [
          { kind: 'update', text: evil, noteKeys: [], edition: 2, at: '2022-02-03T10:00:00.000Z' },
        ],
        retired: [
          { key: 'r1', claim: evil, reason: evil, lastEdition: 1, at: '2022-02-03T10:00:00.000Z' },
        ],
      },
    )
    for (const [path, body] of filesOf(snapshot)) {
      if (!path.endsWith('.html')) continue
      const scripts = body.match(/<script/g) ?? []
      expect(scripts).toHaveLength(structuredData(body).length)
      expect(body).not.toMatch(/<img|<!--/)
    }
    const [review] = structuredData(page(snapshot, 'claims/k1.html'))
    expect(review).toMatchObject({ claimReviewed: evil, author: { name: evil } })
  })

  it('links nowhere but to the web', () => {
    const link = (href: string) => ({
      type: 'text',
      text: 'press here',
      marks: [{ type: 'link', attrs: { href } }],
    })
    const html = page(
      snapshotOf(plain, [
        {
          key: 'k1',
          words: ['412 ships'],
          content: {
            explanation: {
              type: 'doc',
              content: [
                {
                  type: 'paragraph',
                  content: [link('javascript:alert(1)'), link('https://ok.example/')],
                },
              ],
            },
          },
        },
      ]),
    )
    expect(html).not.toContain('javascript:')
    expect(html).toContain('<a href="https://ok.example/" rel="noopener noreferrer">press here</a>')
  })
})

describe('the languages of a page', () => {
  it('are the newsroom’s around the article’s, each with its direction', () => {
    const html = page(
      snapshotOf(['وصلت إلى الميناء 412 سفينة.'], [{ key: 'k1', words: ['412 سفينة'] }], {
        article: { ...plainDetails, language: 'ar', slug: 'a' },
      }),
    )
    expect(html).toMatch(/<html lang="en" dir="ltr">/)
    expect(html).toContain('<div class="text" lang="ar" dir="rtl">')
    expect(html).toMatch(/<aside [^>]*lang="en" dir="ltr"/)
    expect(html).toMatch(/<p dir="auto">وصلت/)
  })

  it('turn the whole page where the newsroom writes from right to left', () => {
    const html = page(
      snapshotOf(plain, twoNotes, {
        newsroom: { name: 'دار', language: 'he', timeZone: 'UTC', contact: '', isDemo: false },
      }),
    )
    expect(html).toMatch(/<html lang="he" dir="rtl">/)
    expect(html).toContain('<div class="text" lang="en" dir="ltr">')
  })
})

describe('the stylesheet', () => {
  const css = () => {
    const files = filesOf(snapshotOf(plain, twoNotes))
    return [...files].find(([path]) => path.endsWith('.css'))?.[1] ?? ''
  }

  it('ties each note to its words and to the note before it', () => {
    expect(css()).toContain('#n-k1{top:anchor(--m-k1 top,0px)}')
    expect(css()).toContain(
      '#n-k2{top:max(anchor(--m-k2 top,0px),anchor(--n-k1 bottom,0px) + 1.5rem)}',
    )
  })

  it('keeps what the minifier might take for old-fashioned', () => {
    expect(css()).toContain('@supports (top:max(anchor(--a top),')
    expect(css()).toContain('--paper:light-dark(#fdfcf9,#191816)')
    expect(css()).toContain(':target')
    expect(css()).toContain('var(--also,)')
  })
})
