import { describe, expect, it } from 'vitest'
import type { EditionNote } from '@/lib/domain/editions'
import type { PublisherChange } from '@/lib/domain/publisher-changes'
import { claimReviewOf, validateClaimReview } from '@/lib/formats/claim-review'
import { publisherChange, type SnapshotNote, snapshotOf } from '@/tests/support/snapshots'

const origin = 'https://courier.example'
const url = `${origin}/checks/a/claims/k1`

function reviewOf(
  content: SnapshotNote['content'] = {},
  details = {},
  changes: PublisherChange[] = [],
) {
  const snapshot = snapshotOf(['412 ships.'], [{ key: 'k1', words: ['412 ships'], content }])
  const [note] = snapshot.notes
  return claimReviewOf(note as EditionNote, {
    url,
    newsroom: { ...snapshot.newsroom, url: `${origin}/` },
    article: { ...snapshot.article, ...details },
    scale: snapshot.scale,
    changes,
  })
}

describe('a ClaimReview', () => {
  it.each([
    ['true', 5],
    ['mostly-true', 4],
    ['missing-context', 3],
    ['mostly-false', 2],
    ['false', 1],
  ])('of a rating in the range has its numbers (%s)', (ratingKey, value) => {
    const review = reviewOf({ ratingKey })
    expect(review.reviewRating).toMatchObject({ ratingValue: value, bestRating: 5, worstRating: 1 })
    expect(validateClaimReview(review, origin)).toEqual([])
  })

  it.each(['unproven', 'not-checkable'])(
    'of a rating outside the range has its word alone (%s)',
    ratingKey => {
      const review = reviewOf({ ratingKey })
      expect(Object.keys(review.reviewRating as object)).toEqual(['@type', 'alternateName'])
      expect(validateClaimReview(review, origin)).toEqual([])
    },
  )

  it('takes the publisher for an organisation and anyone else for a person', () => {
    const claimant = { name: 'Meridian Wire', role: '', saidOn: '', saidWhere: '' }
    expect(reviewOf({ claimant }).itemReviewed).toMatchObject({
      author: { '@type': 'Organization', name: 'Meridian Wire' },
    })
    expect(
      reviewOf({ claimant: { ...claimant, name: 'Ada', role: 'mayor' } }).itemReviewed,
    ).toMatchObject({ author: { '@type': 'Person', name: 'Ada', jobTitle: 'mayor' } })
  })

  it('does not date words that the publisher has changed since, and says when the article was', () => {
    const claimant = { name: 'Ada', role: '', saidOn: '', saidWhere: '' }
    const changed = publisherChange({ changedOn: '2022-02-03' })
    const review = reviewOf({ claimant }, {}, [changed, publisherChange({ changedOn: '2022-02' })])
    expect(review.itemReviewed).not.toHaveProperty('datePublished')
    expect(review.itemReviewed).toMatchObject({
      appearance: { datePublished: '2022-01-29', dateModified: '2022-02-03' },
    })
    expect(validateClaimReview(review, origin)).toEqual([])
    const reworded = reviewOf({ claimant }, {}, [publisherChange({ kind: 'wording' })])
    expect(reworded.itemReviewed).toMatchObject({
      datePublished: '2022-01-29',
      appearance: expect.not.objectContaining({ dateModified: expect.anything() }),
    })
  })

  it('dates the claim by when it was said, else by the article, else not at all', () => {
    const claimant = { name: 'Ada', role: '', saidOn: '2022-01', saidWhere: '' }
    expect(reviewOf({ claimant }).itemReviewed).toMatchObject({ datePublished: '2022-01' })
    const undated = { ...claimant, saidOn: '' }
    expect(reviewOf({ claimant: undated }).itemReviewed).toMatchObject({
      datePublished: '2022-01-29',
    })
    const review = reviewOf({ claimant: undated }, { publishedOn: '', url: '' })
    expect(review.itemReviewed).not.toHaveProperty('datePublished')
    expect(validateClaimReview(review, origin)).toEqual([])
  })
})

describe('validateClaimReview', () => {
  it.each<[string, object, string]>([
    ['an address elsewhere', { url: 'https://other.example/a' }, 'url'],
    ['an address that is not absolute', { url: '/a' }, 'url'],
    ['an empty claim', { claimReviewed: ' ' }, 'claimReviewed'],
    ['no rating', { reviewRating: undefined }, 'reviewRating'],
    [
      'a rating without a word',
      { reviewRating: { '@type': 'Rating', ratingValue: 1 } },
      'alternateName',
    ],
    [
      'a value above the best',
      {
        reviewRating: {
          '@type': 'Rating',
          alternateName: 'x',
          ratingValue: 6,
          bestRating: 5,
          worstRating: 1,
        },
      },
      'worst',
    ],
    [
      'a worst value of 0',
      {
        reviewRating: {
          '@type': 'Rating',
          alternateName: 'x',
          ratingValue: 1,
          bestRating: 5,
          worstRating: 0,
        },
      },
      'worst',
    ],
    ['no author', { author: undefined }, 'author'],
    ['no date', { datePublished: 'yesterday' }, 'datePublished'],
    ['no claim', { itemReviewed: undefined }, 'itemReviewed'],
    [
      'a claimant without a name',
      { itemReviewed: { '@type': 'Claim', author: { '@type': 'Person' } } },
      'author.name',
    ],
    ['another type', { '@type': 'Review' }, '@type'],
  ])('refuses %s', (_name, change, named) => {
    const faults = validateClaimReview({ ...reviewOf(), ...change }, origin)
    expect(faults.join(' ')).toContain(named)
  })

  it('refuses what is no object', () => {
    expect(validateClaimReview(null, origin)).toHaveLength(1)
    expect(validateClaimReview([], origin)).toHaveLength(1)
  })
})
