import type { CorrectionKind } from '@/lib/domain/corrections'
import { plain } from '@/lib/domain/plain'
import type { PublisherChange } from '@/lib/domain/publisher-changes'
import type { Role } from '@/lib/domain/roles'
import type { Rating } from '@/lib/domain/scales'

/** A fact-check as the front page lists it: its latest edition, if that is not withdrawn. */
export interface PublishedCheck {
  slug: string
  title: string
  summary: string
  article: { title: string; publisher: string; publishedOn: string }
  number: number
  /** ISO 8601: of this edition, and of the first. */
  publishedAt: string
  firstPublishedAt: string
  /** The verdicts in the order of the text. */
  verdicts: { key: string; number: number; rating: Rating | null }[]
}

/** A claim as the archive lists it, from the latest edition that stands. */
export interface PublishedClaim {
  slug: string
  key: string
  claim: string
  claimant: string
  rating: Rating | null
  checkTitle: string
  /** ISO 8601: when this note was first published. */
  firstPublishedAt: string
}

/** A correction as the list of all corrections shows it. */
export interface PublishedCorrection {
  slug: string
  checkTitle: string
  edition: number
  /** ISO 8601. */
  at: string
  kind: CorrectionKind
  text: string
  noteKeys: string[]
}

/** What a publisher changed in a passage that was checked, as the list of all corrections shows it. */
export interface PublishedPublisherChange extends PublisherChange {
  slug: string
  checkTitle: string
  /** Whose text it is, and its language (BCP 47). */
  article: { publisher: string; language: string }
}

/** An edition taken back, as the public list of corrections names it. */
export interface PublishedWithdrawal {
  slug: string
  checkTitle: string
  edition: number
  at: string
  reason: string
}

/** The newsroom as its public pages present it. */
export interface PublicNewsroom {
  name: string
  language: string
  timeZone: string
  method: string
  correctionsPolicy: string
  contact: string
  isDemo: boolean
  /** In the order of the scale. */
  ratings: Rating[]
  people: { name: string; role: Role }[]
}

/** All that the front page and the list of claims are made of, each newest first. */
export interface PublishedLists {
  newsroom: PublicNewsroom
  checks: PublishedCheck[]
  claims: PublishedClaim[]
  corrections: PublishedCorrection[]
  withdrawals: PublishedWithdrawal[]
}

/** What the list of corrections is made of, each newest first. */
export interface PublishedSite extends PublishedLists {
  publisherChanges: PublishedPublisherChange[]
}

/** Which claims a reader asks for: a rating's key and some words, either of them empty. */
export interface ClaimSearch {
  verdict: string
  words: string
}

/** The claims that a reader asked for: every word must be in the claim, its claimant or the headline. */
export function matchingClaims(
  claims: readonly PublishedClaim[],
  { verdict, words }: ClaimSearch,
): PublishedClaim[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return claims.filter(each => {
    if (verdict && each.rating?.key !== verdict) return false
    const text = plain(`${each.claim} ${each.claimant} ${each.checkTitle}`)
    return wanted.every(word => text.includes(word))
  })
}
