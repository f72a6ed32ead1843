import { z } from 'zod'
import { annotationId } from '@/lib/domain/ids'
import { reviewRequest } from '@/lib/domain/review'
import { route } from '@/lib/http'
import { reviewAnnotation } from '@/lib/services/reviews'

const params = z.object({ id: annotationId })

export const POST = route({ params, body: reviewRequest, status: 201 }, ({ call, params, body }) =>
  reviewAnnotation(call, params.id, body),
)
