import { z } from 'zod'
import { articleChange } from '@/lib/domain/articles'
import { articleId } from '@/lib/domain/ids'
import { route } from '@/lib/http'
import { changeArticle } from '@/lib/services/articles'

const params = z.object({ id: articleId })

export const PATCH = route({ params, body: articleChange }, ({ call, params, body }) =>
  changeArticle(call, params.id, body),
)
