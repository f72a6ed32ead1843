import { z } from 'zod'
import { countWordsIn } from '@/lib/domain/text'

/**
 * A node of ProseMirror's JSON. The domain knows only its outline; lib/document says which nodes,
 * marks and attributes a schema has and refuses the rest.
 */
export interface DocumentNode {
  type: string
  attrs?: Record<string, unknown> | undefined
  content?: DocumentNode[] | undefined
  text?: string | undefined
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined
}

export const documentNode: z.ZodType<DocumentNode> = z.lazy(() =>
  z.strictObject({
    type: z.string(),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(documentNode).optional(),
    text: z.string().optional(),
    marks: z
      .array(
        z.strictObject({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() }),
      )
      .optional(),
  }),
)

/** An explanation without words. */
export const emptyDocument: DocumentNode = { type: 'doc', content: [{ type: 'paragraph' }] }

/** All the words of a node, blocks apart by a space: for counting and for asking whether there are any. */
export function wordsOf(node: DocumentNode): string {
  if (node.text !== undefined) return node.text
  if (node.type === 'mention') return `@${node.attrs?.label}`
  const parts = (node.content ?? []).map(wordsOf)
  const inline = node.content?.some(child => child.text !== undefined || child.type === 'mention')
  return parts.join(inline ? '' : ' ').trim()
}

/** How many words a node has, as {@link countWordsIn} counts them. */
export function countWords(node: DocumentNode): number {
  return countWordsIn(wordsOf(node))
}
