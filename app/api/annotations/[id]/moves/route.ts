import { z } from 'zod'
import { annotationId } from '@/lib/domain/ids'
import { moveRequest } from '@/lib/domain/review'
import { route } from '@/lib/http'
import { moveAnnotation } from '@/lib/services/annotations'

const params = z.object({ id: annotationId })

export const POST = route({ params, body: moveRequest }, ({ call, params, body }) =>
  moveAnnotation(call, params.id, body),
)
