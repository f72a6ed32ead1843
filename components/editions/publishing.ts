import type { Correction, CorrectionKind, NoteChange } from '@/lib/domain/corrections'
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
 * One empty correction for every change that has to be explained, and one for all new notes. A kind is
 * filled in only where no other would be taken.
 */
export function draftsFor(changes: readonly NoteChange[]): CorrectionDraft[] {
  const added = changes.filter(change => change.kind === 'added').map(change => change.key)
  const drafts = changes.flatMap((change): Omit<CorrectionDraft, 'id'>[] => {
    if (change.kind === 'added') return []
    const isVerdict = change.kind === 'changed' && change.parts.includes('rating')
    return [{ kind: isVerdict ? 'changed_verdict' : '', text: '', noteKeys: [change.key] }]
  })
  if (added.length > 0) drafts.push({ kind: 'update', text: '', noteKeys: added })
  if (drafts.length === 0) drafts.push({ kind: '', text: '', noteKeys: [] })
  return drafts.map((draft, id) => ({ ...draft, id }))
}

/** Drafts as a preview takes them: those of no kind yet are left out. */
export function finishedOf(drafts: readonly CorrectionDraft[]): Correction[] {
  return drafts.flatMap(({ kind, text, noteKeys }) => (kind ? [{ kind, text, noteKeys }] : []))
}
