import { describe, expect, it } from 'vitest'
import type { PublishedPublisherChange, PublishedSite } from '@/lib/domain/published'
import type { PublisherChange } from '@/lib/domain/publisher-changes'
import { defaultScale } from '@/lib/domain/scales'
import { renderEdition } from '@/lib/site/editions'
import { renderCorrections } from '@/lib/site/lists'
import { plainDetails, publisherChange, snapshotOf } from '@/tests/support/snapshots'

const origin = 'https://courier.example'
const plain = ['The harbour handled 398 ships.', 'It was the best year since 1998, they said.']
const notes = [
  { key: 'k1', words: ['398 ships'], content: { ratingKey: 'false' } },
  { key: 'k2', words: ['the best year'], content: { ratingKey: 'unproven' } },
]
const retired = {
  key: 'gone',
  claim: 'Ships are blue.',
  reason: 'The publisher took it out.',
  lastEdition: 1,
  at: '2022-02-03T10:00:00.000Z',
}

type Overrides = NonNullable<Parameters<typeof snapshotOf>[2]>

/** A page of edition 2 of the plain article, which tells of these changes. */
function page(changes: Partial<PublisherChange>[], path = 'index.html', own: Overrides = {}) {
  const publisherChanges = changes.map(publisherChange)
  const snapshot = snapshotOf(plain, notes, { number: 2, publisherChanges, ...own })
  const file = renderEdition(snapshot, { origin }).find(each => each.path === path)
  if (!file) throw new Error(`There is no ${path}.`)
  return file.body
}

/** As a reader sees it: without markup, and without what only a screen reader says. */
function seen(html: string): string {
  return html
    .replace(/<span class="sr"[^>]*>[^<]*<\/span>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

function noteOf(html: string, key: string): string {
  return new RegExp(`<aside[^>]* id="n-${key}".*?</aside>`, 's').exec(html)?.[0] ?? ''
}

describe('a note on words that the publisher changed', () => {
  it('shows both wordings with what differs marked, for eyes and for ears', () => {
    const html = noteOf(page([{}]), 'k1')
    expect(html).toContain('Changed by <bdi>Meridian Wire</bdi> after our check')
    expect(html).toMatch(/<del><span class="sr"[^>]*>\[taken out: <\/span>412<span class="sr">\] </)
    expect(html).toMatch(/<ins><span class="sr"[^>]*>\[put in: <\/span>398<span class="sr">\] </)
    expect(seen(html)).toContain('A number changed.')
    expect(noteOf(page([{}]), 'k2')).not.toContain('class="since"')
  })

  it('shows them beside the claim, before anything that has to be opened', () => {
    const html = noteOf(page([{}]), 'k1')
    expect(html.indexOf('class="since"')).toBeLessThan(html.indexOf('class="n-more"'))
  })

  it.each<[string, Partial<PublisherChange>, string]>([
    ['another meaning', {}, 'Changed by Meridian Wire after our check'],
    ['other words', { kind: 'wording', reasons: [] }, 'Changed by Meridian Wire after our check'],
    [
      'words that went',
      { kind: 'removed', after: null },
      'Removed by Meridian Wire after our check',
    ],
    ['our own draft', { isOwn: true }, 'We changed these words after our check'],
    [
      'our own draft, taken out',
      { isOwn: true, kind: 'removed', after: null },
      'We took these words out after our check',
    ],
  ])('says whose change it was: %s', (_name, own, words) => {
    const text = seen(page([own]))
    expect(text.replace(/ {2,}/g, ' ')).toContain(words)
    if (own.isOwn) expect(text).not.toMatch(/publisher (has|says)|by the publisher/)
    if (own.after === null) expect(noteOf(page([own]), 'k1')).not.toContain('<dt>Now</dt>')
  })

  it.each<[string, Partial<PublisherChange>, string]>([
    ['the publisher’s own day', { changedOn: '2022-02-01' }, '1 February 2022 .'],
    ['the publisher’s own month', { changedOn: '2022-02' }, 'February 2022 .'],
    ['the day we noted it, as that', {}, 'Noted by us on 2 February 2022 .'],
    ['our own day', { isOwn: true }, 'test 2 February 2022 .'],
    [
      'both days',
      {
        changedOn: '2022-02-01',
        again: {
          revision: 3,
          frozenAt: '2022-02-03T09:00:00.000Z',
          changedOn: '',
          changeNote: '',
          isOwn: false,
        },
      },
      '1 February 2022 , and again noted by us on 3 February 2022 .',
    ],
  ])('says when: %s', (_name, own, words) => {
    const html = page([own], 'claims/k1.html').replace(/<p class="s-when">/, '<p>test ')
    expect(seen(html)).toContain(words)
  })

  it('says what the publisher said of it', () => {
    const note = { changeNote: 'The figure was wrong.' }
    expect(seen(page([note]))).toContain('The publisher says: “The figure was wrong.”')
    expect(seen(page([{ ...note, isOwn: true }]))).toContain('Why: The figure was wrong.')
  })

  it.each([
    ['at its beginning', 'Never did', 'did'],
    ['within it', 'It never did', 'It did'],
    ['at its end', 'Nobody saw it', 'Nobody saw it, he denied'],
  ])('shows what stands beside words that only came or went %s', (_name, one, other) => {
    const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')
    const full = (words: string) =>
      words.startsWith('Nobody') ? `${long} ${words}` : `${words} ${long}`
    for (const [before, after] of [
      [one, other],
      [other, one],
    ] as const) {
      const text = seen(noteOf(page([{ before: full(before), after: full(after) }]), 'k1'))
      expect(text).not.toContain('“…”')
      expect(text).not.toContain('“ … ”')
      const beside = before.startsWith('Nobody') ? 'Nobody saw it' : 'did word0'
      expect(text.split(beside)).toHaveLength(3)
    }
  })

  it('leaves out the middle of what is long and the same, but not on its own page', () => {
    const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')
    const change = { before: `${long} 412 ships`, after: `${long} 398 ships` }
    const text = seen(noteOf(page([change]), 'k1'))
    expect(text).toContain('“…')
    expect(text).toContain('word59 412')
    expect(text).not.toContain('word5 ')
    expect(seen(page([change], 'claims/k1.html'))).toContain(`“ ${long} 398 ships`.slice(2))
  })

  it('has a heading for it on its own page', () => {
    expect(page([{}], 'claims/k1.html')).toMatch(/<h2 class="s-head">Changed by/)
  })

  it('sets the words in the direction of the article, whatever is marked', () => {
    const article = { ...plainDetails, language: 'ar', slug: 'a' }
    const before = 'دخلت الميناء 412 سفينة'
    const after = 'دخلت الميناء 398 سفينة'
    const html = page([{ before, after }], 'index.html', { article })
    expect(html.match(/<dd lang="ar" dir="rtl">/g)).toHaveLength(2)
    expect(seen(html)).toContain('دخلت الميناء 412 سفينة')
  })
})

describe('an edition after the publisher changed something', () => {
  const removed = {
    noteKey: 'gone',
    kind: 'removed',
    after: null,
    before: 'Ships are blue',
  } as const

  it('says so above, with the way to each note, those that are gone too', () => {
    const html = page([{}, removed, { noteKey: 'k2' }], 'index.html', { retired: [retired] })
    const line = /<p class="when changed-line">.*?<\/p>/s.exec(html)?.[0] ?? ''
    expect(seen(line)).toContain(
      'The publisher has changed three passages since we first checked them',
    )
    expect([...line.matchAll(/href="([^"]+)"/g)].map(match => match[1])).toEqual([
      '#n-k1',
      '#n-k2',
      '/checks/harbour-traffic/claims/gone',
    ])
  })

  it('counts a passage once that was changed twice, and tells both changes', () => {
    const html = page([{ edition: 3, before: '398 ships', after: '377 ships' }, {}])
    expect(seen(html)).toContain('changed one passage since we first checked it')
    expect(noteOf(html, 'k1').match(/class="since"/g)).toHaveLength(2)
  })

  it('says of our own draft that we changed it', () => {
    const text = seen(page([{ isOwn: true }]))
    expect(text).toContain('We have changed one passage since we first checked it')
    expect(text).not.toContain('The publisher has')
  })

  it('says nothing where nothing changed', () => {
    const html = page([])
    expect(html).not.toContain('changed-line')
    expect(html).not.toContain('class="since"')
  })

  it('tells it at the address of a note that is gone', () => {
    const html = page([removed], 'retired/gone.html', { retired: [retired] })
    expect(html).toContain('Removed by <bdi>Meridian Wire</bdi> after our check')
    expect(html).toContain('Ships are blue')
  })

  it('carries it in its data', () => {
    const { snapshot } = JSON.parse(page([{}], 'edition.json'))
    expect(snapshot.publisherChanges).toEqual([publisherChange()])
  })
})

describe('what a publisher wrote', () => {
  const evil = `"><img src=x onerror=alert(1)></del></script><script>alert('&')</script><!--`

  it('comes out as text on every page', () => {
    const article = { ...plainDetails, publisher: evil, slug: 'evil' }
    const changes = [
      { before: `One ${evil} two`, after: `Three ${evil} four`, changeNote: evil, claim: evil },
      { noteKey: 'gone', before: evil, after: null, kind: 'removed' as const, changeNote: evil },
    ]
    for (const path of ['index.html', 'edition.html', 'claims/k1.html', 'retired/gone.html']) {
      const html = page(changes, path, { article, retired: [retired] })
      expect(html).not.toMatch(/<img|<!--/)
      expect(html.match(/<script/g) ?? []).toHaveLength(path.startsWith('retired') ? 0 : 1)
    }
    expect(corrections([publisherChange({ before: evil, after: evil, claim: evil })])).not.toMatch(
      /<img|<!--|<script/,
    )
  })
})

function corrections(changes: PublisherChange[]): string {
  const newsroom = {
    name: 'The Alderwick Courier',
    language: 'en',
    timeZone: 'UTC',
    method: '',
    correctionsPolicy: '',
    contact: '',
    isDemo: false,
    ratings: defaultScale.ratings,
    people: [],
  }
  const article = { publisher: 'Meridian Wire', language: 'en' }
  const publisherChanges = changes.map(
    (change): PublishedPublisherChange => ({
      ...change,
      slug: 'a',
      checkTitle: 'Ships',
      article,
    }),
  )
  const site: PublishedSite = {
    newsroom,
    checks: [],
    claims: [],
    corrections: [
      {
        slug: 'a',
        checkTitle: 'Ships',
        edition: 2,
        at: '2022-02-03T09:00:00.000Z',
        kind: 'factual_error',
        text: 'We wrote 411.',
        noteKeys: [],
      },
    ],
    publisherChanges,
    withdrawals: [],
  }
  return renderCorrections(site, origin)
}

describe('the list of corrections', () => {
  it('tells what others changed apart from what we got wrong', () => {
    const html = corrections([publisherChange()])
    expect(html).toContain('is listed as theirs')
    const [theirs, ours] = html.match(/<li[^>]*>(?:(?!<\/li>).)*class="kind".*?<\/li>/gs) ?? []
    expect(theirs).toContain('class="theirs"')
    expect(seen(theirs ?? '')).toContain('Publisher’s change told by us 3 February 2022')
    expect(theirs).toContain('href="/checks/a/claims/k1"')
    expect(theirs).toContain('href="/checks/a/editions/1"')
    expect(ours).not.toContain('theirs')
    expect(ours).toContain('Factual error')
  })

  it('does not put our own changes down to a publisher', () => {
    expect(seen(corrections([publisherChange({ isOwn: true })]))).toContain(
      'Change in our own text',
    )
  })

  it('speaks of others only where there is something of theirs', () => {
    expect(corrections([])).not.toContain('theirs')
  })
})
