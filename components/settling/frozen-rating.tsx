import { RatingIcon } from '@/components/ui/rating-mark'
import type { Rating } from '@/lib/domain/scales'
import './settling.css'

/** A verdict that was given to other words: still to be read, and not to be taken for one on these. */
export function FrozenRating({ rating, empty }: { rating: Rating | null; empty: string }) {
  if (!rating) return <span className="rating r-none">{empty}</span>
  return (
    <span className="rating r-none is-frozen">
      <RatingIcon name={rating.icon} />
      {rating.word} <small>frozen</small>
    </span>
  )
}

/** What became of the words, where the state of a note stands else. */
export function UnsettledMark({ title }: { title: string }) {
  return <span className="c-state s-unsettled">{title}</span>
}
