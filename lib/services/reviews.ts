import { findAnnotationView, saveStanding } from '@/lib/data/annotations'
import { transaction } from '@/lib/data/database'
import { createReview } from '@/lib/data/reviews'
import type { AnnotationView } from '@/lib/domain/annotations'
import { type Fault, type Refusal, refuse } from '@/lib/domain/outcomes'
import { mayApproveAfterAll, type ReviewRequest, stateAfter } from '@/lib/domain/review'
import { type Actor, type Call, mayReview } from '@/lib/domain/roles'
import {
  aboutNote,
  answer,
  findFaults,
  type NoteOutcome,
  refuseStale,
  unsettledWords,
} from '@/lib/services/annotations'
import { record } from '@/lib/services/audit'

/** Approves the very content that the reviewer has read, or asks for changes to it. */
export function reviewAnnotation(
  call: Call,
  id: string,
  { decision, contentHash, comment }: ReviewRequest,
): Promise<NoteOutcome> {
  return transaction(async tx => {
    const note = await findAnnotationView(tx, id)
    if (!note) return refuse('not_found')
    if (!mayReview(call.actor, note)) return refuseOwnNote(call.actor, note)
    if (note.contentHash !== contentHash) return refuseStale(tx, note)
    if (note.unsettled.length > 0) return refuse('not_from_here', unsettledWords)
    const state = stateAfter(note.state, decision === 'approve' ? 'approve' : 'askChanges')
    const isNotSent = decision === 'approve' && note.state === 'changes_asked'
    if (!state || (isNotSent && !mayApproveAfterAll(note, call.actor.id)))
      return refuse('not_from_here', 'This note is not in review now. Reload to see it.')
    // A note under review can still be written in, so that what it had when it was sent may be gone.
    const faults = decision === 'approve' ? await findFaults(tx, note) : []
    if (faults.length > 0) return refuse('incomplete', wordsOfFaults(faults), faults)

    const { ownerId, version, retiredReason } = note
    const submittedAt = note.submittedAt === null ? null : new Date(note.submittedAt)
    const standing = { state, ownerId, submittedAt, retiredReason }
    if ((await saveStanding(tx, id, version, standing, call.at)) === 'stale')
      return refuseStale(tx, note)
    const review = { decision, contentHash, comment, createdAt: call.at }
    await createReview(tx, { ...review, annotationId: id, reviewerId: call.actor.id })
    const event = {
      kind: 'annotation.reviewed',
      key: note.key,
      decision,
      hash: contentHash,
    } as const
    await record(tx, call, event, aboutNote(note))
    return answer(tx, id)
  })
}

function wordsOfFaults(faults: readonly Fault[]): string {
  return `Not approved, since something is missing. ${faults.map(({ message }) => message).join(' ')}`
}

function refuseOwnNote(actor: Actor, note: AnnotationView): Refusal {
  return note.ownerId === actor.id
    ? refuse('own_note')
    : refuse('own_note', 'You have written in this note, so someone who has not must decide on it.')
}
