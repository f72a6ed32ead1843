import { Node } from '@tiptap/pm/model'
import { documentTextOf } from '@/lib/document/positions'
import { articleSchema } from '@/lib/document/schemas'
import type { ArticleDesk } from '@/lib/domain/desk'
import { type PackedNote, packNotes, unpackNotes } from '@/lib/domain/packed-notes'
import type { DocumentNode } from '@/lib/domain/rich-text'

const known = new WeakMap<DocumentNode, Node>()

/** The document of an article that was parsed when it was frozen; the same node for the same JSON. */
export function articleNode(document: DocumentNode): Node {
  const node = known.get(document) ?? Node.fromJSON(articleSchema, document)
  known.set(document, node)
  return node
}

interface PackedDesk extends Omit<ArticleDesk, 'annotations'> {
  annotations: PackedNote[]
}

/**
 * All that the editor page shows, as one text: React reads a text at once, and thousands of notes value
 * by value.
 */
export function packDesk(desk: ArticleDesk): string {
  const annotations = packNotes(desk.annotations, commonOf(desk))
  return JSON.stringify({ ...desk, annotations } satisfies PackedDesk)
}

/** What {@link packDesk} was given. */
export function unpackDesk(packed: string): ArticleDesk {
  const desk = JSON.parse(packed) as PackedDesk
  return { ...desk, annotations: unpackNotes(desk.annotations, commonOf(desk)) }
}

function commonOf({ article, revision }: Pick<ArticleDesk, 'article' | 'revision'>) {
  const { text } = documentTextOf(articleNode(revision.document))
  return { articleId: article.id, revisionId: revision.id, text }
}
