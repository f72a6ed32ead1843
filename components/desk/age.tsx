import { RelativeTime } from '@/components/ui/relative-time'
import { isOld } from '@/lib/domain/ages'

/** When the page was made and where its reader works. */
export interface Clock {
  /** ISO 8601. */
  now: string
  timeZone: string
}

/**
 * How long ago something was, after what it was (`lead`). For what waits, too long is said in words,
 * for colour alone would not say it.
 */
export function Age({
  at,
  clock,
  lead = '',
  waits = false,
}: {
  at: string
  clock: Clock
  lead?: string
  waits?: boolean
}) {
  const old = waits && isOld(at, clock.now)
  return (
    <div className={old ? 'q-a num old' : 'q-a num'}>
      {lead} <RelativeTime at={at} {...clock} />
      {old && <span className="q-old"> waits long</span>}
    </div>
  )
}
