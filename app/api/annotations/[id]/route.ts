import { z } from 'zod'
import { annotationSave } from '@/lib/domain/annotations'
import { annotationId } from '@/lib/domain/ids'
import { route } from '@/lib/http'
import { findAnnotation, saveAnnotation } from '@/lib/services/annotations'

const params = z.object({ id: annotationId })

export const GET = route({ params }, ({ call, params }) => findAnnotation(call, params.id))

export const PUT = route({ params, body: annotationSave }, ({ call, params, body }) =>
  saveAnnotation(call, params.id, body),
)
