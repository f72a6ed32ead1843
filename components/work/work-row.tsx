import Link from 'next/link'
import { Age, type Clock } from '@/components/desk/age'
import { FrozenRating } from '@/components/ui/frozen-rating'
import { RatingMark } from '@/components/ui/rating-mark'
import type { WorkItem } from '@/lib/domain/desk'
import { paths } from '@/lib/paths'

/** A note in a queue: verdict, claim, its words and article, who is meant, and since when. */
export function WorkRow({
  item,
  who,
  clock,
  waits,
}: {
  item: WorkItem
  who: string
  clock: Clock
  waits: boolean
}) {
  const empty = item.state === 'to_check' ? 'To check' : 'No verdict'
  const Verdict = item.unsettled > 0 ? FrozenRating : RatingMark
  return (
    <li className="row">
      <div className="q-r">
        <Verdict rating={item.rating} empty={empty} />
      </div>
      <div className="q-c">
        <Link href={paths.note(item.articleId, item.annotationId)} dir="auto">
          {item.claim || 'No claim yet'}
        </Link>
        <p className="q-w">
          {item.quote && (
            <>
              “<bdi>{shorten(item.quote)}</bdi>” ·{' '}
            </>
          )}
          <bdi>{item.articleTitle}</bdi>
        </p>
        {item.unsettled > 0 && (
          <p className="q-changed">
            <b>The article changed:</b> settle where this note rests
          </p>
        )}
        {item.remark && (
          <p className="q-n" dir="auto">
            {item.remark}
          </p>
        )}
      </div>
      <div className="q-p">{who}</div>
      <Age at={item.since} clock={clock} waits={waits} />
    </li>
  )
}

/** 90 characters: the words a note rests on, in one line of the list. */
function shorten(quote: string): string {
  const characters = [...quote.replace(/\s+/g, ' ')]
  return characters.length > 90 ? `${characters.slice(0, 89).join('').trimEnd()}…` : quote
}
