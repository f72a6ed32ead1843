import { z } from 'zod'
import { span } from '@/lib/domain/anchoring/anchors'
import type { Change } from '@/lib/domain/anchoring/changes'
import type { ComparedRow } from '@/lib/domain/anchoring/comparison'
import type { PlacementKind } from '@/lib/domain/anchoring/placements'
import type { PersonName } from '@/lib/domain/annotations'
import { articleBlocks } from '@/lib/domain/articles'
import { optionalDate } from '@/lib/domain/dates'
import type { AnnotationState } from '@/lib/domain/review'
import { documentNode } from '@/lib/domain/rich-text'
import type { Rating } from '@/lib/domain/scales'
import { oneLine } from '@/lib/domain/text'

/** Where an editor's own typing has carried one anchor. */
export const carriedAnchor = z.strictObject({
  annotationId: z.uuid(),
  ordinal: z.int().min(0).max(100),
  /** Where it was in the base revision when the typing began; if it is elsewhere now, the typing says nothing. */
  from: span,
  /** Where it is in the new wording; null where its words were deleted. */
  span: span.nullable(),
})
export type CarriedAnchor = z.infer<typeof carriedAnchor>

/** A new wording: recognised from a pasted text or a file, or typed into the newsroom's own draft. */
export const wording = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('text'), blocks: articleBlocks }),
  z.strictObject({
    from: z.literal('editor'),
    document: documentNode,
    carried: z.array(carriedAnchor).max(100_000),
  }),
])
export type Wording = z.infer<typeof wording>

/**
 * 16 MiB: the longest text and what JSON puts around its blocks, and where a hundred thousand anchors
 * have been carried.
 */
export const wordingLimit = 16 * 1024 * 1024

/** What a new revision would do; nothing is stored. */
export const revisionPreviewRequest = z.strictObject({
  /** The newest revision that the person was looking at. */
  baseRevisionId: z.uuid(),
  wording,
})
export type RevisionPreviewRequest = z.infer<typeof revisionPreviewRequest>

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A new revision, as it was previewed. */
export const newRevision = revisionPreviewRequest.extend({
  /** SHA-256 of the text that the preview was made of; another one now is `stale`. */
  textHash: sha256,
  /** What the preview said of the notes; if any is another now, or elsewhere, that is `stale`. */
  notesHash: sha256,
  /** When the publisher changed it (ISO 8601, may be of reduced precision), or "". */
  changedOn: optionalDate,
  /** What the publisher said of the change, or why the draft was changed; may be "". */
  changeNote: oneLine(500),
})
export type NewRevision = z.infer<typeof newRevision>

/** One anchor in another revision, with both wordings. */
export interface PlacedAnchor {
  ordinal: number
  placement: PlacementKind
  /** The words as the verdict was given to them. */
  before: string
  /** Where they are now; null where ambiguous or lost. UTF-16 offsets in the new text. */
  start: number | null
  end: number | null
  /** The words there now; "" where ambiguous or lost. */
  after: string
  /** Both wordings of the sentence around words that are the same, where it is not; else null. */
  sentence: ChangedSentenceView | null
  /** What kind of change it is, of the words or of their sentence; null unless the placement is `changed`. */
  change: Change | null
  /** Equally likely places, where ambiguous. */
  candidates: { start: number; end: number }[]
  /** The suggested place: an offset in the new text. */
  near: number
}

/** What would become of one note. */
export interface PlacedNote {
  annotationId: string
  key: string
  /** Its number in the margin, from 1, in the order of the older text; 0 for a mark to check, which has none. */
  number: number
  state: AnnotationState
  rating: Rating | null
  claim: string
  /** The worst of its anchors: lost, then ambiguous, changed, moved, kept. */
  placement: PlacementKind
  anchors: PlacedAnchor[]
  /** Whether an approval that it has now would be voided. */
  voidsApproval: boolean
}

export interface RevisionPreview {
  base: { id: string; number: number }
  textHash: string
  /** SHA-256 over all notes, retired ones too: which version of each would come to rest where. */
  notesHash: string
  /** The very same text: there is nothing to freeze. */
  isSame: boolean
  rows: ComparedRow[]
  /** In the order of the text, retired ones left out. */
  notes: PlacedNote[]
  /** How many of the notes have which worst placement. */
  counts: Record<PlacementKind, number>
}

/** A line in an article's list of revisions. */
export interface RevisionSummary {
  id: string
  number: number
  createdAt: string
  createdBy: PersonName
  changedOn: string
  changeNote: string
  /** The newsroom's own draft when it was frozen: edited here, not by a publisher. */
  isOwn: boolean
  textHash: string
  words: number
  /**
   * Of the places that notes have in it, by what became of them when it came: `kept` for those that were
   * marked in it. Retired notes are left out, and places that a person took off their note.
   */
  counts: Record<PlacementKind, number>
  /** Anchors that nobody has settled yet; only the newest revision can have any. */
  unsettled: number
  editions: number[]
}

/** Two revisions side by side, and where the notes rest in each. */
export interface RevisionComparison {
  older: { id: string; number: number; createdAt: string }
  newer: { id: string; number: number; createdAt: string }
  rows: ComparedRow[]
  notes: ComparedNote[]
}

/** A note's places in two revisions; none where it did not exist yet or is lost. */
export interface ComparedNote {
  annotationId: string
  /** Its number in the margin now; 0 for a mark to check, which has none. */
  number: number
  /** Its verdict by the newer revision, whatever it became since. */
  rating: Rating | null
  /** That verdict was given to the words of an earlier revision, and nobody had confirmed it there. */
  isFrozen: boolean
  claim: string
  older: ComparedPlace[]
  newer: ComparedPlace[]
  /** What became of its places from the older one to the newer, the worst of them; null where it is new. */
  placement: PlacementKind | null
  /** The sentences around words that are the same, where they make it `changed`; else null. */
  sentence: ChangedSentenceView | null
}

/** Both wordings of the sentence around words that are the same. */
export interface ChangedSentenceView {
  before: string
  after: string
}

export interface ComparedPlace {
  start: number
  end: number
  quote: string
  placement: PlacementKind
  /** The verdict that was given to these very words; null where none was. */
  rating: Rating | null
}

/** How a person settles an anchor that the program must not place. */
export const settleRequest = z.strictObject({
  version: z.int().min(1),
  revisionId: z.uuid(),
  ordinal: z.int().min(0).max(100),
  choice: z.discriminatedUnion('kind', [
    /** The new words, where they are: the note holds for them (it is reviewed again). */
    z.strictObject({ kind: z.literal('confirm') }),
    /** Other words of the newest revision: a candidate, or marked anew. */
    z.strictObject({ kind: z.literal('place'), span }),
    /** The note rests on its other places only. */
    z.strictObject({ kind: z.literal('drop') }),
  ]),
})
export type SettleRequest = z.infer<typeof settleRequest>
export type SettleChoice = SettleRequest['choice']['kind']
