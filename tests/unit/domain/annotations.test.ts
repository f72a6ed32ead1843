import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AnnotationContent,
  annotationContent,
  type CanonicalContent,
  carriedContent,
  changedParts,
  contentHash,
  contentOf,
  emptyClaimant,
  findMissing,
  heldHashesOf,
  inTextOrder,
  isLongClaim,
  newContent,
  putInTextOrder,
} from '@/lib/domain/annotations'
import { emptyDocument } from '@/lib/domain/rich-text'
import { defaultScale, type Rating } from '@/lib/domain/scales'
import type { Citation } from '@/lib/domain/sources'

const ratingOf = (key: string): Rating => {
  const rating = defaultScale.ratings.find(each => each.key === key)
  if (!rating) throw new Error(`The scale has no ${key}.`)
  return rating
}
const citation: Citation = {
  stance: 'refutes',
  url: 'https://a.example/',
  title: 'A record',
  publisher: 'An office',
  publishedOn: '',
  passage: '',
  passageKind: 'exact',
  locator: '',
}
const anchors = [
  { start: 10, end: 15, quote: 'later', prefix: 'the ', suffix: '.' },
  { start: 0, end: 5, quote: 'first', prefix: '', suffix: ' the' },
]
const content: AnnotationContent = {
  ...newContent([{ start: 0, end: 5 }], 'It is so.'),
  claimant: { ...emptyClaimant, name: 'Someone' },
  reasons: ['outdated', 'disputed'],
  explanation: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'No.' }] }],
  },
  citations: [citation, { ...citation, title: 'Another' }],
}
const paragraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const mentioning = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [{ type: 'mention', attrs: { id: 'i', label: 'Ines Calloway' } }],
    },
  ],
}
const canonical = contentOf(content, anchors, ratingOf('false'), 'hash of the text')

describe('contentOf', () => {
  it('is all that a reader sees and nothing that they do not', () => {
    expect(canonical).toEqual({
      revision: 'hash of the text',
      anchors: [
        { start: 0, end: 5, quote: 'first' },
        { start: 10, end: 15, quote: 'later' },
      ],
      claim: 'It is so.',
      claimant: content.claimant,
      rating: { key: 'false', word: 'False', value: 1 },
      reasons: ['disputed', 'outdated'],
      explanation: content.explanation,
      citations: content.citations,
    })
  })

  it('does not depend on the order of anchors, reasons or members', () => {
    const turned = {
      ...Object.fromEntries(Object.entries(content).reverse()),
      reasons: ['disputed', 'outdated', 'disputed'],
    } as AnnotationContent
    const other = contentOf(turned, [...anchors].reverse(), ratingOf('false'), 'hash of the text')
    expect(contentHash(other)).toBe(contentHash(canonical))
  })

  const changes: [string, keyof CanonicalContent, CanonicalContent][] = [
    ['another text', 'revision', { ...canonical, revision: 'other' }],
    [
      'another place of equal words',
      'anchors',
      contentOf(
        content,
        [{ start: 20, end: 25, quote: 'first', prefix: '', suffix: '' }],
        ratingOf('false'),
        'hash of the text',
      ),
    ],
    ['another claim', 'claim', { ...canonical, claim: 'It is so' }],
    [
      'another claimant',
      'claimant',
      { ...canonical, claimant: { ...canonical.claimant, role: 'x' } },
    ],
    ['another rating', 'rating', contentOf(content, anchors, ratingOf('true'), 'hash of the text')],
    [
      'a rating of another word',
      'rating',
      contentOf(content, anchors, { ...ratingOf('false'), word: 'Wrong' }, 'hash of the text'),
    ],
    ['no rating', 'rating', { ...canonical, rating: null }],
    ['one reason less', 'reasons', { ...canonical, reasons: ['outdated'] }],
    ['another explanation', 'explanation', { ...canonical, explanation: emptyDocument }],
    [
      'citations in another order',
      'citations',
      { ...canonical, citations: [...canonical.citations].reverse() },
    ],
    [
      'a citation with another page',
      'citations',
      { ...canonical, citations: [{ ...citation, locator: 'p. 1' }] },
    ],
  ]

  it.each(changes)('is other content with %s', (_what, part, other) => {
    expect(contentHash(other)).not.toBe(contentHash(canonical))
    expect(changedParts(canonical, other)).toEqual([part])
  })

  it('is the same content whatever the surroundings and the rating’s look', () => {
    const moved = anchors.map(anchor => ({ ...anchor, prefix: 'x', suffix: 'y' }))
    const look = { ...ratingOf('false'), tint: 'half', definition: 'x', ordinal: 9 } as const
    expect(changedParts(canonical, contentOf(content, moved, look, 'hash of the text'))).toEqual([])
  })
})

describe('findMissing', () => {
  it('finds nothing missing in a whole note', () => {
    expect(findMissing(canonical, ratingOf('false'))).toEqual([])
  })

  it.each<[string, Partial<CanonicalContent>, string]>([
    ['a claim', { claim: '' }, 'Write the claim in one sentence.'],
    ['a claimant', { claimant: emptyClaimant }, 'Say who made the claim.'],
    ['an explanation', { explanation: emptyDocument }, 'Explain the verdict.'],
    ['evidence', { citations: [] }, 'Add at least one piece of evidence.'],
    [
      'an explanation for readers where it calls on a colleague',
      { explanation: mentioning },
      'Take @Ines Calloway out of the explanation: readers would see it. A remark is the place to ask.',
    ],
    [
      'words where an address stands in the explanation',
      { explanation: paragraph('See https://a.example/b.') },
      'Make “https://a.example/b” in the explanation a piece of evidence or a link.',
    ],
    [
      'a title of evidence',
      { citations: [{ ...citation, title: '' }] },
      'Give evidence 1 its title.',
    ],
    [
      'where evidence is from',
      { citations: [citation, { ...citation, url: '', publisher: '' }] },
      'Give evidence 2 an address, or say who published it.',
    ],
    [
      'what evidence does to the claim',
      { citations: [citation, { ...citation, stance: null }] },
      'Say of evidence 2 whether it supports or refutes the claim, or gives context.',
    ],
  ])('misses %s', (_what, own, words) => {
    expect(findMissing({ ...canonical, ...own }, ratingOf('false'))).toEqual([words])
  })

  it('misses a verdict, and asks no evidence for what cannot have any', () => {
    expect(findMissing({ ...canonical, citations: [] }, null)).toEqual(['Choose a verdict.'])
    expect(findMissing({ ...canonical, citations: [] }, ratingOf('not-checkable'))).toEqual([])
  })
})

describe('what a person writes in a note', () => {
  it('may leave all but its words empty', () => {
    expect(annotationContent.safeParse(newContent([{ start: 0, end: 1 }], '')).success).toBe(true)
  })

  it('rests on something, on at most twenty places, and cites at most fifty sources', () => {
    const place = { start: 0, end: 1 }
    const many = (count: number) => Array.from({ length: count }, () => place)
    const cited = (count: number) => Array.from({ length: count }, () => citation)
    const isFine = (own: Partial<AnnotationContent>) =>
      annotationContent.safeParse({ ...content, ...own }).success
    expect([0, 1, 20, 21].map(count => isFine({ anchors: many(count) }))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect([50, 51].map(count => isFine({ citations: cited(count) }))).toEqual([true, false])
  })

  it('comes in one line where one line is meant', () => {
    const parsed = annotationContent.parse({
      ...content,
      claimant: { ...emptyClaimant, name: ' A\n\tB ' },
    })
    expect(parsed.claimant.name).toBe('A B')
  })
})

describe('isLongClaim', () => {
  it.each([
    ['x'.repeat(74), false],
    ['x'.repeat(75), true],
    ['🚢'.repeat(74), false],
    ['🚢'.repeat(75), true],
  ])('counts characters, not code units', (claim, long) => {
    expect(isLongClaim(claim)).toBe(long)
  })
})

describe('putInTextOrder', () => {
  const notes = fc.uniqueArray(
    fc.record({
      id: fc.nat(30).map(String),
      anchors: fc.array(
        fc.tuple(fc.nat(20), fc.nat(5)).map(([start, more]) => ({ start, end: start + 1 + more })),
        { maxLength: 2 },
      ),
      createdAt: fc.nat(1_000_000).map(minute => new Date(minute * 60_000).toISOString()),
    }),
    { minLength: 1, maxLength: 20, selector: ({ createdAt }) => createdAt },
  )

  it('puts a note where sorting all of them would, and takes out what was known of it', () => {
    fc.assert(
      fc.property(notes, fc.nat(19), (all, at) => {
        const [note] = all.slice(at % all.length)
        if (!note) return
        const others = inTextOrder(all.filter(({ id }) => id !== note.id))
        expect(putInTextOrder(others, note)).toEqual(inTextOrder([...others, note]))
        const before = inTextOrder([...others, { ...note, anchors: [{ start: 3, end: 9 }] }])
        expect(putInTextOrder(before, note)).toEqual(inTextOrder([...others, note]))
      }),
    )
  })
})

describe('inTextOrder', () => {
  it('goes by the first word, the longer first, then by age; notes without a place come last', () => {
    const note = (name: string, start: number, end: number, createdAt = '2026-01-01') => ({
      name,
      anchors: [{ start, end }],
      createdAt,
    })
    const lost = { name: 'lost', anchors: [], createdAt: '2020-01-01' }
    const notes = [
      lost,
      note('late', 9, 10),
      note('young', 0, 4, '2026-02-02'),
      note('short', 0, 2),
      note('old', 0, 4),
    ]
    expect(inTextOrder(notes).map(each => each.name)).toEqual([
      'old',
      'young',
      'short',
      'late',
      'lost',
    ])
  })

  it('goes by where a note is to be settled, if it rests nowhere', () => {
    const note = (name: string, start: number | null, near: number) => ({
      name,
      anchors: [],
      unsettled: [{ start, end: start && start + 1, near }],
      createdAt: '2026-01-01',
    })
    const resting = { name: 'resting', anchors: [{ start: 5, end: 6 }], createdAt: '2026-01-01' }
    const notes = [note('after', null, 9), note('changed', 7, 0), resting, note('before', null, 2)]
    expect(inTextOrder(notes).map(each => each.name)).toEqual([
      'before',
      'resting',
      'changed',
      'after',
    ])
  })

  it('goes by words that changed as by others of the same note', () => {
    const resting = { name: 'resting', anchors: [{ start: 5, end: 6 }], createdAt: '2026-01-01' }
    const partly = {
      name: 'partly',
      anchors: [{ start: 8, end: 9 }],
      unsettled: [{ start: 2, end: 3, near: 2 }],
      createdAt: '2026-01-01',
    }
    expect(inTextOrder([resting, partly]).map(each => each.name)).toEqual(['partly', 'resting'])
  })

  it('goes by the first of a note’s places, in whatever order they are kept', () => {
    const moved = {
      name: 'moved',
      anchors: [
        { start: 8, end: 9 },
        { start: 1, end: 2 },
      ],
    }
    const other = { name: 'other', anchors: [{ start: 4, end: 5 }] }
    const notes = [other, moved].map(each => ({ ...each, createdAt: '2026-01-01' }))
    expect(inTextOrder(notes).map(each => each.name)).toEqual(['moved', 'other'])
  })
})

describe('carriedContent', () => {
  it('changes the revision and the places, and nothing else', () => {
    const [anchor] = anchors
    const carried = carriedContent(canonical, anchor ? [anchor] : [], 'another text')
    expect(carried).toEqual({
      ...canonical,
      revision: 'another text',
      anchors: [{ start: 10, end: 15, quote: 'later' }],
    })
    expect(changedParts(canonical, carried)).toEqual(['revision', 'anchors'])
  })

  it('says of the same words at other offsets only that the revision is another', () => {
    const moved = anchors.map(each => ({ ...each, start: each.start + 7, end: each.end + 7 }))
    const elsewhere = { ...canonical, anchors: [...moved].reverse() }
    expect(changedParts(canonical, { ...elsewhere, revision: 'another text' })).toEqual([
      'revision',
    ])
    expect(changedParts(canonical, elsewhere)).toEqual(['anchors'])
  })

  it('is the content that the note would have if it were written there', () => {
    const moved = anchors.map(each => ({ ...each, start: each.start + 7, end: each.end + 7 }))
    const written = contentOf(content, moved, ratingOf('false'), 'another text')
    expect(contentHash(carriedContent(canonical, moved, 'another text'))).toBe(contentHash(written))
  })
})

describe('heldHashesOf', () => {
  it.each([
    ['only what it is, where a person wrote it', 'c', [], ['c']],
    ['what it was carried from', 'c', [['c', 'b']], ['c', 'b']],
    [
      'all it was carried from, one after the other',
      'c',
      [
        ['c', 'b'],
        ['b', 'a'],
      ],
      ['c', 'b', 'a'],
    ],
    ['nothing from before a person wrote', 'c', [['b', 'a']], ['c']],
    [
      'nothing beyond a break',
      'd',
      [
        ['d', 'c'],
        ['b', 'a'],
      ],
      ['d', 'c'],
    ],
  ])('are %s', (_what, hash, versions, held) => {
    const carryings = versions.map(([to = '', from = '']) => ({ hash: to, carriedFrom: from }))
    expect(heldHashesOf(hash, carryings)).toEqual(held)
  })
})
