import { stillThere } from '@/lib/data/anchors'
import { listAuthors } from '@/lib/data/annotation-versions'
import type { Db } from '@/lib/data/database'
import type { Prisma } from '@/lib/data/generated/client'
import { ratingOf } from '@/lib/data/scales'
import type { PersonName } from '@/lib/domain/annotations'
import type { AnnotationState, Decision } from '@/lib/domain/review'
import type { Rating } from '@/lib/domain/scales'

/** A note that somebody has to do something about, with what tells whose turn it is. */
export interface WorkRow {
  id: string
  articleId: string
  articleTitle: string
  state: AnnotationState
  claim: string
  quote: string
  rating: Rating | null
  owner: PersonName
  ownerId: string
  authors: PersonName[]
  authorIds: string[]
  /** Places that wait to be settled. */
  unsettled: number
  /** Newest first. */
  reviews: { decision: Decision; comment: string; createdAt: Date; reviewer: PersonName }[]
  /** The last remark of each open thread. */
  remarks: { body: string; createdAt: Date; authorId: string }[]
  createdAt: Date
  updatedAt: Date
  submittedAt: Date | null
}

/** Every mark to check, every note in review, and the notes that this person is writing. */
export function listWorkRows(db: Db, personId: string): Promise<WorkRow[]> {
  return findWorkRows(db, {
    OR: [
      { state: { in: ['to_check', 'in_review'] } },
      { ownerId: personId, state: { in: ['draft', 'changes_asked'] } },
    ],
  })
}

async function findWorkRows(db: Db, where: Prisma.AnnotationWhereInput): Promise<WorkRow[]> {
  const rows = await db.annotation.findMany({ where, select: workFields })
  const ids = rows.map(row => row.id)
  const [authors, unsettled] = [await listAuthors(db, ids), await countUnsettled(db, ids)]
  return rows.map(row => workRowOf(row, authors.get(row.id) ?? [], unsettled.get(row.id) ?? 0))
}

/** A note in which somebody is called on: the newest remark that does, or null for its explanation. */
export interface MentionRow {
  note: WorkRow
  remark: { body: string; createdAt: Date; author: PersonName } | null
}

/**
 * The notes in which colleagues call on this person: in an open remark that the person has not answered
 * since, in a wish for changes, or in an explanation. Each note once; a remark goes before the explanation.
 */
export async function listMentionRows(db: Db, personId: string): Promise<MentionRow[]> {
  const remarks = [
    ...(await listMentioningRemarks(db, personId)),
    ...(await listMentioningWishes(db, personId)),
  ].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const explanations = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM annotations
    WHERE state <> 'retired' AND jsonb_path_exists(
      explanation,
      '$.** ? (@.type == "mention" && @.attrs.id == $person)',
      jsonb_build_object('person', ${personId}::text)
    )`
  const byNote = new Map(remarks.map(remark => [remark.annotationId, remark]))
  const ids = [...new Set([...byNote.keys(), ...explanations.map(({ id }) => id)])]
  const rows = await findWorkRows(db, { id: { in: ids } })
  return rows.map(note => ({ note, remark: byNote.get(note.id) ?? null }))
}

async function listMentioningRemarks(db: Db, personId: string) {
  const rows = await db.$queryRaw<RemarkRow[]>`
    SELECT t.annotation_id AS "annotationId", c.body, c.created_at AS "createdAt",
      p.id AS "authorId", p.name AS "authorName"
    FROM comments c
    JOIN threads t ON t.id = c.thread_id
    JOIN annotations n ON n.id = t.annotation_id
    JOIN people p ON p.id = c.author_id
    WHERE t.resolved_at IS NULL AND n.state <> 'retired' AND c.author_id <> ${personId}::uuid
      AND c.body LIKE '%](' || ${personId}::text || ')%'
      AND NOT EXISTS (
        SELECT 1 FROM comments l
        WHERE l.thread_id = c.thread_id AND l.author_id = ${personId}::uuid
          AND l.created_at > c.created_at
      )
    ORDER BY c.created_at, c.id`
  return rows.map(asRemark)
}

/** The last decision on a note whose changes are asked, until the person has said something there. */
async function listMentioningWishes(db: Db, personId: string) {
  const rows = await db.$queryRaw<RemarkRow[]>`
    SELECT r.annotation_id AS "annotationId", r.comment AS body, r.created_at AS "createdAt",
      p.id AS "authorId", p.name AS "authorName"
    FROM reviews r
    JOIN annotations n ON n.id = r.annotation_id
    JOIN people p ON p.id = r.reviewer_id
    WHERE n.state = 'changes_asked' AND n.owner_id <> ${personId}::uuid
      AND r.reviewer_id <> ${personId}::uuid
      AND r.comment LIKE '%](' || ${personId}::text || ')%'
      AND NOT EXISTS (
        SELECT 1 FROM reviews l
        WHERE l.annotation_id = r.annotation_id AND l.created_at > r.created_at
      )
      AND NOT EXISTS (
        SELECT 1 FROM comments c JOIN threads t ON t.id = c.thread_id
        WHERE t.annotation_id = r.annotation_id AND c.author_id = ${personId}::uuid
          AND c.created_at > r.created_at
      )`
  return rows.map(asRemark)
}

interface RemarkRow {
  annotationId: string
  body: string
  createdAt: Date
  authorId: string
  authorName: string
}

function asRemark({ authorId, authorName, ...row }: RemarkRow) {
  return { ...row, author: { id: authorId, name: authorName } }
}

/** How many places of these notes their articles' newest revisions left to be settled. */
async function countUnsettled(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; count: number }[]>`
    SELECT n.id, count(*)::int AS count
    FROM annotations n
    JOIN anchors a ON a.annotation_id = n.id
    WHERE n.id = ANY(${ids}::uuid[])
      AND a.settled_at IS NULL AND a.placement IN ('changed', 'ambiguous', 'lost')
      AND a.revision_id = (
        SELECT r.id FROM revisions r WHERE r.article_id = n.article_id ORDER BY r.number DESC LIMIT 1
      )
    GROUP BY n.id`
  return new Map(rows.map(row => [row.id, row.count]))
}

/** Everyone whose account is open. */
export function listActivePeople(db: Db): Promise<PersonName[]> {
  return db.person.findMany({
    where: { disabledAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}

export interface ReadyRow {
  articleId: string
  title: string
  approved: number
  total: number
  nextEdition: number
  since: Date
}

/**
 * Articles whose next edition would differ from what readers see, and may go out. A note of the last
 * edition that is neither approved nor retired holds the whole article back: see planEdition.
 */
export function listReadyRows(db: Db): Promise<ReadyRow[]> {
  return db.$queryRaw`
    WITH latest AS (
      SELECT DISTINCT ON (article_id) article_id, id
      FROM editions
      WHERE withdrawn_at IS NULL
      ORDER BY article_id, number DESC
    ), notes AS (
      SELECT a.article_id, a.state, a.updated_at, n.edition_id IS NOT NULL AS published,
        CASE
          WHEN a.state = 'approved' THEN n.content_hash IS DISTINCT FROM a.content_hash
          WHEN a.state = 'retired' THEN n.edition_id IS NOT NULL
          ELSE false
        END AS changed
      FROM annotations a
      LEFT JOIN latest l ON l.article_id = a.article_id
      LEFT JOIN edition_notes n ON n.edition_id = l.id AND n.annotation_id = a.id
    )
    SELECT r.id AS "articleId", r.title,
      (count(*) FILTER (WHERE n.state = 'approved'))::int AS approved,
      (count(*) FILTER (WHERE n.state <> 'retired'))::int AS total,
      (SELECT coalesce(max(e.number), 0) + 1 FROM editions e WHERE e.article_id = r.id)::int
        AS "nextEdition",
      min(n.updated_at) FILTER (WHERE n.changed) AS since
    FROM articles r
    JOIN notes n ON n.article_id = r.id
    GROUP BY r.id
    HAVING bool_or(n.changed)
      AND NOT bool_or(n.published AND n.state NOT IN ('approved', 'retired'))
    ORDER BY since, r.id`
}

const personFields = { id: true, name: true } as const

const workFields = {
  id: true,
  articleId: true,
  article: { select: { title: true } },
  state: true,
  claim: true,
  rating: true,
  owner: { select: personFields },
  anchors: {
    where: stillThere,
    orderBy: [{ revision: { number: 'desc' } }, { ordinal: 'asc' }],
    take: 1,
    select: { quote: true },
  },
  reviews: {
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      decision: true,
      comment: true,
      createdAt: true,
      reviewer: { select: personFields },
    },
  },
  threads: {
    where: { resolvedAt: null },
    select: {
      comments: {
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { body: true, createdAt: true, authorId: true },
      },
    },
  },
  createdAt: true,
  updatedAt: true,
  submittedAt: true,
} satisfies Prisma.AnnotationSelect

function workRowOf(
  row: Prisma.AnnotationGetPayload<{ select: typeof workFields }>,
  savers: readonly PersonName[],
  unsettled: number,
): WorkRow {
  const { article, anchors, threads, rating, owner, ...rest } = row
  const authors = [owner, ...savers.filter(each => each.id !== owner.id)]
  return {
    ...rest,
    owner,
    ownerId: owner.id,
    authors,
    authorIds: authors.map(each => each.id),
    articleTitle: article.title,
    quote: anchors[0]?.quote ?? '',
    unsettled,
    rating: rating && ratingOf(rating),
    remarks: threads.flatMap(thread => thread.comments),
  }
}
