import { z } from 'zod'
import { threadId } from '@/lib/domain/ids'
import { resolution } from '@/lib/domain/threads'
import { route } from '@/lib/http'
import { resolveThread } from '@/lib/services/threads'

const params = z.object({ id: threadId })

export const PUT = route({ params, body: resolution }, ({ call, params, body }) =>
  resolveThread(call, params.id, body),
)
