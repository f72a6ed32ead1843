'use client'

import { useLayoutEffect, useMemo, useRef } from 'react'
import { FieldChanges } from '@/components/annotations/field-changes'
import { useVersions, type Versions } from '@/components/annotations/use-versions'
import { useStore } from '@/components/editor/desk-context'
import { holdChanges, showChanges } from '@/components/review/unseen-changes'
import { useMoment } from '@/components/review/use-moment'
import type { AnnotationView, ReviewView, VersionView } from '@/lib/domain/annotations'
import { decisionOnOtherWords } from '@/lib/domain/review'
import { type Actor, mayReview } from '@/lib/domain/roles'
import './review.css'

/** For whoever is to decide on a note again: what changed in it since the last decision, at its head. */
export function ChangedSince({ note }: { note: AnnotationView }) {
  const { actor } = useStore()
  const decision = decisionToSeeSince(note, actor)
  return decision && <Changes key={note.id} note={note} decision={decision} />
}

/** The way there from the foot of the note. */
export function SeeChanges({ note }: { note: AnnotationView }) {
  const store = useStore()
  if (!decisionToSeeSince(note, store.actor)) return null
  return (
    <button type="button" className="link" onClick={() => showChanges(store)}>
      See what changed
    </button>
  )
}

function decisionToSeeSince(note: AnnotationView, actor: Actor): ReviewView | null {
  const isAsked = note.state === 'in_review' && mayReview(actor, note)
  return isAsked ? decisionOnOtherWords(note, actor.id) : null
}

function Changes({ note, decision }: { note: AnnotationView; decision: ReviewView }) {
  const store = useStore()
  const moment = useMoment()
  const { answer, isNewest, again } = useVersions(note)
  const section = useRef<HTMLElement>(null)
  const { contentHash } = note
  const since = decision.contentHash
  const both = useMemo(() => answer && bothContents(answer, since), [answer, since])
  const hasFailed = answer !== null && 'message' in answer

  /** The button goes once they have come. */
  const tryAgain = () => {
    section.current?.focus({ preventScroll: true })
    again()
  }

  // As soon as they are drawn, so that no key finds those of other words.
  useLayoutEffect(
    () =>
      holdChanges(store, {
        since,
        contentHash,
        section: both || hasFailed ? section.current : null,
        areComing: !isNewest,
        haveFailed: hasFailed,
      }),
    [store, since, contentHash, isNewest, both, hasFailed],
  )

  // It was decided on before versions were kept, or the words came back.
  if (answer && 'versions' in answer && !both) return null
  return (
    <section ref={section} className="say r-since" aria-labelledby="since-title" tabIndex={-1}>
      <h3 id="since-title">
        {sinceWords(decision, store.actor.id)}, {moment(decision.at)}
      </h3>
      {answer === null && <p className="help late">Fetching what changed…</p>}
      {hasFailed && (
        <>
          <p className="help">What changed could not be fetched. {answer.message}</p>
          <div className="say-acts">
            <button type="button" className="btn" onClick={tryAgain}>
              Try again
            </button>
          </div>
        </>
      )}
      {both && <FieldChanges before={both.before.content} after={both.after.content} />}
      <span className="since-end" />
    </section>
  )
}

/** The version that was decided on and the newest one; null where either is not among them, or they are the same. */
function bothContents(
  answer: Versions,
  contentHash: string,
): { before: VersionView; after: VersionView } | null {
  if (!('versions' in answer)) return null
  const before = answer.versions.find(({ hash }) => hash === contentHash)
  const [after] = answer.versions
  return before && after && before !== after ? { before, after } : null
}

/** "Changed since you approved it". */
function sinceWords({ decision, reviewer }: ReviewView, actorId: string): string {
  const who = reviewer.id === actorId ? 'you' : reviewer.name
  return `Changed since ${who} ${decision === 'approve' ? 'approved it' : 'asked for changes'}`
}
