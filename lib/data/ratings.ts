import type { Db } from '@/lib/data/database'
import { ratingOf } from '@/lib/data/scales'
import type { Rating } from '@/lib/domain/scales'

/** The newsroom's rating with this key, and its row's id. */
export async function findRatingRow(
  db: Db,
  key: string,
): Promise<{ id: string; rating: Rating } | null> {
  // The scale is read whole and searched here: a key comes from outside and may be any text.
  const rows = await db.rating.findMany({ where: { scale: { newsroom: { some: {} } } } })
  const row = rows.find(each => each.key === key)
  return row ? { id: row.id, rating: ratingOf(row) } : null
}
