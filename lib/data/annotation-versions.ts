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

/** Contents that a new revision gave other places, each with the hash it had before. */
export async function appendCarriedVersions(
  db: Db,
  versions: readonly {
    annotationId: string
    version: number
    content: CanonicalContent
    hash: string
    /** Null where the note rests on other words than before, which somebody had settled. */
    carriedFrom: string | null
    authorId: string
    isMark: boolean
  }[],
  createdAt: Date,
): Promise<void> {
  await db.annotationVersion.createMany({
    data: versions.map(version => ({
      ...version,
      createdAt,
      content: asJson(version.content),
    })),
  })
}

export interface NewestVersion {
  annotationId: string
  content: CanonicalContent
  authorId: string
  authorName: string
  isMark: boolean
}

/** What these notes say now and who wrote that, by note. */
export async function listNewestVersions(
  db: Db,
  annotationIds: readonly string[],
): Promise<Map<string, NewestVersion>> {
  const rows = await db.$queryRaw<NewestVersion[]>`
    SELECT DISTINCT ON (v.annotation_id) v.annotation_id AS "annotationId", v.content,
      v.author_id AS "authorId", p.name AS "authorName", v.is_mark AS "isMark"
    FROM annotation_versions v
    JOIN people p ON p.id = v.author_id
    WHERE v.annotation_id = ANY(${annotationIds}::uuid[])
    ORDER BY v.annotation_id, v.version DESC`
  return new Map(rows.map(row => [row.annotationId, row]))
}

/** The last verdict of a note that it had by some revision. */
export interface VerdictBy {
  /** Key of its rating; null where none was given. */
  ratingKey: string | null
  /** Whether it was given to the words of that very revision, not of one before it. */
  isOfRevision: boolean
}

/** What the verdicts of these notes were by a revision, by note; of notes written later there is none. */
export async function listVerdictsBy(
  db: Db,
  { articleId, number, textHash }: { articleId: string; number: number; textHash: string },
  annotationIds: readonly string[],
): Promise<Map<string, VerdictBy>> {
  const rows = await db.$queryRaw<(VerdictBy & { annotationId: string })[]>`
    SELECT DISTINCT ON (v.annotation_id) v.annotation_id AS "annotationId",
      v.content #>> '{rating,key}' AS "ratingKey",
      v.content ->> 'revision' = ${textHash} AS "isOfRevision"
    FROM annotation_versions v
    WHERE v.annotation_id = ANY(${annotationIds}::uuid[])
      AND v.content ->> 'revision' IN (
        SELECT r.text_hash FROM revisions r
        WHERE r.article_id = ${articleId}::uuid AND r.number <= ${number}
      )
    ORDER BY v.annotation_id, "isOfRevision" DESC, v.version DESC`
  return new Map(rows.map(({ annotationId, ...verdict }) => [annotationId, verdict]))
}

/** The versions with which each of these notes was carried to where it is now, newest first. */
export async function listCarryings(
  db: Db,
  annotationIds: readonly string[],
): Promise<Map<string, { hash: string; carriedFrom: string }[]>> {
  const rows = await db.$queryRaw<{ annotationId: string; hash: string; carriedFrom: string }[]>`
    SELECT v.annotation_id AS "annotationId", v.hash, v.carried_from AS "carriedFrom"
    FROM annotation_versions v
    WHERE v.annotation_id = ANY(${annotationIds}::uuid[]) AND v.carried_from IS NOT NULL
      AND v.version > (
        SELECT max(w.version) FROM annotation_versions w
        WHERE w.annotation_id = v.annotation_id AND w.carried_from IS NULL
      )
    ORDER BY v.annotation_id, v.version DESC`
  const carryings = new Map<string, { hash: string; carriedFrom: string }[]>()
  for (const { annotationId, ...carrying } of rows)
    carryings.set(annotationId, [...(carryings.get(annotationId) ?? []), carrying])
  return carryings
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
  const rejoined = await db.auditEvent.findMany({
    where: { annotationId, kind: 'annotation.rejoined' },
    select: { data: true },
  })
  const isRejoined = (version: number) =>
    rejoined.some(({ data }) => (data as { version?: unknown }).version === version)
  return rows.map(({ version, author, createdAt, hash, content, carriedFrom }) => ({
    version,
    carriedFrom,
    isRejoined: isRejoined(version),
    author,
    at: createdAt.toISOString(),
    hash,
    content: contentFrom(content),
  }))
}

/**
 * Everyone who wrote a version of these notes, by note, in the order of their first save. Whoever only
 * marked the words to check wrote nothing, nor did who brought in the article's next revision.
 */
export async function listAuthors(
  db: Db,
  annotationIds: string[],
): Promise<Map<string, PersonName[]>> {
  const rows = await db.$queryRaw<(PersonName & { annotationId: string })[]>`
    SELECT v.annotation_id AS "annotationId", p.id, p.name
    FROM annotation_versions v
    JOIN people p ON p.id = v.author_id
    WHERE v.annotation_id = ANY(${annotationIds}::uuid[])
      AND NOT v.is_mark AND v.carried_from IS NULL
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
