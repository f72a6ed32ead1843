import { findAnnotationView } from '@/lib/data/annotations'
import { type Db, transaction } from '@/lib/data/database'
import {
  createComment,
  createThread,
  findThreadRow,
  reopenThread,
  settleThread,
} from '@/lib/data/threads'
import type { AnnotationView } from '@/lib/domain/annotations'
import type { AuditEvent } from '@/lib/domain/audit'
import { type Outcome, refuse } from '@/lib/domain/outcomes'
import { type Call, maySettle } from '@/lib/domain/roles'
import type { NewComment, NewThread } from '@/lib/domain/threads'
import { aboutNote, answer } from '@/lib/services/annotations'
import { record } from '@/lib/services/audit'

type ThreadOutcome = Outcome<{ annotation: AnnotationView }>

/** Makes a remark on a note. Everyone at the desk may, in whatever state the note is. */
export function startThread(
  call: Call,
  annotationId: string,
  { body, quote }: NewThread,
): Promise<ThreadOutcome> {
  return transaction(async tx => {
    const note = await findAnnotationView(tx, annotationId)
    if (!note) return refuse('not_found')
    const by = { authorId: call.actor.id, createdAt: call.at }
    await createThread(tx, { annotationId, quote, body, ...by })
    return recordOn(tx, call, note, 'thread.started')
  })
}

/** Answers a remark that is not settled yet. Everyone at the desk may. */
export function answerThread(
  call: Call,
  threadId: string,
  { body }: NewComment,
): Promise<ThreadOutcome> {
  return transaction(async tx => {
    const found = await findThread(tx, threadId)
    if (!found) return refuse('not_found')
    if (found.thread.resolvedAt)
      return refuse('not_from_here', 'This remark is settled. Open it again to answer it.')
    await createComment(tx, { threadId, authorId: call.actor.id, body, createdAt: call.at })
    return recordOn(tx, call, found.note, 'thread.answered')
  })
}

/** Settles a remark or opens it again; asking for what is so already changes nothing. */
export function resolveThread(
  call: Call,
  threadId: string,
  { resolved }: { resolved: boolean },
): Promise<ThreadOutcome> {
  return transaction(async tx => {
    const found = await findThread(tx, threadId)
    if (!found) return refuse('not_found')
    const { thread, note } = found
    if (!maySettle(call.actor, { starterId: thread.starterId, ownerId: note.ownerId }))
      return refuse(
        'forbidden',
        'A remark is settled by whoever made it, whoever owns the note, or an editor.',
      )
    const changed = resolved
      ? await settleThread(tx, threadId, { resolvedAt: call.at, resolvedById: call.actor.id })
      : await reopenThread(tx, threadId)
    if (!changed) return answer(tx, note.id)
    return recordOn(tx, call, note, resolved ? 'thread.resolved' : 'thread.reopened')
  })
}

async function findThread(tx: Db, id: string) {
  const thread = await findThreadRow(tx, id)
  const note = thread && (await findAnnotationView(tx, thread.annotationId))
  return note && { thread, note }
}

async function recordOn(
  tx: Db,
  call: Call,
  note: AnnotationView,
  kind: Extract<AuditEvent['kind'], `thread.${string}`>,
): Promise<ThreadOutcome> {
  await record(tx, call, { kind, key: note.key }, aboutNote(note))
  return answer(tx, note.id)
}
