import { ageOf } from '@/lib/domain/ages'
import { formatMoment } from '@/lib/domain/dates'

/**
 * How long ago something was, with the exact time in its title. `now` comes from whoever renders the
 * page, so that the server and the browser write the same words.
 */
export function RelativeTime({
  at,
  now,
  language = 'en',
  timeZone,
}: {
  at: string
  now: string
  language?: string
  timeZone: string
}) {
  return (
    <time dateTime={at} title={formatMoment(new Date(at), language, timeZone)}>
      {ageOf(at, now)}
    </time>
  )
}
