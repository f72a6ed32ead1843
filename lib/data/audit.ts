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

/** Where each process of the application hears of entries; PostgreSQL folds it to small letters. */
export const entriesChannel = 'rubric_entries'

/** Tells every process that listens, once the transaction is committed and not if it is undone. */
export async function announceEntry(db: Db, seq: number): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${entriesChannel}, ${String(seq)})`
}

/** An entry without what it tells. */
export interface EntryName {
  seq: number
  kind: string
  actorId: string | null
  articleId: string | null
}

/** The next entries after `seq`, oldest first, without what they tell. */
export async function listEntryNamesAfter(
  db: Db,
  seq: number,
  limit: number,
): Promise<EntryName[]> {
  const rows = await db.auditEvent.findMany({
    where: { seq: { gt: BigInt(seq) } },
    orderBy: { seq: 'asc' },
    take: limit,
    select: { seq: true, kind: true, actorId: true, articleId: true },
  })
  return rows.map(row => ({ ...row, seq: Number(row.seq) }))
}

/** The newest entry about an article after `seq`, and whether `actorId` wrote all of those; null where there is none. */
export async function findNewsAfter(
  db: Db,
  articleId: string,
  seq: number,
  actorId: string,
): Promise<{ seq: number; isOwn: boolean } | null> {
  const where = { articleId, seq: { gt: BigInt(seq) } }
  const newest = await db.auditEvent.aggregate({ where, _max: { seq: true } })
  if (newest._max.seq === null) return null
  const other = await db.auditEvent.findFirst({
    where: { ...where, OR: [{ actorId: null }, { actorId: { not: actorId } }] },
    select: { seq: true },
  })
  return { seq: Number(newest._max.seq), isOwn: other === null }
}

/** Whether somebody ever took the note over, as its mark to check or by writing in it. */
export async function wasTaken(db: Db, annotationId: string): Promise<boolean> {
  const taking = await db.auditEvent.findFirst({
    where: {
      annotationId,
      kind: 'annotation.moved',
      data: { path: ['move'], equals: 'take' },
    },
    select: { seq: true },
  })
  return taking !== null
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

/** All that happened to an article and its notes, newest first. A note is named by the words it had then. */
export async function listArticleEvents(db: Db, articleId: string): Promise<HistoryEvent[]> {
  const [rows, quotes] = await Promise.all([
    db.auditEvent.findMany({
      where: { articleId },
      orderBy: { seq: 'desc' },
      select: eventFields,
    }),
    listQuotes(db, articleId),
  ])
  return rows.map(({ annotation, ...row }) => ({
    ...eventWith(row),
    annotation: annotation && {
      ...annotation,
      quote: quotes.get(annotation.id)?.find(each => each.since <= row.at)?.quote ?? '',
    },
  }))
}

const eventFields = {
  seq: true,
  at: true,
  data: true,
  actor: { select: { id: true, name: true } },
  annotation: { select: { id: true, key: true } },
} as const

function eventWith({
  seq,
  at,
  data,
  actor,
}: {
  seq: bigint
  at: Date
  data: unknown
  actor: HistoryEvent['actor']
}): Omit<HistoryEvent, 'annotation'> {
  return { seq: Number(seq), at, actor, event: eventOf(data) }
}

/** What happened to an article and its notes after entry `seq`, newest first; notes without their words. */
export async function listArticleEventsAfter(
  db: Db,
  articleId: string,
  seq: number,
  limit: number,
): Promise<HistoryEvent[]> {
  const rows = await db.auditEvent.findMany({
    where: { articleId, seq: { gt: BigInt(seq) } },
    orderBy: { seq: 'desc' },
    take: limit,
    select: eventFields,
  })
  return rows.map(({ annotation, ...row }) => ({
    ...eventWith(row),
    annotation: annotation && { ...annotation, quote: '' },
  }))
}

/** The first words that each note rested on, and since when, newest first. */
async function listQuotes(
  db: Db,
  articleId: string,
): Promise<Map<string, { since: Date; quote: string }[]>> {
  const rows = await db.$queryRaw<{ annotationId: string; since: Date; quote: string | null }[]>`
    SELECT v.annotation_id AS "annotationId", v.created_at AS since,
      v.content #>> '{anchors,0,quote}' AS quote
    FROM annotation_versions v
    JOIN annotations n ON n.id = v.annotation_id
    WHERE n.article_id = ${articleId}::uuid
    ORDER BY v.version DESC`
  const quotes = new Map<string, { since: Date; quote: string }[]>()
  for (const { annotationId, since, quote } of rows) {
    const known = quotes.get(annotationId)
    const each = { since, quote: quote ?? '' }
    if (known) known.push(each)
    else quotes.set(annotationId, [each])
  }
  return quotes
}

/** Written by appendEntries and by nothing else. */
function eventOf(data: unknown): AuditEvent {
  return data as AuditEvent
}
