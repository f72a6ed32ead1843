import { z } from 'zod'
import { articleId } from '@/lib/domain/ids'
import { wordingLimit as limit, newRevision } from '@/lib/domain/revisions'
import { route } from '@/lib/http'
import { createNewRevision } from '@/lib/services/revisions'

const params = z.object({ id: articleId })

export const POST = route(
  { params, body: newRevision, limit, status: 201 },
  ({ call, params, body }) => createNewRevision(call, params.id, body),
)
