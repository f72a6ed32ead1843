import type { Claim, ClaimReview, Organization, Person, Rating, WithContext } from 'schema-dts'
import type { ArticleDetails } from '@/lib/domain/articles'
import { isPartialDate } from '@/lib/domain/dates'
import type { EditionNote } from '@/lib/domain/editions'
import type { PublisherChange } from '@/lib/domain/publisher-changes'
import { rangeOf, type Rating as ScaleRating } from '@/lib/domain/scales'

/** What a ClaimReview is made from, beside the note itself. Addresses are absolute. */
export interface ClaimReviewContext {
  /** The claim's own page on this site. */
  url: string
  newsroom: { name: string; language: string; url: string }
  article: ArticleDetails
  scale: readonly ScaleRating[]
  /** What was changed in the note's words after they were checked, newest first. */
  changes: readonly PublisherChange[]
}

/**
 * A note as schema.org ClaimReview, as Google's "Fact Check (ClaimReview) structured data" asks for it:
 * one per page, with `claimReviewed`, `reviewRating` and `url`. Dates may be of reduced precision
 * (ISO 8601: 2022-01), because a made-up day would be a false fact.
 */
export function claimReviewOf(
  note: EditionNote,
  { url, newsroom, article, scale, changes }: ClaimReviewContext,
): WithContext<ClaimReview> {
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url,
    claimReviewed: note.content.claim,
    datePublished: note.firstPublishedAt,
    inLanguage: newsroom.language,
    author: { '@type': 'Organization', name: newsroom.name, url: newsroom.url },
    reviewRating: ratingOf(note, scale),
    itemReviewed: claimOf(note, article, changes),
  }
}

/**
 * The verdict. A rating without a value (unproven, not checkable) carries its word alone: Google reads
 * a number as a degree of truth between worst and best, and these ratings say that there is none to
 * give. `alternateName` is the only part that is always required.
 */
function ratingOf(note: EditionNote, scale: readonly ScaleRating[]): Rating {
  const word = note.content.rating?.word ?? ''
  const value = note.content.rating?.value ?? null
  if (value === null) return { '@type': 'Rating', alternateName: word }
  const { worst, best } = rangeOf(scale)
  return {
    '@type': 'Rating',
    alternateName: word,
    ratingValue: value,
    bestRating: best,
    worstRating: worst,
  }
}

function claimOf(
  { content }: EditionNote,
  article: ArticleDetails,
  changes: readonly PublisherChange[],
): Claim {
  const datePublished = content.claimant.saidOn || wordsDate(article, changes)
  const dateModified = changes.map(changedOn).find(date => date !== '')
  return {
    '@type': 'Claim',
    author: claimantOf(content.claimant, article),
    ...(datePublished && { datePublished }),
    appearance: {
      '@type': 'NewsArticle',
      headline: article.title,
      ...(article.url && { url: article.url }),
      ...(article.publishedOn && { datePublished: article.publishedOn }),
      ...(dateModified && { dateModified }),
      inLanguage: article.language,
      publisher: { '@type': 'Organization', name: article.publisher },
    },
  }
}

/**
 * When the article published the claim. "" where its words were given another meaning since: whether
 * the claim is the older or the newer one is for people to say.
 */
function wordsDate({ publishedOn }: ArticleDetails, changes: readonly PublisherChange[]): string {
  return changes.some(({ kind }) => kind === 'meaning') ? '' : publishedOn
}

const changedOn = (change: PublisherChange) => (change.again ?? change).changedOn

/** A claim in the article's own voice is the publisher's, an organisation; any other claimant is a person. */
function claimantOf(
  { name, role }: EditionNote['content']['claimant'],
  article: ArticleDetails,
): Person | Organization {
  if (name === article.publisher) return { '@type': 'Organization', name }
  return { '@type': 'Person', name, ...(role && { jobTitle: role }) }
}

/**
 * What is wrong with a parsed ClaimReview by Google's documentation ("Structured data type
 * definitions": required and recommended properties) and by schema.org; empty where nothing is.
 * `origin` is the site it must stand on.
 */
export function validateClaimReview(value: unknown, origin: string): string[] {
  if (!isRecord(value)) return ['it is not an object']
  const faults = [
    expect(value['@context'] === 'https://schema.org', '@context is not https://schema.org'),
    expect(value['@type'] === 'ClaimReview', '@type is not ClaimReview'),
    expect(isOn(value.url, origin), 'url is not an absolute address of this site'),
    expect(isWords(value.claimReviewed), 'claimReviewed is missing'),
    expect(isDate(value.datePublished), 'datePublished is no ISO 8601 date'),
    ...authorFaults('author', value.author, ['Organization']),
    expect(
      isRecord(value.author) && isAddress(value.author.url),
      'author.url is no absolute address',
    ),
    ...ratingFaults(value.reviewRating),
    ...itemFaults(value.itemReviewed),
  ]
  return faults.filter(fault => fault !== null)
}

function ratingFaults(value: unknown): (string | null)[] {
  if (!isRecord(value) || value['@type'] !== 'Rating') return ['reviewRating is no Rating']
  const { alternateName, ratingValue, bestRating, worstRating } = value
  const numbers = [ratingValue, bestRating, worstRating].filter(each => each !== undefined)
  const inOrder =
    numbers.length === 0 ||
    (typeof ratingValue === 'number' &&
      typeof bestRating === 'number' &&
      typeof worstRating === 'number' &&
      worstRating >= 1 &&
      worstRating <= ratingValue &&
      ratingValue <= bestRating &&
      worstRating < bestRating)
  return [
    expect(isWords(alternateName), 'reviewRating.alternateName is missing'),
    expect(inOrder, 'reviewRating’s numbers are not 1 ≤ worst ≤ value ≤ best'),
  ]
}

function itemFaults(value: unknown): (string | null)[] {
  if (!isRecord(value) || value['@type'] !== 'Claim') return ['itemReviewed is no Claim']
  const { author, datePublished, appearance } = value
  return [
    ...authorFaults('itemReviewed.author', author, ['Person', 'Organization']),
    expect(
      datePublished === undefined || isDate(datePublished),
      'itemReviewed.datePublished is no date',
    ),
    expect(isRecord(appearance), 'itemReviewed.appearance is missing'),
    expect(
      !isRecord(appearance) || appearance.url === undefined || isAddress(appearance.url),
      'itemReviewed.appearance.url is no absolute address',
    ),
  ]
}

function authorFaults(path: string, value: unknown, types: string[]): (string | null)[] {
  if (!isRecord(value)) return [`${path} is missing`]
  return [
    expect(types.includes(String(value['@type'])), `${path} is no ${types.join(' or ')}`),
    expect(isWords(value.name), `${path}.name is missing`),
  ]
}

const expect = (holds: boolean, fault: string) => (holds ? null : fault)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isWords = (value: unknown) => typeof value === 'string' && value.trim() !== ''

const isAddress = (value: unknown) =>
  typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)

const isOn = (value: unknown, origin: string) =>
  isAddress(value) && new URL(String(value)).origin === origin

const isDate = (value: unknown) =>
  typeof value === 'string' &&
  (isPartialDate(value) || /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value))
