import type { Db } from '@/lib/data/database'
import type { Rating, Scale } from '@/lib/domain/scales'

/** Stores a scale with its ratings; answers its id. */
export async function createScale(db: Db, scale: Scale, createdAt: Date): Promise<string> {
  const { id } = await db.scale.create({
    data: { name: scale.name, createdAt, ratings: { create: scale.ratings } },
    select: { id: true },
  })
  return id
}

/** The row of a rating without what only the database knows. */
export function ratingOf(
  row: Omit<Rating, 'tint' | 'icon'> & { tint: string; icon: string },
): Rating {
  const { key, word, definition, value, needsEvidence, ordinal } = row
  return {
    key,
    word,
    definition,
    value,
    needsEvidence,
    ordinal,
    // Written through the validation of lib/domain/scales and by nothing else.
    tint: row.tint as Rating['tint'],
    icon: row.icon as Rating['icon'],
  }
}
