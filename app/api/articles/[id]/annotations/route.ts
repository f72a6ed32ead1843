import { z } from 'zod'
import { newAnnotation } from '@/lib/domain/annotations'
import { articleId } from '@/lib/domain/ids'
import { route } from '@/lib/http'
import { createAnnotation } from '@/lib/services/annotations'

const params = z.object({ id: articleId })

export const POST = route({ params, body: newAnnotation, status: 201 }, ({ call, params, body }) =>
  createAnnotation(call, params.id, body),
)
