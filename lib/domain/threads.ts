import { z } from 'zod'
import { storableText } from '@/lib/domain/text'

/** 5,000 characters: a remark longer than that is an explanation of its own. */
const body = storableText(5000)
  .transform(text => text.trim())
  .pipe(z.string().min(1, 'Write the remark first.'))

export const newThread = z.strictObject({
  body,
  /** Words of the explanation it speaks of, or "". */
  quote: storableText(500).default(''),
})
export type NewThread = z.infer<typeof newThread>

export const newComment = z.strictObject({ body })
export type NewComment = z.infer<typeof newComment>

export const resolution = z.strictObject({ resolved: z.boolean() })
