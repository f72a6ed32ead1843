import type { Db } from '@/lib/data/database'
import { asJson } from '@/lib/data/json'
import type { Correction } from '@/lib/domain/corrections'
import type { EditionSummary } from '@/lib/domain/desk'
import { type EditionSnapshot, readSnapshot, type StoredSnapshot } from '@/lib/domain/editions'
import { isId } from '@/lib/domain/ids'
import type { PublisherChange } from '@/lib/domain/publisher-changes'

/** A file ready to be stored: as it is read, and compressed. */
export interface EditionFileRow {
  path: string
  contentType: string
  body: Uint8Array
  brotli: Uint8Array
  /** SHA-256 (hex) of the body. */
  hash: string
}

/** An edition as far as its address goes. */
export interface EditionPlace {
  id: string
  number: number
  withdrawnAt: Date | null
  withdrawnReason: string | null
}

/** The newest edition of an article, withdrawn or not: the next one is compared with it. */
export async function findNewestSnapshot(
  db: Db,
  articleId: string,
): Promise<EditionSnapshot | null> {
  const row = await db.edition.findFirst({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { snapshot: true },
  })
  // Written by createEdition and refused by the database ever after.
  return row && readSnapshot(row.snapshot as unknown as StoredSnapshot)
}

/**
 * Holds an article and its notes as they are until the transaction ends. The article's row first, so
 * that two who publish it wait for each other; NO KEY, since others refer to it meanwhile.
 */
export async function lockForEdition(db: Db, articleId: string): Promise<void> {
  if (!isId(articleId)) return
  await db.$queryRaw`SELECT id FROM articles WHERE id = ${articleId}::uuid FOR NO KEY UPDATE`
  await db.$queryRaw`
    SELECT id FROM annotations WHERE article_id = ${articleId}::uuid ORDER BY id FOR SHARE`
}

export async function listEditionSummaries(db: Db, articleId: string): Promise<EditionSummary[]> {
  const rows = await db.edition.findMany({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      number: true,
      hash: true,
      publishedAt: true,
      publishedBy: { select: { id: true, name: true } },
      withdrawnAt: true,
      withdrawnReason: true,
      _count: { select: { notes: true } },
    },
  })
  return rows.map(({ _count, ...row }) => ({
    ...row,
    notes: _count.notes,
    publishedAt: row.publishedAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  }))
}

/** When each note of an article was first published, by its key. */
export async function listFirstPublications(db: Db, articleId: string): Promise<Map<string, Date>> {
  const rows = await db.editionNote.findMany({
    where: { edition: { articleId } },
    orderBy: { edition: { number: 'desc' } },
    select: { key: true, edition: { select: { publishedAt: true } } },
  })
  // The oldest comes last, and stays.
  return new Map(rows.map(row => [row.key, row.edition.publishedAt]))
}

/** Stores an edition whole. A second one with the same number breaks the unique rule of the table. */
export async function createEdition(
  db: Db,
  edition: {
    articleId: string
    revisionId: string
    snapshot: EditionSnapshot
    hash: string
    publishedById: string
    publishedAt: Date
    annotationIds: ReadonlyMap<string, string>
    corrections: readonly Correction[]
    files: readonly EditionFileRow[]
  },
): Promise<void> {
  const { articleId, revisionId, snapshot, hash, publishedById, publishedAt } = edition
  const { id: editionId } = await db.edition.create({
    data: {
      articleId,
      revisionId,
      number: snapshot.number,
      snapshot: asJson(snapshot),
      publisherChanges: asJson(snapshot.publisherChanges),
      hash,
      publishedById,
      publishedAt,
    },
    select: { id: true },
  })
  await db.editionNote.createMany({
    data: snapshot.notes.map(note => ({
      editionId,
      annotationId: edition.annotationIds.get(note.key) ?? '',
      key: note.key,
      ordinal: note.number,
      contentHash: note.contentHash,
      claim: note.content.claim,
      claimant: note.content.claimant.name,
      ratingKey: note.content.rating?.key ?? '',
    })),
  })
  await db.correction.createMany({
    data: edition.corrections.map((correction, ordinal) => ({ ...correction, editionId, ordinal })),
  })
  await db.editionFile.createMany({
    data: edition.files.map(({ path, contentType, body, brotli, hash }) => ({
      editionId,
      path,
      contentType,
      body: Uint8Array.from(body),
      brotli: Uint8Array.from(brotli),
      hash,
    })),
  })
}

/** What stands above the article the next time somebody publishes it. */
export async function saveCheckWords(
  db: Db,
  articleId: string,
  words: { checkTitle: string; checkSummary: string },
): Promise<void> {
  await db.article.update({ where: { id: articleId }, data: words })
}

export async function findEdition(
  db: Db,
  id: string,
): Promise<(EditionPlace & { articleId: string }) | null> {
  if (!isId(id)) return null
  return db.edition.findUnique({ where: { id }, select: { ...placeFields, articleId: true } })
}

/** Withdraws an edition that stands; of two at once the database lets one through. */
export async function saveWithdrawal(
  db: Db,
  id: string,
  withdrawal: { withdrawnAt: Date; withdrawnReason: string; withdrawnById: string },
): Promise<'saved' | 'stale'> {
  const { count } = await db.edition.updateMany({
    where: { id, withdrawnAt: null },
    data: withdrawal,
  })
  return count === 1 ? 'saved' : 'stale'
}

/** The editions at an address, newest first; none where nothing was ever published there. */
export async function listPlaces(db: Db, slug: string): Promise<EditionPlace[]> {
  return db.edition.findMany({
    where: { article: { slug } },
    orderBy: { number: 'desc' },
    select: placeFields,
  })
}

export async function findFileRow(
  db: Db,
  editionId: string,
  path: string,
): Promise<EditionFileRow | null> {
  return db.editionFile.findUnique({
    where: { editionId_path: { editionId, path } },
    omit: { editionId: true },
  })
}

/**
 * What the newest edition of each article, where it stands, tells of changes after the check, by the
 * article's address.
 */
export async function listPublisherChanges(db: Db): Promise<Map<string, PublisherChange[]>> {
  // A snapshot may be a whole book: only that of an edition from before the column is looked into.
  const rows = await db.$queryRaw<{ slug: string; changes: PublisherChange[] | null }[]>`
    SELECT a.slug, coalesce(e.publisher_changes, e.snapshot->'publisherChanges') AS changes
    FROM articles a
    CROSS JOIN LATERAL (
      SELECT id, withdrawn_at FROM editions WHERE article_id = a.id ORDER BY number DESC LIMIT 1
    ) newest
    JOIN editions e ON e.id = newest.id
    WHERE newest.withdrawn_at IS NULL AND e.publisher_changes IS DISTINCT FROM '[]'`
  return new Map(rows.map(({ slug, changes }) => [slug, changes ?? []]))
}

/** Every article that was ever published, with its editions, newest first, and what they hold. */
export function listPublishedArticles(db: Db) {
  return db.article.findMany({
    where: { editions: { some: {} } },
    select: {
      slug: true,
      title: true,
      publisher: true,
      language: true,
      publishedOn: true,
      checkTitle: true,
      checkSummary: true,
      editions: {
        orderBy: { number: 'desc' },
        select: {
          number: true,
          publishedAt: true,
          withdrawnAt: true,
          withdrawnReason: true,
          notes: {
            orderBy: { ordinal: 'asc' },
            select: { key: true, ordinal: true, claim: true, claimant: true, ratingKey: true },
          },
          corrections: {
            orderBy: { ordinal: 'asc' },
            select: { kind: true, text: true, noteKeys: true },
          },
        },
      },
    },
  })
}
export type PublishedArticle = Awaited<ReturnType<typeof listPublishedArticles>>[number]

const placeFields = { id: true, number: true, withdrawnAt: true, withdrawnReason: true } as const
