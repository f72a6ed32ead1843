import { z } from 'zod'
import { publishRequest } from '@/lib/domain/editions'
import { articleId } from '@/lib/domain/ids'
import { route } from '@/lib/http'
import { publishEdition } from '@/lib/services/editions'

const params = z.object({ id: articleId })

/** 512 KiB: a hundred corrections of full length, and the names of thousands of notes. */
const limit = 512 * 1024

export const POST = route(
  { params, body: publishRequest, limit, status: 201 },
  ({ call, params, body }) => publishEdition(call, params.id, body),
)
