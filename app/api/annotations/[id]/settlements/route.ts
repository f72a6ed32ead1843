import { z } from 'zod'
import { annotationId } from '@/lib/domain/ids'
import { settleRequest } from '@/lib/domain/revisions'
import { route } from '@/lib/http'
import { settleAnchor } from '@/lib/services/settlements'

const params = z.object({ id: annotationId })

export const POST = route({ params, body: settleRequest }, ({ call, params, body }) =>
  settleAnchor(call, params.id, body),
)
