import { describe, expect, it } from 'vitest'
import { type CanonicalContent, emptyClaimant } from '@/lib/domain/annotations'
import {
  type Correction,
  changesBetween,
  correction,
  findCorrectionFaults,
  findMoreThanTypo,
  findPageFaults,
  type NoteFates,
  type PublishedPage,
} from '@/lib/domain/corrections'

const saying = (text: string): CanonicalContent['explanation'] => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const before: CanonicalContent = {
  revision: 'text',
  anchors: [{ start: 0, end: 9, quote: '412 ships' }],
  claim: 'The harbour handled 412 ships.',
  claimant: { ...emptyClaimant, name: 'The mayor', saidOn: '2026-02-27' },
  rating: { key: 'false', word: 'False', value: 1 },
  reasons: ['contradicted'],
  explanation: saying('The autority counted 1,398.'),
  citations: [
    {
      stance: 'refutes',
      url: 'https://a.example/',
      title: 'A record',
      publisher: '',
      publishedOn: '',
      passage: '',
      passageKind: 'exact',
      locator: '',
    },
  ],
}

describe('findMoreThanTypo', () => {
  it.each<[string, Partial<CanonicalContent>, string | null]>([
    ['a letter put right', { explanation: saying('The authority counted 1,398.') }, null],
    ['a claim’s punctuation', { claim: 'The harbour handled 412 ships' }, null],
    ['a claimant’s name put right', { claimant: { ...before.claimant, name: 'The Mayor' } }, null],
    ['another rating', { rating: { key: 'true', word: 'True', value: 5 } }, 'the verdict changed'],
    ['another reason', { reasons: ['outdated'] }, 'the verdict changed'],
    [
      'other quoted words',
      { anchors: [{ start: 0, end: 3, quote: '412' }] },
      'the quoted words changed',
    ],
    ['equal words elsewhere', { anchors: [{ start: 50, end: 59, quote: '412 ships' }] }, null],
    [
      'another number in the claim',
      { claim: 'The harbour handled 421 ships.' },
      'a number changed',
    ],
    [
      'another number in the explanation',
      { explanation: saying('The autority counted 1,389.') },
      'a number changed',
    ],
    [
      'a number written in Arabic digits',
      { explanation: saying('The autority counted ١٣٩٨.') },
      'a number changed',
    ],
    [
      'a number more',
      { explanation: saying('The autority counted 1,398 in 2025.') },
      'a number changed',
    ],
    ['another day', { claimant: { ...before.claimant, saidOn: '2026-02-28' } }, 'a number changed'],
    ['a citation less', { citations: [] }, 'a citation changed'],
    [
      'a citation’s stance',
      { citations: before.citations.map(each => ({ ...each, stance: 'supports' as const })) },
      'a citation changed',
    ],
  ])('of %s', (_what, own, why) => {
    expect(findMoreThanTypo(before, { ...before, ...own })).toBe(why)
  })

  it('of a link’s address', () => {
    const linking = (href: string) => ({
      ...before,
      explanation: {
        type: 'doc',
        content: [
          { type: 'text', text: 'The record.', marks: [{ type: 'link', attrs: { href } }] },
        ],
      },
    })
    const [one, other] = [linking('https://a.example/'), linking('https://b.example/')]
    expect(findMoreThanTypo(one, one)).toBeNull()
    expect(findMoreThanTypo(one, other)).toBe('a link changed')
  })

  it('of the order in which a database gives a claimant', () => {
    const { name, role, saidOn, saidWhere } = before.claimant
    const claimant = { saidWhere, saidOn, role, name }
    expect(findMoreThanTypo(before, { ...before, claimant })).toBeNull()
  })
})

describe('changesBetween', () => {
  const carried = {
    revision: 'next',
    anchors: [{ start: 40, end: 49, quote: '412\u00a0ships' }],
  }
  const lesser = {
    revision: 'next',
    anchors: [{ start: 0, end: 9, quote: '398 ships' }],
  }
  type Fate = 'carried' | 'told' | undefined
  const between = (own: Partial<CanonicalContent>, fate: Fate) =>
    changesBetween(
      [{ key: 'k', content: before }],
      [{ key: 'k', content: { ...before, ...own } }],
      fate && new Map([['k', fate]]),
    )

  it.each<[string, Partial<CanonicalContent>, string[], Fate]>([
    ['no note that a revision only gave other places', carried, [], 'carried'],
    ['one that a person put on equal words', carried, ['revision', 'anchors'], undefined],
    ['one whose words the revision changed', lesser, ['revision', 'anchors'], 'told'],
    [
      'one that a person moved in the same revision',
      { anchors: carried.anchors },
      ['anchors'],
      'carried',
    ],
    [
      'one that was carried and written in',
      { ...carried, claim: 'Ships came.' },
      ['revision', 'anchors', 'claim'],
      'carried',
    ],
  ])('names %s', (_name, own, parts, fate) => {
    const changes = between(own, fate)
    expect(changes.map(change => change.kind === 'changed' && change.parts)).toEqual(
      parts.length > 0 ? [parts] : [],
    )
  })

  it('tells added, changed and removed notes apart, and leaves equal ones out', () => {
    const other = { ...before, claim: 'Other.' }
    const old = [
      { key: 'same', content: before },
      { key: 'gone', content: before },
      { key: 'new-words', content: before },
    ]
    const now = [
      { key: 'fresh', content: before },
      { key: 'new-words', content: other },
      { key: 'same', content: before },
    ]
    expect(changesBetween(old, now)).toEqual([
      { kind: 'added', key: 'fresh' },
      { kind: 'changed', key: 'new-words', parts: ['claim'], isTold: false },
      { kind: 'removed', key: 'gone' },
    ])
  })
})

describe('findCorrectionFaults', () => {
  const note = (own: Partial<CanonicalContent> = {}) => [
    { key: 'k', content: { ...before, ...own } },
  ]
  const correcting = (kind: Correction['kind'], noteKeys = ['k']): Correction[] => [
    { kind, text: 'We put it right.', noteKeys },
  ]
  const pathsOf = (...args: Parameters<typeof findCorrectionFaults>) =>
    findCorrectionFaults(...args).map(fault => fault.path)
  const letter = { explanation: saying('The authority counted 1,398.') }
  const verdict = { rating: { key: 'true', word: 'True', value: 5 } }
  const other = { revision: 'next', anchors: [{ start: 0, end: 9, quote: '398 ships' }] }
  const page = correcting('update', [])
  const told: NoteFates = new Map([['k', 'told']])
  const carried: NoteFates = new Map([['k', 'carried']])

  it.each<[string, string[], Parameters<typeof findCorrectionFaults>]>([
    ['nothing to say', ['corrections'], [note(), note(letter), []]],
    ['a typo that is one', [], [note(), note(letter), correcting('typo')]],
    [
      'a typo that is a verdict',
      ['corrections.0', 'notes.k'],
      [note(), note(verdict), correcting('typo')],
    ],
    ['a verdict called an update', ['notes.k'], [note(), note(verdict), correcting('update')]],
    ['a verdict called by its name', [], [note(), note(verdict), correcting('changed_verdict')]],
    ['a change that nothing names', ['notes.k'], [note(), note(letter), correcting('update', [])]],
    ['a note that went', [], [note(), [], correcting('factual_error')]],
    ['a note that went, as a typo', ['corrections.0'], [note(), [], correcting('typo')]],
    ['a note that went without a word', ['notes.k'], [note(), [], correcting('update', [])]],
    ['a note that came', [], [[], note(), correcting('update', [])]],
    [
      'a note of neither edition',
      ['corrections.0'],
      [note(), note(), correcting('update', ['nobody'])],
    ],
    ['the page as a whole', [], [note(), note(), correcting('update', [])]],
    [
      'a note that was only carried',
      [],
      [note(), note({ revision: 'next' }), correcting('update', []), carried],
    ],
    [
      'a note that was only carried, in an edition without a word',
      ['corrections'],
      [note(), note({ revision: 'next' }), [], carried],
    ],
    ['words that nobody says the publisher changed', ['notes.k'], [note(), note(other), page]],
    [
      'words of ours beside others that the edition tells',
      ['notes.k'],
      [note(), note(other), [], undefined, true],
    ],
    ['words of which the edition tells itself', [], [note(), note(other), [], told, true]],
    [
      'a verdict that changed with them',
      ['notes.k'],
      [note(), note({ ...other, ...verdict }), [], told, true],
    ],
    [
      'a verdict that changed with them, named',
      [],
      [note(), note({ ...other, ...verdict }), correcting('changed_verdict'), told, true],
    ],
    [
      'an explanation that changed with them',
      ['notes.k'],
      [note(), note({ ...other, ...letter }), [], told, true],
    ],
    ['a note that went with its words', ['notes.k'], [note(), [], [], told, true]],
    [
      'a typo in a note that was carried to other typography',
      [],
      [
        note(),
        note({
          ...letter,
          revision: 'next',
          anchors: [{ start: 1, end: 10, quote: '412\u00a0ships' }],
        }),
        correcting('typo'),
        carried,
      ],
    ],
  ])('of %s', (_what, faults, args) => {
    expect(pathsOf(...args)).toEqual(faults)
  })
})

describe('findPageFaults', () => {
  const page: PublishedPage = {
    check: { title: 'The harbor, checked', summary: 'One claim holds.' },
    article: {
      title: 'Harbour traffic is back',
      standfirst: '',
      publisher: 'Meridian Wire',
      byline: 'Staff',
      publishedOn: '2022-01-29',
      url: 'https://wire.example/a',
    },
  }
  const check = (own: Partial<PublishedPage['check']>) => ({
    ...page,
    check: { ...page.check, ...own },
  })
  const article = (own: Partial<PublishedPage['article']>) => ({
    ...page,
    article: { ...page.article, ...own },
  })
  const said = (kind: Correction['kind'], ...noteKeys: string[]): Correction[] => [
    { kind, text: 'We put it right.', noteKeys },
  ]
  const letter = check({ title: 'The harbour, checked' })

  it.each<[string, PublishedPage, Correction[], string[]]>([
    ['an unchanged page', page, said('typo', 'k'), []],
    ['an unchanged page, spoken of', page, said('typo'), []],
    ['a letter, as a typo', letter, said('typo'), []],
    [
      'a letter that only a note’s correction comes with',
      letter,
      said('typo', 'k'),
      ['corrections'],
    ],
    ['another summary', check({ summary: 'No claim holds.' }), said('typo'), ['corrections.0']],
    ['another summary, as an update', check({ summary: 'None.' }), said('update'), []],
    ['another title', article({ title: 'Traffic is gone' }), said('typo'), ['corrections.0']],
    ['another day', article({ publishedOn: '2022-01-28' }), said('typo'), ['corrections.0']],
    [
      'another address',
      article({ url: 'https://wire.example/b' }),
      said('typo'),
      ['corrections.0'],
    ],
    [
      'another byline, unnamed',
      article({ byline: 'Nobody' }),
      said('update', 'k'),
      ['corrections'],
    ],
  ])('of %s', (_what, after, corrections, faults) => {
    expect(findPageFaults(page, after, corrections).map(fault => fault.path)).toEqual(faults)
  })
})

describe('a correction', () => {
  it.each([
    ['no words', { kind: 'typo', text: '  ', noteKeys: [] }],
    ['another kind', { kind: 'oops', text: 'Sorry.', noteKeys: [] }],
    ['a zero byte', { kind: 'typo', text: 'a\u0000', noteKeys: [] }],
  ])('is refused with %s', (_what, input) => {
    expect(correction.safeParse(input).success).toBe(false)
  })
})
