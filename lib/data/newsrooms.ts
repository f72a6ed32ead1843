import type { Db } from '@/lib/data/database'
import { ratingOf } from '@/lib/data/scales'
import type { NewsroomSettings } from '@/lib/domain/newsrooms'
import type { Rating } from '@/lib/domain/scales'

/** There is one newsroom, and this is its id. */
const theNewsroom = 1

export interface NewsroomRow extends NewsroomSettings {
  version: number
  isDemo: boolean
  ratings: Rating[]
}

export async function findNewsroomRow(db: Db): Promise<NewsroomRow | null> {
  const row = await db.newsroom.findUnique({
    where: { id: theNewsroom },
    include: { scale: { include: { ratings: { orderBy: { ordinal: 'asc' } } } } },
  })
  if (!row) return null
  const { name, language, timeZone, method, correctionsPolicy, contact, version, isDemo } = row
  return {
    name,
    language,
    timeZone,
    method,
    correctionsPolicy,
    contact,
    version,
    isDemo,
    ratings: row.scale.ratings.map(ratingOf),
  }
}

/** Lets one transaction at a time set the newsroom up: there is no row yet that could be held. */
export async function lockSetUp(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('newsroom', 0))`
}

export async function createNewsroom(
  db: Db,
  newsroom: NewsroomSettings & { isDemo: boolean; scaleId: string; createdAt: Date },
): Promise<void> {
  await db.newsroom.create({ data: { id: theNewsroom, ...newsroom } })
}

/** Saves only if the settings are still at `version`. */
export async function saveNewsroom(
  db: Db,
  version: number,
  settings: NewsroomSettings,
): Promise<'saved' | 'stale'> {
  const { count } = await db.newsroom.updateMany({
    where: { id: theNewsroom, version },
    data: { ...settings, version: { increment: 1 } },
  })
  return count === 1 ? 'saved' : 'stale'
}
