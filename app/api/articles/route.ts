import { newArticle } from '@/lib/domain/articles'
import { route } from '@/lib/http'
import { createArticle } from '@/lib/services/articles'

/** 5 MiB: the longest text, and what JSON puts around its blocks. */
const limit = 5 * 1024 * 1024

export const POST = route({ body: newArticle, limit, status: 201 }, ({ call, body }) =>
  createArticle(call, body),
)
