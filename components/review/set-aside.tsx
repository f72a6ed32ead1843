'use client'

import { useStore } from '@/components/editor/desk-context'
import { OutdatedWhy, useOff } from '@/components/review/outdated-why'
import { RetireForm } from '@/components/review/retire-form'
import { moveNote } from '@/components/review/review-actions'
import { isUnsettled } from '@/components/settling/settling'
import type { AnnotationView } from '@/lib/domain/annotations'
import { mayEdit, mayRetire } from '@/lib/domain/roles'
import './review.css'

/** A note nobody is writing: a mark that waits to be taken, or one that was retired. */
export function SetAside({ note }: { note: AnnotationView }) {
  const store = useStore()
  const { off } = useOff()
  if (note.state === 'to_check')
    return (
      <section className="review" aria-label="To check">
        <p className="r-news">
          Marked by <b>{note.owner.name}</b>. Nobody has taken it.
        </p>
        {/* Else it stands where the words are settled. */}
        {!isUnsettled(note) && <OutdatedWhy />}
        <div className="r-btns">
          <button
            type="button"
            className="btn btn-main"
            {...off}
            onClick={() => moveNote(store, note.id, 'take')}
          >
            Take it and write the note
          </button>
        </div>
        {mayRetire(store.actor, note) && <RetireForm note={note} />}
      </section>
    )
  return (
    <section className="review" aria-label="Retired">
      <p className="r-news">
        <b>Retired.</b> {note.retiredReason}
      </p>
      <OutdatedWhy />
      {mayEdit(store.actor, note) && (
        <div className="r-btns">
          <button
            type="button"
            className="btn"
            {...off}
            onClick={() => moveNote(store, note.id, 'restore')}
          >
            Bring it back
          </button>
        </div>
      )}
    </section>
  )
}
