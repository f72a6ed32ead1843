import { z } from 'zod'
import type { AnnotationView, CanonicalContent } from '@/lib/domain/annotations'
import type { ArticleDetails } from '@/lib/domain/articles'
import { hashValue } from '@/lib/domain/canonical'
import { type Correction, correction } from '@/lib/domain/corrections'
import { mentionsIn, mentionWords } from '@/lib/domain/mentions'
import type { PublisherChange } from '@/lib/domain/publisher-changes'
import { type AnnotationState, isApproved, isUndone } from '@/lib/domain/review'
import type { DocumentNode } from '@/lib/domain/rich-text'
import type { Rating } from '@/lib/domain/scales'
import { oneLine, storableText } from '@/lib/domain/text'

/** A note as an edition holds it. */
export interface EditionNote {
  key: string
  /** Its number on the page, from 1, in the order of the text. */
  number: number
  contentHash: string
  content: CanonicalContent
  authors: string[]
  approvedBy: string[]
  /** ISO 8601: when this note was first published, in whichever edition. */
  firstPublishedAt: string
}

/** A correction with the edition that made it. */
export interface DatedCorrection extends Correction {
  edition: number
  /** ISO 8601. */
  at: string
}

/** A note that an earlier edition held and this one does not. Its address answers with the reason. */
export interface RetiredNote {
  key: string
  claim: string
  reason: string
  lastEdition: number
  at: string
}

/** Everything a reader is shown, complete: the pages of an edition are made from this and nothing else. */
export interface EditionSnapshot {
  /** Raised when the shape of a snapshot changes; pages of older ones are never made again. */
  format: 2
  number: number
  /** ISO 8601. */
  publishedAt: string
  firstPublishedAt: string
  publishedBy: string
  newsroom: { name: string; language: string; timeZone: string; contact: string; isDemo: boolean }
  article: ArticleDetails & { slug: string }
  check: { title: string; summary: string }
  revision: { number: number; textHash: string; frozenAt: string; document: DocumentNode }
  scale: Rating[]
  notes: EditionNote[]
  retired: RetiredNote[]
  /** Of this edition and all before it, newest first. */
  corrections: DatedCorrection[]
  /** What was changed in checked passages after they were checked, as far as editions have told it: newest first. */
  publisherChanges: PublisherChange[]
  /** Editions before this one, oldest first. */
  earlier: { number: number; publishedAt: string }[]
}

/** A snapshot as it may be stored: editions are never changed, so the shapes of earlier ones stay. */
export type StoredSnapshot =
  | EditionSnapshot
  | (Omit<EditionSnapshot, 'format' | 'publisherChanges'> & { format: 1 })

/** A stored snapshot in today's shape, to go on from. Its hash is that of what is stored. */
export function readSnapshot(stored: StoredSnapshot): EditionSnapshot {
  return stored.format === 1 ? { ...stored, format: 2, publisherChanges: [] } : stored
}

/** The fingerprint printed on the page: SHA-256 of the snapshot's canonical JSON. */
export function editionHash(snapshot: EditionSnapshot): string {
  return hashValue(snapshot)
}

/** What an editor asks when publishing: the words above the article, the notes as seen, the corrections. */
export const publishRequest = z.strictObject({
  /** The number that the editor saw this edition getting; another one now is `stale`. A script may leave it out. */
  number: z.int().min(1).optional(),
  title: oneLine(300).pipe(z.string().min(1, 'Give the fact-check its headline.')),
  summary: oneLine(1000).pipe(z.string().min(1, 'Sum up in a sentence what was found.')),
  /** The notes that the editor saw going out; anything else now is `stale`. */
  notes: z.array(z.strictObject({ key: z.string(), contentHash: z.string() })),
  corrections: z.array(correction).max(100),
})
export type PublishRequest = z.infer<typeof publishRequest>

/** What a preview is made from; nothing in it need be finished. */
export const previewRequest = z.strictObject({
  title: oneLine(300),
  summary: oneLine(1000),
  corrections: z.array(correction.extend({ text: storableText(2000) })).max(100),
})
export type PreviewRequest = z.infer<typeof previewRequest>

export const withdrawRequest = z.strictObject({
  reason: oneLine(1000).pipe(z.string().min(1, 'Say why it is withdrawn: readers will see it.')),
})

/** A note that does not go out, and why. `blocks`: nothing may be published until that is settled. */
export interface HeldNote {
  annotation: AnnotationView
  why: string
  blocks: boolean
}

/** What would be published now. */
export interface EditionPlan {
  number: number
  going: AnnotationView[]
  held: HeldNote[]
}

/** Beside the name of the state, which they do not say again. */
const heldWords: Record<Exclude<AnnotationState, 'retired'>, string> = {
  to_check: 'It has no verdict yet.',
  draft: 'It has not been sent for review.',
  in_review: 'Nobody else has approved it yet.',
  changes_asked: 'It has not been sent for review again.',
  approved: 'Its approval is for other words than it has now.',
}

/**
 * Divides the notes into those that go out and those that do not. A note that the last edition held
 * must be approved again or retired first: nothing published goes away without a word.
 */
export function planEdition(
  notes: readonly AnnotationView[],
  previous: Pick<EditionSnapshot, 'number' | 'notes'> | null,
): EditionPlan {
  const published = new Set(previous?.notes.map(note => note.key))
  const going = notes.filter(
    note => isApproved(note) && note.unsettled.length === 0 && mentionsOf(note).length === 0,
  )
  const held = notes
    .filter(note => !going.includes(note) && !isUndone(note))
    .map(annotation => heldNote(annotation, published.has(annotation.key)))
  return { number: (previous?.number ?? 0) + 1, going, held }
}

/** Nobody at the desk is called on before readers, whatever was approved. */
const mentionsOf = ({ content }: AnnotationView) => mentionsIn(content.explanation)

const unsettledWords = 'The article changed under it: settle where it rests first.'

function heldNote(annotation: AnnotationView, wasPublished: boolean): HeldNote {
  if (annotation.state === 'retired')
    return { annotation, why: annotation.retiredReason ?? '', blocks: false }
  const isOpen = annotation.unsettled.length > 0
  const mentioned = mentionsOf(annotation)
  const isApprovedOnly = annotation.state === 'approved' && mentioned.length > 0
  const heldWhy = isApprovedOnly ? mentionWords(mentioned) : heldWords[annotation.state]
  const why = isOpen ? unsettledWords : heldWhy
  return wasPublished
    ? {
        annotation,
        why: `${why} It is in the last edition: have it approved again, or retire it with a reason.`,
        blocks: true,
      }
    : { annotation, why, blocks: false }
}
