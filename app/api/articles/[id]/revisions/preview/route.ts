import { z } from 'zod'
import { articleId } from '@/lib/domain/ids'
import { wordingLimit as limit, revisionPreviewRequest } from '@/lib/domain/revisions'
import { route } from '@/lib/http'
import { previewRevision } from '@/lib/services/revisions'

const params = z.object({ id: articleId })

export const POST = route(
  { params, body: revisionPreviewRequest, limit },
  ({ call, params, body }) => previewRevision(call, params.id, body),
)
