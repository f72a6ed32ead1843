/** @jsxImportSource preact */
import { type IconShape, ratingIconBox, ratingIcons } from '@/lib/domain/rating-icons'
import type { Rating, Tint } from '@/lib/domain/scales'

/** A verdict: its icon and its word, in the ink of its tint. */
export function RatingWord({ rating }: { rating: Pick<Rating, 'word' | 'tint' | 'icon'> }) {
  return (
    <span class={`rating r-${rating.tint}`}>
      <svg class="i" viewBox={ratingIconBox} aria-hidden="true">
        <use href={`#i-${rating.icon}`} />
      </svg>
      {rating.word}
    </span>
  )
}

/** The icons that a page uses, drawn once. */
export function IconSheet({ icons }: { icons: Iterable<Tint> }) {
  return (
    <svg class="icons" width="0" height="0" aria-hidden="true">
      {[...new Set(icons)].map(icon => (
        <symbol id={`i-${icon}`} viewBox={ratingIconBox}>
          {ratingIcons[icon].map(shape => (
            <Shape shape={shape} />
          ))}
        </symbol>
      ))}
    </svg>
  )
}

function Shape({ shape: { shape, ...attributes } }: { shape: IconShape }) {
  const Tag = shape
  return <Tag {...attributes} />
}
