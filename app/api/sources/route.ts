import { z } from 'zod'
import { annotationId } from '@/lib/domain/ids'
import { route } from '@/lib/http'
import { findKnownSource } from '@/lib/services/sources'

const query = z.object({
  url: z.string(),
  // A note that was not saved yet has no id, and is counted nowhere.
  besides: annotationId.optional().catch(undefined),
})

export const GET = route({ query }, ({ call, query }) =>
  findKnownSource(call, query.url, query.besides),
)
