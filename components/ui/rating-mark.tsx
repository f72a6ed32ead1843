import {
  type IconShape,
  type RatingIconName,
  ratingIconBox,
  ratingIcons,
} from '@/lib/domain/rating-icons'
import type { Rating } from '@/lib/domain/scales'

/** A verdict as icon and word. Without a verdict it says so, or what `empty` says. */
export function RatingMark({
  rating,
  empty = 'No verdict',
}: {
  rating: Pick<Rating, 'word' | 'tint' | 'icon'> | null
  empty?: string
}) {
  return (
    <span className={`rating r-${rating?.tint ?? 'none'}`}>
      <RatingIcon name={rating?.icon ?? 'none'} />
      {rating?.word ?? empty}
    </span>
  )
}

/** The icon alone: only where the word stands beside it. */
export function RatingIcon({ name }: { name: RatingIconName }) {
  return (
    <svg className="i" viewBox={ratingIconBox} aria-hidden="true">
      {ratingIcons[name].map(shape => (
        <Shape key={'d' in shape ? shape.d : shape.r} shape={shape} />
      ))}
    </svg>
  )
}

function Shape({ shape: { shape: kind, ...attributes } }: { shape: IconShape }) {
  return kind === 'circle' ? <circle {...attributes} /> : <path {...attributes} />
}
