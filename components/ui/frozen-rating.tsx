import { RatingIcon } from '@/components/ui/rating-mark'
import type { Rating } from '@/lib/domain/scales'
import './controls.css'

/** A verdict that was given to other words: still to be read, and not to be taken for one on these. */
export function FrozenRating({
  rating,
  empty = 'No verdict',
}: {
  rating: Rating | null
  empty?: string
}) {
  if (!rating) return <span className="rating r-none">{empty}</span>
  return (
    <span className="rating r-none is-frozen">
      <RatingIcon name={rating.icon} />
      {rating.word} <small>frozen</small>
    </span>
  )
}
