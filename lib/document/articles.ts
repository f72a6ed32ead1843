import { Node } from '@tiptap/pm/model'
import { documentTextOf } from '@/lib/document/positions'
import { articleSchema } from '@/lib/document/schemas'
import type { AnnotationView } from '@/lib/domain/annotations'
import type { DeskHead } from '@/lib/domain/desk'
import { packNotes, unpackNotes } from '@/lib/domain/packed-notes'
import type { DocumentNode } from '@/lib/domain/rich-text'

const known = new WeakMap<DocumentNode, Node>()

/** The document of an article that was parsed when it was frozen; the same node for the same JSON. */
export function articleNode(document: DocumentNode): Node {
  const node = known.get(document) ?? Node.fromJSON(articleSchema, document)
  known.set(document, node)
  return node
}

type NotesOf = Pick<DeskHead, 'article' | 'revision'>

/**
 * The notes of a desk as one text: React reads a text at once, and thousands of notes value by value.
 */
export function packAnnotations(desk: NotesOf, notes: readonly AnnotationView[]): string {
  return JSON.stringify(packNotes(notes, commonOf(desk)))
}

/** What {@link packAnnotations} was given. */
export function unpackAnnotations(desk: NotesOf, packed: string): AnnotationView[] {
  return unpackNotes(JSON.parse(packed), commonOf(desk))
}

function commonOf({ article, revision }: NotesOf) {
  const { text } = documentTextOf(articleNode(revision.document))
  return { articleId: article.id, revisionId: revision.id, text }
}
