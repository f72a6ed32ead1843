import {
  type Correction,
  type CorrectionKind,
  changesToName,
  type NoteChange,
} from '@/lib/domain/corrections'
import type { PublisherChange } from '@/lib/domain/publisher-changes'
import type { AnnotationState } from '@/lib/domain/review'
import type { Rating } from '@/lib/domain/scales'

/** A note as the publish page lists it. */
export interface PlannedNote {
  id: string
  key: string
  contentHash: string
  claim: string
  /** The words it rests on, for a note without a claim. */
  quote: string
  rating: Rating | null
  state: AnnotationState
  /** "Written by …, approved by …". */
  by: string
}

export interface PlannedHeldNote extends PlannedNote {
  /** A new revision changed the words that its verdict was given to. */
  isUnsettled: boolean
  why: string
  blocks: boolean
}

/** All that the publish page shows of what would happen. */
export interface Publishing {
  articleId: string
  /** Path of the public page. */
  path: string
  number: number
  going: PlannedNote[]
  held: PlannedHeldNote[]
  changes: NoteChange[]
  /** What the edition tells by itself: words that were changed after they were checked. */
  told: PublisherChange[]
  article: { publisher: string; language: string; isOwn: boolean }
  /** Claims of notes that the last edition held and this one does not. */
  leaving: { key: string; claim: string }[]
  title: string
  summary: string
}

/** A correction while it is written; its kind is chosen, never guessed. */
export interface CorrectionDraft extends Omit<Correction, 'kind'> {
  id: number
  kind: CorrectionKind | ''
}

/**
 * One empty correction for every change that has to be explained, and one for all new notes; none where
 * the edition tells all there is by itself. A kind is filled in only where no other would be taken.
 */
export function draftsFor({
  changes,
  told,
}: Pick<Publishing, 'changes' | 'told'>): CorrectionDraft[] {
  const added = changes.filter(change => change.kind === 'added').map(change => change.key)
  const drafts = changesToName(changes).map((change): Omit<CorrectionDraft, 'id'> => {
    const isVerdict = change.kind === 'changed' && change.parts.includes('rating')
    return { kind: isVerdict ? 'changed_verdict' : '', text: '', noteKeys: [change.key] }
  })
  if (added.length > 0) drafts.push({ kind: 'update', text: '', noteKeys: added })
  if (drafts.length + told.length === 0) drafts.push({ kind: '', text: '', noteKeys: [] })
  return drafts.map((draft, id) => ({ ...draft, id }))
}

/** Drafts as a preview takes them: those of no kind yet are left out. */
export function finishedOf(drafts: readonly CorrectionDraft[]): Correction[] {
  return drafts.flatMap(({ kind, text, noteKeys }) => (kind ? [{ kind, text, noteKeys }] : []))
}
