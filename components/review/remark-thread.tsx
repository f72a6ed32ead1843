'use client'

import { useState } from 'react'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { askOfNote, type NoteAnswer } from '@/components/editor/note-actions'
import { RemarkWords } from '@/components/mentions/remark-words'
import { RemarkForm } from '@/components/review/remark-form'
import { useHalfTyped } from '@/components/review/use-half-typed'
import { useMoment } from '@/components/review/use-moment'
import { Avatar } from '@/components/ui/avatar'
import { ask } from '@/lib/client'
import type { AnnotationView, CommentView, ThreadView } from '@/lib/domain/annotations'
import { maySettle } from '@/lib/domain/roles'
import { paths } from '@/lib/paths'

/** A remark with its answers. It is settled, not deleted. */
export function RemarkThread({ note, thread }: { note: AnnotationView; thread: ThreadView }) {
  const store = useStore()
  const [isAnswering, setAnswering] = useState(false)
  const kind = `answer:${thread.id}` as const
  const isWriting = useHalfTyped(note.id, kind).text !== '' || isAnswering
  const isSettled = thread.resolvedAt !== null
  const starterId = thread.comments[0]?.author.id ?? ''
  const answer = async (body: string) => {
    const done = await askOfNote(
      store,
      note.id,
      (): Promise<NoteAnswer> => ask('POST', paths.api.comments(thread.id), { body }),
      'Answer added.',
      { isRemark: true },
    )
    if (done) setAnswering(false)
    return done
  }
  const settle = () =>
    askOfNote(
      store,
      note.id,
      (): Promise<NoteAnswer> =>
        ask('PUT', paths.api.resolution(thread.id), { resolved: !isSettled }),
      isSettled ? 'Opened again.' : 'Settled.',
      { isRemark: true },
    )
  return (
    <div className={isSettled ? 't-one is-settled' : 't-one'}>
      {thread.quote && <p className="t-quote">“{thread.quote}”</p>}
      <ol>
        {thread.comments.map(comment => (
          <Comment key={comment.id} noteId={note.id} comment={comment} />
        ))}
      </ol>
      <p className="t-acts">
        {isSettled && thread.resolvedBy && `Settled by ${thread.resolvedBy.name}. `}
        {!isSettled && (
          <button
            type="button"
            className="link"
            aria-expanded={isWriting}
            onClick={() => setAnswering(!isAnswering)}
          >
            Answer
          </button>
        )}
        {maySettle(store.actor, { starterId, ownerId: note.ownerId }) && (
          <button type="button" className="link" onClick={settle}>
            {isSettled ? 'Open again' : 'Mark as settled'}
          </button>
        )}
      </p>
      {isWriting && (
        <RemarkForm noteId={note.id} kind={kind} label="Write an answer" send={answer} />
      )}
    </div>
  )
}

function Comment({
  noteId,
  comment: { id, author, at, body },
}: {
  noteId: string
  comment: CommentView
}) {
  const moment = useMoment()
  const isNew = useDesk(({ live }) => live.news[noteId]?.comments.includes(id) ?? false)
  return (
    <li>
      <p className="t-who">
        <Avatar name={author.name} />
        <b>{author.name}</b>
        <time dateTime={at}>{moment(at)}</time>
        {isNew && <span className="t-is-new">new</span>}
      </p>
      <p className="t-body" dir="auto">
        <RemarkWords body={body} />
      </p>
    </li>
  )
}
