import type { Db } from '@/lib/data/database'
import { asJson } from '@/lib/data/json'
import { isId } from '@/lib/domain/ids'
import type { DocumentNode } from '@/lib/domain/rich-text'

export interface RevisionRow {
  id: string
  number: number
  document: DocumentNode
  text: string
  textHash: string
  /** When the publisher changed it (ISO 8601, may be of reduced precision), or "". */
  changedOn: string
  /** What the publisher said of the change, or why the draft was changed; may be "". */
  changeNote: string
  /** Whether the text was the newsroom's own draft when this was frozen. */
  isOwn: boolean
  createdAt: Date
}

/** A revision without its text: what tells it from others. */
export interface RevisionName {
  id: string
  number: number
}

/** The wording that the article has now. */
export async function findNewestRevision(db: Db, articleId: string): Promise<RevisionRow | null> {
  if (!isId(articleId)) return null
  const row = await db.revision.findFirst({
    where: { articleId },
    orderBy: { number: 'desc' },
    omit: { articleId: true, createdById: true },
  })
  // Frozen by createRevision and refused by the database ever after.
  return row && { ...row, document: row.document as unknown as DocumentNode }
}

export async function findNewestRevisionName(
  db: Db,
  articleId: string,
): Promise<RevisionName | null> {
  if (!isId(articleId)) return null
  return db.revision.findFirst({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true },
  })
}

/** The texts of these revisions, by id. */
export async function listRevisionTexts(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.revision.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, text: true },
  })
  return new Map(rows.map(row => [row.id, row.text]))
}

/** An article's texts from the oldest of these revisions on, oldest first. */
export async function listTextsFrom(
  db: Db,
  articleId: string,
  ids: readonly string[],
): Promise<{ id: string; text: string }[]> {
  const { _min } = await db.revision.aggregate({
    where: { articleId, id: { in: [...ids] } },
    _min: { number: true },
  })
  return db.revision.findMany({
    where: { articleId, number: { gte: _min.number ?? 0 } },
    orderBy: { number: 'asc' },
    select: { id: true, text: true },
  })
}

/** A revision by its number, without its document. */
export async function findRevisionText(
  db: Db,
  articleId: string,
  number: number,
): Promise<(RevisionName & Pick<RevisionRow, 'text' | 'textHash' | 'createdAt'>) | null> {
  return db.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { id: true, number: true, text: true, textHash: true, createdAt: true },
  })
}

/** An article's wordings from revision `number` on, oldest first. */
export function listWordings(
  db: Db,
  articleId: string,
  number: number,
): Promise<Omit<RevisionRow, 'id' | 'document' | 'textHash'>[]> {
  return db.revision.findMany({
    where: { articleId, number: { gte: number } },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      text: true,
      changedOn: true,
      changeNote: true,
      isOwn: true,
      createdAt: true,
    },
  })
}

/** An article's revisions, newest first, each with its text and the editions that were made of it. */
export async function listRevisionRows(db: Db, articleId: string) {
  return db.revision.findMany({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      number: true,
      createdAt: true,
      createdBy: { select: { id: true, name: true } },
      changedOn: true,
      changeNote: true,
      isOwn: true,
      textHash: true,
      text: true,
      editions: { orderBy: { number: 'asc' }, select: { number: true } },
    },
  })
}

export async function createRevision(
  db: Db,
  revision: Omit<RevisionRow, 'id'> & { articleId: string; createdById: string },
): Promise<string> {
  const data = { ...revision, document: asJson(revision.document) }
  const { id } = await db.revision.create({ data, select: { id: true } })
  return id
}
