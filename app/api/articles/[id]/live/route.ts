import { z } from 'zod'
import { watchSession } from '@/lib/auth'
import { articleId } from '@/lib/domain/ids'
import { entrySeq } from '@/lib/domain/live'
import { refuse } from '@/lib/domain/outcomes'
import { eventRoute } from '@/lib/http'
import { hub } from '@/lib/live/hub'
import { streamOf } from '@/lib/live/streams'
import { mayFollow } from '@/lib/services/live'

const params = z.object({ id: articleId })
const query = z.object({ since: entrySeq })

export const GET = eventRoute({ params, query }, async ({ call, params, query, request }) => {
  const isSignedIn = await watchSession()
  const allowed = await mayFollow(call, params.id)
  if (!allowed.ok) return allowed
  const { id: personId, name } = call.actor
  if (hub().isFull(personId))
    return refuse('throttled', 'You have many pages open. Close some, and this one is live again.')
  // A browser that comes back by itself asks at the old address, and names what it heard last.
  const heard = entrySeq.safeParse(request.headers.get('last-event-id') ?? undefined)
  const since = Math.max(query.since, heard.data ?? 0)
  const events = streamOf(hub(), { articleId: params.id, personId, name, since, isSignedIn })
  return { ok: true, events }
})
