import { z } from 'zod'
import { articleId } from '@/lib/domain/ids'
import { lookChangesBytes as limit, lookChanges } from '@/lib/domain/looks'
import { route } from '@/lib/http'
import { changeLooks } from '@/lib/services/looks'

const params = z.object({ id: articleId })

export const PUT = route({ params, body: lookChanges, limit }, ({ call, params, body }) =>
  changeLooks(call, params.id, body),
)
