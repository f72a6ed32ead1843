import type { Db } from '@/lib/data/database'
import type { Decision } from '@/lib/domain/review'

export async function createReview(
  db: Db,
  review: {
    annotationId: string
    reviewerId: string
    decision: Decision
    contentHash: string
    comment: string
    createdAt: Date
  },
): Promise<void> {
  await db.review.create({ data: review })
}
