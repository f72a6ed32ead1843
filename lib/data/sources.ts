import type { Db } from '@/lib/data/database'
import type { KnownSource } from '@/lib/domain/sources'

export interface SourceRow {
  id: string
  url: string | null
  canonicalUrl: string | null
  title: string
  publisher: string
  publishedOn: string
}

/** How a source is described; what a citation says of it may be other words. */
export type SourceDescription = Pick<SourceRow, 'title' | 'publisher' | 'publishedOn'>

/**
 * Lets one transaction at a time come by sources and let go of them: a source that nobody cites any
 * more is removed, and must not be removed while somebody else begins to cite it.
 */
export async function lockSources(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('sources', 0))`
}

/** The sources at these addresses, and those without an address that have one of these titles. */
export function listSourcesLike(
  db: Db,
  addresses: string[],
  titles: string[],
): Promise<SourceRow[]> {
  return db.source.findMany({
    where: {
      OR: [{ canonicalUrl: { in: addresses } }, { canonicalUrl: null, title: { in: titles } }],
    },
    select: sourceFields,
  })
}

export function createSource(
  db: Db,
  source: Omit<SourceRow, 'id'> & { createdAt: Date },
): Promise<SourceRow> {
  return db.source.create({
    data: { ...source, kind: source.url === null ? 'document' : 'page' },
    select: sourceFields,
  })
}

export async function describeSource(
  db: Db,
  id: string,
  description: SourceDescription,
): Promise<void> {
  await db.source.update({ where: { id }, data: description })
}

/** Removes those of `ids` that nothing cites: half-typed addresses and titles that autosave brought here. */
export async function removeUncited(db: Db, ids: string[]): Promise<void> {
  await db.source.deleteMany({ where: { id: { in: ids }, citations: { none: {} } } })
}

export async function findSourceAt(
  db: Db,
  canonicalUrl: string,
  besides: string | undefined,
): Promise<KnownSource | null> {
  const row = await db.source.findUnique({ where: { canonicalUrl }, select: sourceFields })
  if (!row) return null
  const citing = await db.citation.findMany({
    where: { sourceId: row.id, ...(besides && { annotationId: { not: besides } }) },
    distinct: ['annotationId'],
    select: { annotationId: true },
  })
  const { title, publisher, publishedOn } = row
  return { url: row.url ?? '', title, publisher, publishedOn, uses: citing.length }
}

/** Every source that a note cites, the most lately used first. */
export function listCitedSources(
  db: Db,
): Promise<(KnownSource & { id: string; lastUsed: Date })[]> {
  return db.$queryRaw`
    SELECT s.id, coalesce(s.url, '') AS url, s.title, s.publisher,
      s.published_on AS "publishedOn",
      count(DISTINCT c.annotation_id)::int AS uses,
      max(a.updated_at) AS "lastUsed"
    FROM sources s
    JOIN citations c ON c.source_id = s.id
    JOIN annotations a ON a.id = c.annotation_id
    WHERE s.title <> '' OR s.url IS NOT NULL
    GROUP BY s.id
    ORDER BY max(a.updated_at) DESC, s.id`
}

const sourceFields = {
  id: true,
  url: true,
  canonicalUrl: true,
  title: true,
  publisher: true,
  publishedOn: true,
} as const
