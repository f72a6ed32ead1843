import { listAnnotationViews } from '@/lib/data/annotations'
import type { Db } from '@/lib/data/database'
import { findNewsroomRow } from '@/lib/data/newsrooms'
import type { AnnotationView } from '@/lib/domain/annotations'
import type { Rating } from '@/lib/domain/scales'

/** A note with its number in the margin. */
export interface NumberedNote {
  view: AnnotationView
  /** From 1 in the order of the text; 0 for a mark to check, which has none. */
  number: number
  rating: Rating | null
}

/** The notes that are not retired, in the order of the newest text, numbered as in the margin. */
export async function listNumbered(tx: Db, articleId: string): Promise<NumberedNote[]> {
  const views = await listAnnotationViews(tx, articleId)
  const ratings = (await findNewsroomRow(tx))?.ratings ?? []
  let count = 0
  return views
    .filter(view => view.state !== 'retired')
    .map(view => ({
      view,
      number: view.state === 'to_check' ? 0 : ++count,
      rating: ratings.find(({ key }) => key === view.content.ratingKey) ?? null,
    }))
}
