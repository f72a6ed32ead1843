import { previewRequest } from '@/lib/domain/articles'
import { route } from '@/lib/http'
import { previewArticle } from '@/lib/services/articles'

/** 5 MiB: the longest text, and what JSON puts around it. */
const limit = 5 * 1024 * 1024

export const POST = route({ body: previewRequest, limit, takesFile: true }, ({ body }) =>
  previewArticle(body),
)
