import type { Db } from '@/lib/data/database'
import { asJson } from '@/lib/data/json'
import type { CanonicalContent, PersonName, VersionView } from '@/lib/domain/annotations'

export async function appendVersion(
  db: Db,
  version: {
    annotationId: string
    version: number
    content: CanonicalContent
    hash: string
    authorId: string
    isMark: boolean
    createdAt: Date
  },
): Promise<void> {
  await db.annotationVersion.create({ data: { ...version, content: asJson(version.content) } })
}

/** What a note says now, as it was last written. */
export async function findNewestContent(
  db: Db,
  annotationId: string,
): Promise<CanonicalContent | null> {
  const row = await db.annotationVersion.findFirst({
    where: { annotationId },
    orderBy: { version: 'desc' },
    select: { content: true },
  })
  return row && contentFrom(row.content)
}

/** Every content a note ever had, newest first. */
export async function listVersionViews(db: Db, annotationId: string): Promise<VersionView[]> {
  const rows = await db.annotationVersion.findMany({
    where: { annotationId },
    orderBy: { version: 'desc' },
    include: { author: { select: { id: true, name: true } } },
  })
  return rows.map(({ version, author, createdAt, hash, content }) => ({
    version,
    author,
    at: createdAt.toISOString(),
    hash,
    content: contentFrom(content),
  }))
}

/**
 * Everyone who wrote a version of these notes, by note, in the order of their first save. Whoever only
 * marked the words to check wrote nothing.
 */
export async function listAuthors(
  db: Db,
  annotationIds: string[],
): Promise<Map<string, PersonName[]>> {
  const rows = await db.$queryRaw<(PersonName & { annotationId: string })[]>`
    SELECT v.annotation_id AS "annotationId", p.id, p.name
    FROM annotation_versions v
    JOIN people p ON p.id = v.author_id
    WHERE v.annotation_id = ANY(${annotationIds}::uuid[]) AND NOT v.is_mark
    GROUP BY v.annotation_id, p.id, p.name
    ORDER BY min(v.version)`
  const authors = new Map<string, PersonName[]>()
  for (const { annotationId, id, name } of rows)
    authors.set(annotationId, [...(authors.get(annotationId) ?? []), { id, name }])
  return authors
}

/** Written by appendVersion and refused every change since. */
function contentFrom(json: unknown): CanonicalContent {
  return json as CanonicalContent
}
