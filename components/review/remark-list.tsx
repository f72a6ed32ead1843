'use client'

import { useState } from 'react'
import { Fold } from '@/components/annotations/fold'
import { useStore } from '@/components/editor/desk-context'
import { askOfNote, type NoteAnswer } from '@/components/editor/note-actions'
import { RemarkForm } from '@/components/review/remark-form'
import { RemarkThread } from '@/components/review/remark-thread'
import { useHalfTyped } from '@/components/review/use-half-typed'
import { ask } from '@/lib/client'
import type { AnnotationView } from '@/lib/domain/annotations'
import { paths } from '@/lib/paths'
import './review.css'

/** What colleagues say of a note. Settled remarks are folded, never gone. */
export function RemarkList({ note }: { note: AnnotationView }) {
  const store = useStore()
  const [showSettled, setShowSettled] = useState(false)
  const isHalfTyped = useHalfTyped(note.id, 'remark').text !== ''
  const open = note.threads.filter(({ resolvedAt }) => resolvedAt === null)
  const settled = note.threads.filter(({ resolvedAt }) => resolvedAt !== null)
  const start = (body: string) =>
    askOfNote(
      store,
      note.id,
      (): Promise<NoteAnswer> => ask('POST', paths.api.threads(note.id), { body, quote: '' }),
      'Remark added.',
      { isRemark: true },
    )
  const form = <RemarkForm noteId={note.id} kind="remark" label="Add a remark" send={start} />
  // One line to write in is no longer than one that unfolds it.
  if (note.threads.length === 0)
    return (
      <section className="thread is-empty" aria-label="Remarks">
        {form}
      </section>
    )
  return (
    <Fold
      noteId={note.id}
      part="Remarks"
      count={open.length}
      more={settled.length > 0 && `${settled.length} settled`}
      isAsked={open.length > 0 || isHalfTyped}
    >
      {[...open, ...(showSettled ? settled : [])].map(thread => (
        <RemarkThread key={thread.id} note={note} thread={thread} />
      ))}
      {settled.length > 0 && (
        <p className="t-settled">
          <button
            type="button"
            className="link"
            aria-expanded={showSettled}
            onClick={() => setShowSettled(!showSettled)}
          >
            {showSettled ? 'Hide' : 'Show'} {settled.length} settled
          </button>
        </p>
      )}
      {form}
    </Fold>
  )
}
