import { z } from 'zod'
import { oneLine, storableText } from '@/lib/domain/text'

export const annotationStates = [
  'to_check',
  'draft',
  'in_review',
  'changes_asked',
  'approved',
  'retired',
] as const
export type AnnotationState = (typeof annotationStates)[number]

export const stateWords: Record<AnnotationState, string> = {
  to_check: 'To check',
  draft: 'Draft',
  in_review: 'In review',
  changes_asked: 'Changes asked',
  approved: 'Approved',
  retired: 'Retired',
}

/** Every way an annotation may change state by a person's decision. A move that is not listed here does not exist. */
export const moves = {
  take: { from: ['to_check'], to: 'draft' },
  submit: { from: ['draft', 'changes_asked'], to: 'in_review' },
  recall: { from: ['in_review'], to: 'draft' },
  askChanges: { from: ['in_review', 'approved'], to: 'changes_asked' },
  /** From where changes are asked only by who asked for them; see `mayApproveAfterAll`. */
  approve: { from: ['in_review', 'changes_asked'], to: 'approved' },
  retire: { from: ['to_check', 'draft', 'in_review', 'changes_asked', 'approved'], to: 'retired' },
  restore: { from: ['retired'], to: 'draft' },
} as const satisfies Record<string, { from: readonly AnnotationState[]; to: AnnotationState }>
export type Move = keyof typeof moves

/** The state a move leads to, or null where it cannot be made from here. */
export function stateAfter(state: AnnotationState, move: Move): AnnotationState | null {
  const { from, to } = moves[move]
  return (from as readonly AnnotationState[]).includes(state) ? to : null
}

/**
 * What a save does to the state. Changed words void an approval: the note is a draft again. A mark
 * that gets content becomes a draft. A note under review stays there, but an approval that names the
 * older hash will be refused.
 */
export function stateAfterEdit(
  state: AnnotationState,
  contentChanged: boolean,
): AnnotationState | null {
  switch (state) {
    case 'retired':
      return null
    case 'approved':
      return contentChanged ? 'draft' : 'approved'
    case 'to_check':
      return contentChanged ? 'draft' : 'to_check'
    case 'draft':
    case 'in_review':
    case 'changes_asked':
      return state
  }
}

/**
 * What a new revision of the article does to the state of a note whose words it changed: the verdict
 * was given to other words, so nothing decided on them stands.
 */
export function stateAfterUnsettling(state: AnnotationState): AnnotationState {
  return state === 'approved' || state === 'in_review' ? 'draft' : state
}

/** Why a note is retired whose making was undone: the log keeps that it was there, and nothing is taken out of it. */
export const reasonOfUndoing = 'Added by mistake: undone right after.'

/** What tells who had a hand in a note. */
interface Handled {
  ownerId: string
  authorIds: readonly string[]
  reviews: readonly unknown[]
  threads: readonly unknown[]
  published: unknown
}

/** Whether nobody but its owner ever wrote in a note, decided on it or remarked on it, and no reader has it. */
export function isOwnersAlone(note: Handled): boolean {
  return (
    note.authorIds.every(id => id === note.ownerId) &&
    note.reviews.length + note.threads.length === 0 &&
    note.published === null
  )
}

/**
 * Whether a note was taken back right after it was made. It is gone from the desk's sight then, but for the
 * history and whoever follows a link to it.
 */
export function isUndone(
  note: Handled & { state: AnnotationState; retiredReason: string | null },
): boolean {
  return note.state === 'retired' && note.retiredReason === reasonOfUndoing && isOwnersAlone(note)
}

/** Moves that a person makes without deciding on somebody else's words. */
export const ownMoves = ['take', 'submit', 'recall', 'retire', 'restore'] as const
export type OwnMove = (typeof ownMoves)[number]

export const moveRequest = z
  .strictObject({
    move: z.enum(ownMoves),
    version: z.int().min(1),
    /** Why it is retired; shown in the history and, if it was published, to readers. */
    reason: oneLine(500).default(''),
  })
  .refine(({ move, reason }) => move !== 'retire' || reason !== '', {
    path: ['reason'],
    message: 'Say why the note is retired.',
  })
export type MoveRequest = z.infer<typeof moveRequest>

export const decisions = ['approve', 'ask_changes'] as const
export type Decision = (typeof decisions)[number]

export const reviewRequest = z
  .strictObject({
    decision: z.enum(decisions),
    /** The hash of the content the reviewer has read. */
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
    comment: storableText(5000).transform(text => text.trim()),
  })
  .refine(({ decision, comment }) => decision === 'approve' || comment !== '', {
    path: ['comment'],
    message: 'Say what should be changed.',
  })
export type ReviewRequest = z.infer<typeof reviewRequest>

/** What decides whether a note stands approved. */
export interface Reviewed {
  state: AnnotationState
  /** Of the content it has, and of those it was carried from into the article's newest revision. */
  heldHashes: readonly string[]
  authorIds: readonly string[]
  /** Oldest first. */
  reviews: readonly { decision: Decision; contentHash: string; reviewer: { id: string } }[]
}

/**
 * Whether a note may be published: it is in the approved state, and somebody who wrote no version
 * of it approved the very words it has now. Both are asked, so that neither a wrong state nor a
 * stray review is enough.
 */
export function isApproved(note: Reviewed): boolean {
  return note.state === 'approved' && approversOf(note).length > 0
}

/**
 * Ids of those whose approval holds for the content as it is, each once. Of two decisions by one person
 * on the same words the later counts: whoever approved and then asked for changes approves no more.
 */
export function approversOf({ heldHashes, authorIds, reviews }: Reviewed): string[] {
  const newest = new Map<string, Decision>()
  for (const { reviewer, decision, contentHash } of reviews)
    if (heldHashes.includes(contentHash)) newest.set(reviewer.id, decision)
  return [...newest]
    .filter(([id, decision]) => decision === 'approve' && !authorIds.includes(id))
    .map(([id]) => id)
}

/**
 * Whether a person may approve the very words to which they were the last to ask for changes: nobody has
 * changed them since, and it is their own wish that they take back.
 */
export function mayApproveAfterAll(
  { state, heldHashes, reviews }: Omit<Reviewed, 'authorIds'>,
  actorId: string,
): boolean {
  const newest = reviews.at(-1)
  return (
    state === 'changes_asked' &&
    newest?.decision === 'ask_changes' &&
    newest.reviewer.id === actorId &&
    heldHashes.includes(newest.contentHash)
  )
}

/**
 * The decision that a reviewer should see the changes since: their own newest, where it was on other
 * words than the note has now; of who has not decided yet the newest approval that other words void.
 * Null where there is none. `reviews`: oldest first.
 */
export function decisionOnOtherWords<
  R extends { decision: Decision; contentHash: string; reviewer: { id: string } },
>(
  { heldHashes, reviews }: { heldHashes: readonly string[]; reviews: readonly R[] },
  actorId: string,
): R | null {
  const own = reviews.findLast(({ reviewer }) => reviewer.id === actorId)
  const newest = own ?? reviews.findLast(({ decision }) => decision === 'approve')
  return newest && !heldHashes.includes(newest.contentHash) ? newest : null
}
