import type { Db } from '@/lib/data/database'
import type { Prisma } from '@/lib/data/generated/client'
import { asJson } from '@/lib/data/json'
import type { Anchor, Span } from '@/lib/domain/anchoring/anchors'
import type { PlacementKind } from '@/lib/domain/anchoring/placements'
import { isId } from '@/lib/domain/ids'

/** A note's place in one revision, as it is stored. */
export interface AnchorRow {
  annotationId: string
  revisionId: string
  /** Order among the note's anchors; it stays from revision to revision. */
  ordinal: number
  start: number | null
  end: number | null
  quote: string
  prefix: string
  suffix: string
  placement: PlacementKind
  near: number | null
  candidates: Span[]
  settledAt: Date | null
}

/**
 * Puts a note's places in one revision in the stead of those it had there. A span that stays keeps what
 * became of it when the revision came; a new one is nothing that became of another.
 */
export async function replaceAnchors(
  db: Db,
  annotationId: string,
  revisionId: string,
  anchors: readonly Anchor[],
): Promise<void> {
  const known = await db.anchor.findMany({
    where: { annotationId, revisionId, ...stillThere },
    select: { start: true, end: true, placement: true, settledAt: true },
  })
  await db.anchor.deleteMany({ where: { annotationId, revisionId } })
  await db.anchor.createMany({
    data: anchors.map((anchor, ordinal) => {
      const same = known.find(({ start, end }) => start === anchor.start && end === anchor.end)
      const { placement = 'kept', settledAt = null } = same ?? {}
      return { ...anchor, annotationId, revisionId, ordinal, placement, settledAt }
    }),
  })
}

/** All places but those that a person took off the note: their row stays, resting nowhere. */
export const stillThere = {
  OR: [{ settledAt: null }, { start: { not: null } }],
} satisfies Prisma.AnchorWhereInput

/** Every note's places in a revision, note by note, by ordinal. */
export async function listAnchorRows(db: Db, revisionId: string): Promise<AnchorRow[]> {
  if (!isId(revisionId)) return []
  const rows = await db.anchor.findMany({
    where: { revisionId },
    orderBy: [{ annotationId: 'asc' }, { ordinal: 'asc' }],
    omit: { id: true },
  })
  return rows.map(row => ({ ...row, candidates: spansFrom(row.candidates) }))
}

export async function createAnchorRows(db: Db, rows: readonly AnchorRow[]): Promise<void> {
  await db.anchor.createMany({
    data: rows.map(row => ({ ...row, candidates: asJson(row.candidates) })),
  })
}

/** A place of a note in the last revision in which the note rested on it. */
export type SoundAnchor = Pick<
  AnchorRow,
  'annotationId' | 'revisionId' | 'ordinal' | 'quote' | 'prefix' | 'suffix'
> &
  Span

/** Where these notes last rested, place by place, in any revision of the article. */
export function listSoundAnchors(
  db: Db,
  articleId: string,
  annotationIds: readonly string[],
): Promise<SoundAnchor[]> {
  return db.$queryRaw`
    SELECT DISTINCT ON (a.annotation_id, a.ordinal)
      a.annotation_id AS "annotationId", a.revision_id AS "revisionId", a.ordinal,
      a.start, a."end", a.quote, a.prefix, a.suffix
    FROM anchors a
    JOIN revisions r ON r.id = a.revision_id
    WHERE r.article_id = ${articleId}::uuid AND a.annotation_id = ANY(${annotationIds}::uuid[])
      AND a.start IS NOT NULL AND (a.placement IN ('kept', 'moved') OR a.settled_at IS NOT NULL)
    ORDER BY a.annotation_id, a.ordinal, r.number DESC`
}

/** Settles a place: on other words, or (null) on none any more. */
export async function settleAnchorRow(
  db: Db,
  { annotationId, revisionId, ordinal }: Pick<AnchorRow, 'annotationId' | 'revisionId' | 'ordinal'>,
  anchor: Anchor | null,
  settledAt: Date,
): Promise<void> {
  await db.anchor.update({
    where: { annotationId_revisionId_ordinal: { annotationId, revisionId, ordinal } },
    data: { ...(anchor ?? { start: null, end: null }), settledAt },
  })
}

/**
 * How many places the notes of an article have in each of its revisions, by what became of them when it
 * came; left out are retired notes, and places that a person took off their note.
 */
export async function countPlacements(
  db: Db,
  articleId: string,
): Promise<{ revisionId: string; placement: PlacementKind; isSettled: boolean; count: number }[]> {
  return db.$queryRaw`
    SELECT a.revision_id AS "revisionId", a.placement::text AS placement,
      a.settled_at IS NOT NULL AS "isSettled", count(*)::int AS count
    FROM anchors a
    JOIN annotations n ON n.id = a.annotation_id
    WHERE n.article_id = ${articleId}::uuid AND n.state <> 'retired'
      AND (a.settled_at IS NULL OR a.start IS NOT NULL)
    GROUP BY 1, 2, 3`
}

/** Written by createAnchorRows. */
export function spansFrom(candidates: unknown): Span[] {
  return candidates as Span[]
}
