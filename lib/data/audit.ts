import { stillThere } from '@/lib/data/anchors'
import type { Db } from '@/lib/data/database'
import { asJson } from '@/lib/data/json'
import type { AuditEntry, AuditEvent } from '@/lib/domain/audit'
import type { HistoryEvent } from '@/lib/domain/history'

export type StoredEntry = AuditEntry & { hash: string; kind: string }

/** Lets one transaction at a time write to the log: the next entry names the one before it. */
export async function lockAudit(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('audit', 0))`
}

export async function findLastEntry(db: Db): Promise<{ seq: number; hash: string } | null> {
  const row = await db.auditEvent.findFirst({
    orderBy: { seq: 'desc' },
    select: { seq: true, hash: true },
  })
  return row && { seq: Number(row.seq), hash: row.hash }
}

export async function appendEntries(
  db: Db,
  entries: readonly (AuditEntry & { hash: string })[],
): Promise<void> {
  await db.auditEvent.createMany({
    data: entries.map(({ seq, at, event, ...rest }) => ({
      ...rest,
      seq: BigInt(seq),
      at: new Date(at),
      kind: event.kind,
      data: asJson(event),
    })),
  })
}

/** The next entries after `seq`, oldest first. */
export async function listEntriesAfter(db: Db, seq: number, limit: number): Promise<StoredEntry[]> {
  const rows = await db.auditEvent.findMany({
    where: { seq: { gt: BigInt(seq) } },
    orderBy: { seq: 'asc' },
    take: limit,
  })
  return rows.map(row => ({
    seq: Number(row.seq),
    at: row.at.toISOString(),
    actorId: row.actorId,
    articleId: row.articleId,
    annotationId: row.annotationId,
    event: eventOf(row.data),
    previousHash: row.previousHash,
    hash: row.hash,
    kind: row.kind,
  }))
}

/** All that happened to an article and its notes, newest first. */
export async function listArticleEvents(db: Db, articleId: string): Promise<HistoryEvent[]> {
  const rows = await db.auditEvent.findMany({
    where: { articleId },
    orderBy: { seq: 'desc' },
    select: {
      seq: true,
      at: true,
      data: true,
      actor: { select: { id: true, name: true } },
      annotation: {
        select: {
          id: true,
          key: true,
          anchors: {
            where: stillThere,
            orderBy: [{ revision: { number: 'desc' } }, { ordinal: 'asc' }],
            take: 1,
            select: { quote: true },
          },
        },
      },
    },
  })
  return rows.map(({ seq, at, data, actor, annotation }) => ({
    seq: Number(seq),
    at,
    actor,
    event: eventOf(data),
    annotation: annotation && {
      id: annotation.id,
      key: annotation.key,
      quote: annotation.anchors[0]?.quote ?? '',
    },
  }))
}

/** Written by appendEntries and by nothing else. */
function eventOf(data: unknown): AuditEvent {
  return data as AuditEvent
}
