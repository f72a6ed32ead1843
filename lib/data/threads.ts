import type { Db } from '@/lib/data/database'
import { isId } from '@/lib/domain/ids'

export interface ThreadRow {
  id: string
  annotationId: string
  resolvedAt: Date | null
  /** Who made the remark that it began with. */
  starterId: string
}

export async function findThreadRow(db: Db, id: string): Promise<ThreadRow | null> {
  if (!isId(id)) return null
  const row = await db.thread.findUnique({
    where: { id },
    select: {
      id: true,
      annotationId: true,
      resolvedAt: true,
      comments: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: 1,
        select: { authorId: true },
      },
    },
  })
  const starterId = row?.comments[0]?.authorId
  if (!row || starterId === undefined) return null
  return { id, annotationId: row.annotationId, resolvedAt: row.resolvedAt, starterId }
}

/** A thread with the remark that it begins with. */
export async function createThread(
  db: Db,
  thread: { annotationId: string; quote: string; authorId: string; body: string; createdAt: Date },
): Promise<void> {
  const { annotationId, quote, authorId, body, createdAt } = thread
  await db.thread.create({
    data: { annotationId, quote, createdAt, comments: { create: { authorId, body, createdAt } } },
  })
}

export async function createComment(
  db: Db,
  comment: { threadId: string; authorId: string; body: string; createdAt: Date },
): Promise<void> {
  await db.comment.create({ data: comment })
}

/** Settles an open thread; false where it is settled already. */
export async function settleThread(
  db: Db,
  id: string,
  by: { resolvedAt: Date; resolvedById: string },
): Promise<boolean> {
  const { count } = await db.thread.updateMany({ where: { id, resolvedAt: null }, data: by })
  return count === 1
}

/** Opens a settled thread again; false where it is open already. */
export async function reopenThread(db: Db, id: string): Promise<boolean> {
  const { count } = await db.thread.updateMany({
    where: { id, resolvedAt: { not: null } },
    data: { resolvedAt: null, resolvedById: null },
  })
  return count === 1
}
