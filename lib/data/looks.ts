import type { Db } from '@/lib/data/database'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { isId } from '@/lib/domain/ids'
import type { LookReason, LookView } from '@/lib/domain/looks'

/** What was said last of a sentence. */
export interface LookRow {
  look: LookView
  /** From 1, for each sentence. */
  turn: number
  /** False: it was taken back. */
  isLeft: boolean
}

export interface NewLook {
  revisionId: string
  start: number
  end: number
  turn: number
  isLeft: boolean
  reason: LookReason | null
  personId: string
  lookedAt: Date
}

/** What was said last of these sentences, of those that were ever looked at. */
export function listLookRows(
  db: Db,
  revisionId: string,
  sentences: readonly Span[],
): Promise<LookRow[]> {
  return listRows(
    db,
    revisionId,
    sentences.map(({ start }) => start),
  )
}

/** The looks that hold in a revision, in the order of the text. */
export async function listLooks(db: Db, revisionId: string): Promise<LookView[]> {
  const rows = await listRows(db, revisionId, null)
  return rows.filter(row => row.isLeft).map(row => row.look)
}

/** Throws a unique violation where somebody else has said something of one of the sentences meanwhile. */
export async function appendLooks(db: Db, looks: readonly NewLook[]): Promise<void> {
  await db.look.createMany({ data: [...looks] })
}

/** `starts`: where the sentences begin that are asked for; null for all. */
async function listRows(
  db: Db,
  revisionId: string,
  starts: readonly number[] | null,
): Promise<LookRow[]> {
  if (!isId(revisionId)) return []
  const rows = await db.$queryRaw<Stored[]>`
    SELECT DISTINCT ON (l.start, l."end")
      l.id, l.start, l."end", l.turn, l.is_left AS "isLeft", l.reason::text AS reason,
      l.looked_at AS "lookedAt", p.id AS "personId", p.name
    FROM looks l
    JOIN people p ON p.id = l.person_id
    WHERE l.revision_id = ${revisionId}::uuid
      AND (${starts}::int[] IS NULL OR l.start = ANY(${starts}::int[]))
    ORDER BY l.start, l."end", l.turn DESC`
  return rows.map(({ turn, isLeft, personId, name, lookedAt, ...look }) => ({
    look: { ...look, by: { id: personId, name }, at: lookedAt.toISOString() },
    turn,
    isLeft,
  }))
}

type Stored = Omit<LookView, 'by' | 'at'> &
  Omit<LookRow, 'look'> & { personId: string; name: string; lookedAt: Date }
