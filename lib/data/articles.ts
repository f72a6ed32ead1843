import type { Db } from '@/lib/data/database'
import type { PersonName } from '@/lib/domain/annotations'
import type { ArticleDetails } from '@/lib/domain/articles'
import type { ArticleSummary } from '@/lib/domain/desk'
import { isId } from '@/lib/domain/ids'
import { type AnnotationState, reasonOfUndoing } from '@/lib/domain/review'

export interface ArticleRow extends ArticleDetails {
  id: string
  slug: string
  checkTitle: string
  checkSummary: string
  /** The newsroom's own draft. */
  isOwn: boolean
  version: number
  createdById: string
  createdAt: Date
  updatedAt: Date
}

type LatestEdition = ArticleSummary['latestEdition']

export async function findArticleRow(db: Db, id: string): Promise<ArticleRow | null> {
  return isId(id) ? db.article.findUnique({ where: { id } }) : null
}

/**
 * Holds an article's text as it is until the transaction ends: its notes may be written meanwhile, its
 * next revision waits. A note that is new has no version yet by which that revision could be noticed.
 */
export async function lockText(db: Db, articleId: string): Promise<void> {
  if (!isId(articleId)) return
  await db.$queryRaw`SELECT id FROM articles WHERE id = ${articleId}::uuid FOR SHARE`
}

/**
 * Holds an article and its notes for its next revision. The article's row first, as everywhere, so
 * that nobody waits for somebody who waits for them; NO KEY, since others refer to it meanwhile.
 */
export async function lockForRevision(db: Db, articleId: string): Promise<void> {
  if (!isId(articleId)) return
  await db.$queryRaw`SELECT id FROM articles WHERE id = ${articleId}::uuid FOR NO KEY UPDATE`
  await db.$queryRaw`
    SELECT id FROM annotations WHERE article_id = ${articleId}::uuid ORDER BY id FOR NO KEY UPDATE`
}

/** Something happened to the article. */
export async function touchArticle(db: Db, id: string, at: Date): Promise<void> {
  await db.article.update({ where: { id }, data: { updatedAt: at } })
}

/** Lets one transaction at a time choose an address, so that two articles of one title get two. */
export async function lockSlugs(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('slugs', 0))`
}

/** Every address in use that begins like this one. */
export async function listSlugsLike(db: Db, slug: string): Promise<string[]> {
  const rows = await db.article.findMany({
    where: { slug: { startsWith: slug } },
    select: { slug: true },
  })
  return rows.map(row => row.slug)
}

export async function createArticleRow(
  db: Db,
  article: ArticleDetails & {
    slug: string
    isOwn: boolean
    createdById: string
    createdAt: Date
  },
): Promise<string> {
  const { id } = await db.article.create({
    data: { ...article, updatedAt: article.createdAt },
    select: { id: true },
  })
  return id
}

/** Saves only if the article is still at `version`. */
export async function saveArticleDetails(
  db: Db,
  id: string,
  version: number,
  details: ArticleDetails & { isOwn: boolean },
  at: Date,
): Promise<'saved' | 'stale'> {
  const { count } = await db.article.updateMany({
    where: { id, version },
    data: { ...details, version: { increment: 1 }, updatedAt: at },
  })
  return count === 1 ? 'saved' : 'stale'
}

export interface ArticleListRow extends ArticleRow {
  createdBy: PersonName
  latestEdition: LatestEdition
}

export async function listArticleRows(db: Db): Promise<ArticleListRow[]> {
  const rows = await db.article.findMany({
    include: {
      createdBy: { select: { id: true, name: true } },
      editions: { orderBy: { number: 'desc' }, take: 1, select: editionFields },
    },
  })
  return rows.map(({ editions, ...row }) => ({ ...row, latestEdition: latestOf(editions) }))
}

/**
 * How many notes each article has in each state, and when one of them was last written to. Those that its
 * newest revision left to be settled are counted apart from the others in their state; one whose making was
 * undone is not counted.
 */
export function countNotes(
  db: Db,
): Promise<
  { articleId: string; state: AnnotationState | 'unsettled'; count: number; lastAt: Date }[]
> {
  return db.$queryRaw`
    WITH newest AS (
      SELECT DISTINCT ON (article_id) id FROM revisions ORDER BY article_id, number DESC
    ), unsettled AS (
      SELECT DISTINCT a.annotation_id
      FROM anchors a
      JOIN newest r ON r.id = a.revision_id
      WHERE a.settled_at IS NULL AND a.placement IN ('changed', 'ambiguous', 'lost')
    )
    SELECT n.article_id AS "articleId",
      CASE WHEN n.state <> 'retired' AND u.annotation_id IS NOT NULL THEN 'unsettled'
        ELSE n.state::text END AS state,
      count(*)::int AS count,
      max(n.updated_at) AS "lastAt"
    FROM annotations n
    LEFT JOIN unsettled u ON u.annotation_id = n.id
    WHERE n.state <> 'retired' OR n.retired_reason IS DISTINCT FROM ${reasonOfUndoing}
      OR EXISTS (SELECT 1 FROM threads t WHERE t.annotation_id = n.id)
    GROUP BY 1, 2`
}

/** The newest edition of an article, withdrawn or not. */
export async function findLatestEdition(db: Db, articleId: string): Promise<LatestEdition> {
  const editions = await db.edition.findMany({
    where: { articleId },
    orderBy: { number: 'desc' },
    take: 1,
    select: editionFields,
  })
  return latestOf(editions)
}

const editionFields = { number: true, publishedAt: true, withdrawnAt: true } as const

function latestOf(
  editions: readonly { number: number; publishedAt: Date; withdrawnAt: Date | null }[],
): LatestEdition {
  const [latest] = editions
  return latest
    ? {
        number: latest.number,
        publishedAt: latest.publishedAt.toISOString(),
        withdrawnAt: latest.withdrawnAt?.toISOString() ?? null,
      }
    : null
}
