import { z } from 'zod'
import { threadId } from '@/lib/domain/ids'
import { newComment } from '@/lib/domain/threads'
import { route } from '@/lib/http'
import { answerThread } from '@/lib/services/threads'

const params = z.object({ id: threadId })

export const POST = route({ params, body: newComment, status: 201 }, ({ call, params, body }) =>
  answerThread(call, params.id, body),
)
