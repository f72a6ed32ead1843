'use client'

import { useDesk, useStore } from '@/components/editor/desk-context'
import { SeeChanges } from '@/components/review/changed-since'
import { DecisionForm } from '@/components/review/decision-form'
import { OutdatedWhy, useOff } from '@/components/review/outdated-why'
import { RetireForm } from '@/components/review/retire-form'
import { approve, missingOf, moveNote } from '@/components/review/review-actions'
import { useMoment } from '@/components/review/use-moment'
import type { AnnotationView } from '@/lib/domain/annotations'
import { approversOf, mayApproveAfterAll, stateAfter } from '@/lib/domain/review'
import { mayEdit, mayReview } from '@/lib/domain/roles'
import './review.css'

/** The way of a note from draft to approved, with whoever is next to act told so. */
export function ReviewPanel({ note }: { note: AnnotationView }) {
  const store = useStore()
  const { off } = useOff()
  const isAuthor = !mayReview(store.actor, note)
  const isMine = mayEdit(store.actor, note)
  const isWaiting = note.state === 'in_review' || note.state === 'approved'
  return (
    <section className="review" aria-label="Review">
      <ReviewNews note={note} />
      <OutdatedWhy />
      {isMine && stateAfter(note.state, 'submit') && <SendForReview note={note} />}
      {isWaiting && (isAuthor ? <OwnNote note={note} /> : <DecisionForm note={note} />)}
      {note.state === 'changes_asked' && !isAuthor && <AskedOf note={note} />}
      {isMine && note.state === 'in_review' && (
        <p className="r-more">
          <button
            type="button"
            className="link"
            {...off}
            onClick={() => moveNote(store, note.id, 'recall')}
          >
            Take back from review
          </button>
        </p>
      )}
      {isMine && <RetireForm note={note} />}
    </section>
  )
}

/** What reviewers decided, as far as it still matters. */
function ReviewNews({ note }: { note: AnnotationView }) {
  const { actor } = useStore()
  const moment = useMoment()
  const approvers = approversOf(note)
  const holding = note.reviews.filter(
    ({ decision, contentHash, reviewer }) =>
      decision === 'approve' &&
      note.heldHashes.includes(contentHash) &&
      approvers.includes(reviewer.id),
  )
  const newest = [...note.reviews].sort((a, b) => b.at.localeCompare(a.at))
  const voided = newest.find(
    ({ decision, contentHash }) => decision === 'approve' && !note.heldHashes.includes(contentHash),
  )
  return (
    <>
      {note.state === 'approved' &&
        holding.map(({ id, reviewer, at, comment }) => (
          <p key={id} className="r-news">
            <b>Approved by {reviewer.name}</b>, {moment(at)}. {comment}
          </p>
        ))}
      {holding.length === 0 && voided && (
        <p className="r-news">
          <b>Approval voided.</b> {voided.reviewer.id === actor.id ? 'You' : voided.reviewer.name}{' '}
          approved other words on {moment(voided.at)}; they have changed since.{' '}
          <SeeChanges note={note} />
        </p>
      )}
    </>
  )
}

/** The one main step of an author. What is missing stands beside it, in view. */
function SendForReview({ note }: { note: AnnotationView }) {
  const store = useStore()
  // What is missing follows what is typed.
  useDesk(state => state.saves[note.id])
  const missing = missingOf(store, note)
  const { isOff: isHeld, off } = useOff()
  const isOff = missing.length > 0 || isHeld
  // Whoever asked for changes waits for them.
  const isMain = missing.length === 0 && !mayApproveAfterAll(note, store.actor.id)
  return (
    <div className="r-btns r-send">
      <button
        type="button"
        className={isMain ? 'btn btn-main' : 'btn'}
        aria-disabled={isOff}
        aria-describedby={off['aria-describedby'] ?? 'send-why'}
        aria-keyshortcuts="Shift+S"
        onClick={() => !isOff && moveNote(store, note.id, 'submit')}
      >
        {note.state === 'changes_asked' ? 'Send for review again' : 'Send for review'}
      </button>
      <ul className="help" id="send-why">
        {missing.map(words => (
          <li key={words}>{words} </li>
        ))}
      </ul>
    </div>
  )
}

/** Whoever asked for changes is told with whom they are now, and has the way back. */
function AskedOf({ note }: { note: AnnotationView }) {
  const store = useStore()
  const { off } = useOff()
  const newest = note.reviews.at(-1)
  if (newest?.reviewer.id !== store.actor.id) return null
  return (
    <>
      <p className="r-news">
        <b>Sent to {note.owner.name}.</b> The note comes back once it is changed and sent again.
      </p>
      {mayApproveAfterAll(note, store.actor.id) && (
        <div className="r-btns">
          <button type="button" className="btn" {...off} onClick={() => approve(store, note)}>
            Approve after all
          </button>
        </div>
      )}
    </>
  )
}

/** Four eyes: shown, not hidden, so that the author knows what happens next. */
function OwnNote({ note }: { note: AnnotationView }) {
  const moment = useMoment()
  if (note.state === 'approved')
    return <p className="help">Any change to its words voids the approval.</p>
  return (
    <>
      <div className="r-btns">
        <button type="button" className="btn" aria-disabled="true" aria-describedby="own-why">
          Approve
        </button>
        <button type="button" className="btn" aria-disabled="true" aria-describedby="own-why">
          Ask for changes
        </button>
      </div>
      <p className="help" id="own-why">
        You wrote this note, so someone else must approve it.
        {note.submittedAt && ` Sent ${moment(note.submittedAt)}.`}
      </p>
    </>
  )
}
