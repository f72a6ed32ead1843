import { z } from 'zod'
import { annotationId } from '@/lib/domain/ids'
import { newThread } from '@/lib/domain/threads'
import { route } from '@/lib/http'
import { startThread } from '@/lib/services/threads'

const params = z.object({ id: annotationId })

export const POST = route({ params, body: newThread, status: 201 }, ({ call, params, body }) =>
  startThread(call, params.id, body),
)
