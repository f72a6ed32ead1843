import { z } from 'zod'
import { articleId } from '@/lib/domain/ids'
import { entrySeq } from '@/lib/domain/live'
import { route } from '@/lib/http'
import { listChanges } from '@/lib/services/live'

const params = z.object({ id: articleId })
const query = z.object({ since: entrySeq })

export const GET = route({ params, query }, ({ call, params, query }) =>
  listChanges(call, params.id, query.since),
)
