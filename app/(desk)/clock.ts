import type { Clock } from '@/components/desk/age'
import type { Call } from '@/lib/domain/roles'
import { findNewsroom } from '@/lib/services/newsrooms'

/** The moment a page is made for, in the newsroom's time zone. */
export async function clockOf(call: Call): Promise<Clock> {
  const newsroom = await findNewsroom()
  return { now: call.at.toISOString(), timeZone: newsroom?.timeZone ?? 'UTC' }
}
