import type { Db } from '@/lib/data/database'
import type { Anchor } from '@/lib/domain/anchoring/anchors'

/** Puts a note's places in one revision in the stead of those it had there. */
export async function replaceAnchors(
  db: Db,
  annotationId: string,
  revisionId: string,
  anchors: readonly Anchor[],
): Promise<void> {
  await db.anchor.deleteMany({ where: { annotationId, revisionId } })
  await db.anchor.createMany({
    data: anchors.map((anchor, ordinal) => ({ ...anchor, annotationId, revisionId, ordinal })),
  })
}
