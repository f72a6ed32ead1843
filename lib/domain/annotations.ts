import { z } from 'zod'
import { bareAddressesIn } from '@/lib/domain/addresses'
import { type Anchor, type Span, span } from '@/lib/domain/anchoring/anchors'
import type { Change } from '@/lib/domain/anchoring/changes'
import type { PlacementKind } from '@/lib/domain/anchoring/placements'
import { hashValue } from '@/lib/domain/canonical'
import { optionalDate } from '@/lib/domain/dates'
import { mentionsIn, mentionWords } from '@/lib/domain/mentions'
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
  /** The revision that its offsets count in; they are never stored as another's. */
  revisionId: z.uuid(),
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
    anchors: canonicalAnchors(anchors),
    claim: content.claim,
    claimant: content.claimant,
    rating: rating && { key: rating.key, word: rating.word, value: rating.value },
    reasons: [...new Set(content.reasons)].sort(),
    explanation: content.explanation,
    citations: content.citations,
  }
}

/** The same content, resting on `anchors` of another revision. */
export function carriedContent(
  content: CanonicalContent,
  anchors: readonly Anchor[],
  textHash: string,
): CanonicalContent {
  return { ...content, revision: textHash, anchors: canonicalAnchors(anchors) }
}

function canonicalAnchors(anchors: readonly Anchor[]): CanonicalContent['anchors'] {
  return anchors
    .map(({ start, end, quote }) => ({ start, end, quote }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
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

/**
 * The parts of a note that differ between two contents, in one order, for the history and for corrections.
 * In another revision the same words have other offsets: they are the words that it rested on.
 */
export function changedParts(
  before: CanonicalContent,
  after: CanonicalContent,
): (keyof CanonicalContent)[] {
  const isOther = (part: keyof CanonicalContent) =>
    part === 'anchors' && before.revision !== after.revision
      ? hashValue(quotesOf(before)) !== hashValue(quotesOf(after))
      : hashValue(before[part]) !== hashValue(after[part])
  return (Object.keys(partWords) as (keyof CanonicalContent)[]).filter(isOther)
}

/** The words that a note rests on, in no order of theirs. */
export function quotesOf({ anchors }: CanonicalContent): string[] {
  return anchors.map(({ quote }) => quote).sort()
}

export const partWords: Record<keyof CanonicalContent, string> = {
  revision: 'the revision it was written for',
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
  const mentioned = mentionsIn(content.explanation)
  if (mentioned.length > 0) missing.push(mentionWords(mentioned))
  for (const address of bareAddressesIn(content.explanation))
    missing.push(`Make “${shorten(address)}” in the explanation a piece of evidence or a link.`)
  if (rating?.needsEvidence && content.citations.length === 0)
    missing.push('Add at least one piece of evidence.')
  content.citations.forEach((each, index) => {
    if (each.title === '') missing.push(`Give evidence ${index + 1} its title.`)
    if (each.url === '' && each.publisher === '')
      missing.push(`Give evidence ${index + 1} an address, or say who published it.`)
    if (each.stance === null)
      missing.push(
        `Say of evidence ${index + 1} whether it supports or refutes the claim, or gives context.`,
      )
  })
  return missing
}

/** 60 characters tell one address from another; whole ones can be two thousand. */
function shorten(address: string): string {
  return address.length <= 60 ? address : `${address.slice(0, 59)}…`
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

/** A place that a note rests on. */
export interface NoteAnchor extends Anchor {
  /** Its permanent number among the note's places, from 0; those taken off leave holes. */
  ordinal: number
}

/** What became of an anchor that the program must not place by itself. */
export type UnsettledKind = Exclude<PlacementKind, 'kept' | 'moved'>

/** A place of a note that a person has to settle: the article changed under it. */
export interface UnsettledAnchor {
  ordinal: number
  placement: UnsettledKind
  /** The words as the verdict was given to them, and what stood around them. */
  quote: string
  prefix: string
  suffix: string
  /** Where the new words are, as UTF-16 offsets in the newest revision; null unless `changed`. */
  start: number | null
  end: number | null
  /** The words there now; "" where there are none. */
  now: string
  /** What kind of change it is, of the words or of their sentence; null unless `changed`. */
  change: Change | null
  /** Both wordings of the sentence, where it is what changed and the words are the same; else null. */
  sentence: { before: string; after: string } | null
  /** Equally likely places, where ambiguous. */
  candidates: Span[]
  /** The suggested place: an offset in the newest revision. */
  near: number
}

/** One note as the desk sees it; JSON all the way, so that it can cross to the browser. */
export interface AnnotationView {
  id: string
  articleId: string
  key: string
  state: AnnotationState
  version: number
  contentHash: string
  /** The hash it has, and those it was carried from: an approval of any of them holds. */
  heldHashes: string[]
  /** The article's newest revision, which `anchors`, `unsettled` and `content` count in. */
  revisionId: string
  ownerId: string
  owner: PersonName
  /** All who ever saved a version, the owner first. */
  authors: PersonName[]
  authorIds: string[]
  content: AnnotationContent
  /** Where it rests in the newest revision, in the order of the text; the unsettled are not among them. */
  anchors: NoteAnchor[]
  /** What a person has to settle before anything else can be done with the note; mostly none. */
  unsettled: UnsettledAnchor[]
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
  /** The hash it was carried from by a new revision, with other places only; null where a person wrote it. */
  carriedFrom: string | null
  /** Whether a new revision made it, by bringing words back beside those that its author had settled. */
  isRejoined: boolean
  author: PersonName
  at: string
  hash: string
  content: CanonicalContent
}

/** What the order of notes depends on. */
interface Placed {
  anchors: readonly Span[]
  unsettled?: readonly Pick<UnsettledAnchor, 'start' | 'end' | 'near'>[]
  createdAt: string
}

/**
 * Notes in the order of the text: by first word, the longer first, then by age. Numbers follow this
 * order. Words that changed and are still to be settled count as the others do; a note that rests
 * nowhere stands where it was.
 */
export function inTextOrder<T extends Placed>(notes: readonly T[]): T[] {
  return notes
    .map(note => ({ note, ...firstPlace(note), at: note.createdAt }))
    .sort(byPlace)
    .map(({ note }) => note)
}

/** The same notes, which are in the order of the text, with `note` in its place; else as they stand. */
export function putInTextOrder<T extends Placed & { id: string }>(
  notes: readonly T[],
  note: T,
): T[] {
  const others = notes.filter(({ id }) => id !== note.id)
  const place = { ...firstPlace(note), at: note.createdAt }
  const isBefore = (other: T) => byPlace({ ...firstPlace(other), at: other.createdAt }, place) < 0
  let low = 0
  let high = others.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = others[middle]
    if (other && isBefore(other)) low = middle + 1
    else high = middle
  }
  others.splice(low, 0, note)
  return others
}

interface InText extends Span {
  /** When the note was made. */
  at: string
}

function byPlace(p: InText, q: InText): number {
  return p.start - q.start || q.end - p.end || (p.at < q.at ? -1 : 1)
}

function firstPlace({ anchors, unsettled = [] }: Placed): Span {
  const changed = unsettled.flatMap(({ start, end }) =>
    start === null || end === null ? [] : { start, end },
  )
  const [first, ...rest] = [...anchors, ...changed]
  if (first) return rest.reduce((a, b) => ((b.start - a.start || a.end - b.end) < 0 ? b : a), first)
  return { start: Math.min(...unsettled.map(({ near }) => near), Number.POSITIVE_INFINITY), end: 0 }
}

/**
 * The hash a note has, and those it was carried from without a break: with the article's next
 * revision its words only got other places. `versions`: newest first.
 */
export function heldHashesOf(
  contentHash: string,
  versions: readonly { hash: string; carriedFrom: string | null }[],
): string[] {
  const held = [contentHash]
  for (const { hash, carriedFrom } of versions) {
    if (hash !== held.at(-1) || carriedFrom === null) break
    held.push(carriedFrom)
  }
  return held
}
