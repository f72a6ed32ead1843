import type { Db } from '@/lib/data/database'
import type { Citation } from '@/lib/domain/sources'

/** Puts a note's citations in the stead of those it had; answers the sources that those named. */
export async function replaceCitations(
  db: Db,
  annotationId: string,
  citations: readonly (Citation & { sourceId: string })[],
): Promise<string[]> {
  const before = await db.citation.findMany({
    where: { annotationId },
    select: { sourceId: true },
  })
  await db.citation.deleteMany({ where: { annotationId } })
  await db.citation.createMany({
    data: citations.map((citation, ordinal) => ({ ...citation, annotationId, ordinal })),
  })
  return before.map(row => row.sourceId)
}
