import { z } from 'zod'
import { type Anchor, span } from '@/lib/domain/anchoring/anchors'
import { hashValue } from '@/lib/domain/canonical'
import { optionalDate } from '@/lib/domain/dates'
import type { AnnotationState } from '@/lib/domain/review'
import { type DocumentNode, documentNode, emptyDocument, wordsOf } from '@/lib/domain/rich-text'
import { type Rating, type VerdictReason, verdictReason } from '@/lib/domain/scales'
import { type Citation, citation } from '@/lib/domain/sources'
import { oneLine, storableText } from '@/lib/domain/text'

/** Who said it, and when and where it was said. */
export const claimant = z.strictObject({
  name: oneLine(200),
  /** Office or description: "foreign minister of Russia". */
  role: oneLine(200),
  saidOn: optionalDate,
  /** "press conference in Moscow", "as reported in the article". */
  saidWhere: oneLine(300),
})
export type Claimant = z.infer<typeof claimant>

/** At most 20 places for one note: more is another note. */
const anchorLimit = 20
/** At most 50 citations: beyond it nobody can review them. */
const citationLimit = 50

/** What a person writes in a note; a draft may leave all but its anchors empty. */
export const annotationContent = z.strictObject({
  anchors: z.array(span).min(1, 'A note needs at least one place in the article.').max(anchorLimit),
  claim: storableText(2000).transform(text => text.trim()),
  claimant,
  ratingKey: z.string().max(40).nullable(),
  reasons: z.array(verdictReason).max(10),
  explanation: documentNode,
  citations: z.array(citation).max(citationLimit, `At most ${citationLimit} citations.`),
})
export type AnnotationContent = z.infer<typeof annotationContent>

/** A note about to be made on the words of one revision. */
export const newAnnotation = z.strictObject({
  revisionId: z.uuid(),
  content: annotationContent,
  /** A mark for anyone to take, with no verdict yet. */
  toCheck: z.boolean().default(false),
})
export type NewAnnotation = z.infer<typeof newAnnotation>

/** A save, from the version the person was looking at. */
export const annotationSave = z.strictObject({
  version: z.int().min(1),
  content: annotationContent,
})
export type AnnotationSave = z.infer<typeof annotationSave>

export const emptyClaimant: Claimant = { name: '', role: '', saidOn: '', saidWhere: '' }

/** A fresh note on `anchors`, with its claim prefilled. */
export function newContent(
  anchors: AnnotationContent['anchors'],
  claim: string,
): AnnotationContent {
  return {
    anchors,
    claim,
    claimant: emptyClaimant,
    ratingKey: null,
    reasons: [],
    explanation: emptyDocument,
    citations: [],
  }
}

/** All that a reader would see of an annotation: what a review approves and an edition records. */
export interface CanonicalContent {
  /** SHA-256 of the text that the anchors count in. */
  revision: string
  anchors: { start: number; end: number; quote: string }[]
  claim: string
  claimant: Claimant
  rating: { key: string; word: string; value: number | null } | null
  reasons: VerdictReason[]
  explanation: DocumentNode
  citations: Citation[]
}

/**
 * The canonical content of a note. Anchors stand in the order of the text, so that the order in which
 * they were marked makes no other content; reasons likewise. Citations keep their order: a reader sees it.
 */
export function contentOf(
  content: Omit<AnnotationContent, 'anchors' | 'ratingKey'>,
  anchors: readonly Anchor[],
  rating: Rating | null,
  textHash: string,
): CanonicalContent {
  return {
    revision: textHash,
    anchors: anchors
      .map(({ start, end, quote }) => ({ start, end, quote }))
      .sort((a, b) => a.start - b.start || a.end - b.end),
    claim: content.claim,
    claimant: content.claimant,
    rating: rating && { key: rating.key, word: rating.word, value: rating.value },
    reasons: [...new Set(content.reasons)].sort(),
    explanation: content.explanation,
    citations: content.citations,
  }
}

/** SHA-256 of the canonical content; what an approval names. */
export function contentHash(content: CanonicalContent): string {
  return hashValue(content)
}

/** Whether nothing is written yet but on which words: what marking them to check makes. */
export function isBare(content: CanonicalContent): boolean {
  const { claim, claimant, rating, reasons, explanation, citations } = content
  const texts = [claim, ...Object.values(claimant), wordsOf(explanation)]
  return texts.every(text => text === '') && !rating && reasons.length + citations.length === 0
}

/** The parts of a note that differ between two contents, for the history and for corrections. */
export function changedParts(
  before: CanonicalContent,
  after: CanonicalContent,
): (keyof CanonicalContent)[] {
  const parts = Object.keys(after) as (keyof CanonicalContent)[]
  return parts.filter(part => hashValue(before[part]) !== hashValue(after[part]))
}

export const partWords: Record<keyof CanonicalContent, string> = {
  revision: 'the revision',
  anchors: 'the words it rests on',
  claim: 'the claim',
  claimant: 'the claimant',
  rating: 'the verdict',
  reasons: 'the reasons',
  explanation: 'the explanation',
  citations: 'the evidence',
}

/** Google cuts a claimReviewed off near 75 characters; longer is flagged, never refused. */
export const claimLengthAdvised = 75

/** Whether a claim is longer than search engines show. */
export function isLongClaim(claim: string): boolean {
  return [...claim].length >= claimLengthAdvised
}

/** What still keeps a note from being sent for review, each as an instruction; empty when it may go. */
export function findMissing(content: CanonicalContent, rating: Rating | null): string[] {
  const missing: string[] = []
  if (content.claim === '') missing.push('Write the claim in one sentence.')
  if (content.claimant.name === '') missing.push('Say who made the claim.')
  if (!rating) missing.push('Choose a verdict.')
  if (wordsOf(content.explanation) === '') missing.push('Explain the verdict.')
  if (rating?.needsEvidence && content.citations.length === 0)
    missing.push('Add at least one piece of evidence.')
  content.citations.forEach((each, index) => {
    if (each.title === '') missing.push(`Give evidence ${index + 1} its title.`)
    if (each.url === '' && each.publisher === '')
      missing.push(`Give evidence ${index + 1} an address, or say who published it.`)
  })
  return missing
}

/** A person as shown beside their work. */
export interface PersonName {
  id: string
  name: string
}

export interface ReviewView {
  id: string
  reviewer: PersonName
  decision: 'approve' | 'ask_changes'
  comment: string
  /** The content decided on; it holds only while the note has this very hash. */
  contentHash: string
  /** ISO 8601. */
  at: string
}

export interface CommentView {
  id: string
  author: PersonName
  body: string
  at: string
}

export interface ThreadView {
  id: string
  quote: string
  resolvedAt: string | null
  resolvedBy: PersonName | null
  comments: CommentView[]
}

/** One note as the desk sees it; JSON all the way, so that it can cross to the browser. */
export interface AnnotationView {
  id: string
  articleId: string
  key: string
  state: AnnotationState
  version: number
  contentHash: string
  ownerId: string
  owner: PersonName
  /** All who ever saved a version, the owner first. */
  authors: PersonName[]
  authorIds: string[]
  content: AnnotationContent
  anchors: Anchor[]
  reviews: ReviewView[]
  threads: ThreadView[]
  retiredReason: string | null
  /** Number of the newest edition that holds it, with the hash it had there. */
  published: { edition: number; contentHash: string } | null
  createdAt: string
  updatedAt: string
  submittedAt: string | null
}

/** One kept version of a note, newest first in lists. */
export interface VersionView {
  version: number
  author: PersonName
  at: string
  hash: string
  content: CanonicalContent
}

/** Notes in the order of the text: by first word, the longer first, then by age. Numbers follow this order. */
export function inTextOrder<
  T extends { anchors: readonly { start: number; end: number }[]; createdAt: string },
>(notes: readonly T[]): T[] {
  const first = (note: T) => note.anchors[0] ?? { start: Number.POSITIVE_INFINITY, end: 0 }
  return [...notes].sort((a, b) => {
    const [p, q] = [first(a), first(b)]
    return p.start - q.start || q.end - p.end || (a.createdAt < b.createdAt ? -1 : 1)
  })
}
