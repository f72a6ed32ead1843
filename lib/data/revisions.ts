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
  createdAt: Date
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

export async function createRevision(
  db: Db,
  revision: Omit<RevisionRow, 'id'> & { articleId: string; createdById: string },
): Promise<string> {
  const data = { ...revision, document: asJson(revision.document) }
  const { id } = await db.revision.create({ data, select: { id: true } })
  return id
}
