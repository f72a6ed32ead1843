import { RatingMark } from '@/components/ui/rating-mark'
import type { Rating } from '@/lib/domain/scales'
import './people.css'

/** The newsroom's verdicts, best first as the scale orders them. */
export function ScaleTable({ ratings }: { ratings: readonly Rating[] }) {
  return (
    <table className="scale">
      <thead>
        <tr>
          <th scope="col">Rating</th>
          <th scope="col">Value</th>
          <th scope="col">Means</th>
        </tr>
      </thead>
      <tbody>
        {ratings.map(rating => (
          <tr key={rating.key}>
            <th scope="row">
              <RatingMark rating={rating} />
            </th>
            <td className="num">{rating.value ?? 'outside the range'}</td>
            <td>
              {rating.definition}
              {!rating.needsEvidence && ' It may stand without evidence.'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
