import { describeAnchor, type Span } from '@/lib/domain/anchoring/anchors'
import type { AnnotationView, NoteAnchor, PersonName } from '@/lib/domain/annotations'

/** A note without what can be told from the rest of it, and from the text that it rests on. */
export interface PackedNote
  extends Omit<
    AnnotationView,
    | 'articleId'
    | 'revisionId'
    | 'ownerId'
    | 'authorIds'
    | 'authors'
    | 'heldHashes'
    | 'anchors'
    | 'content'
  > {
  /** Left out where the owner is the only one. */
  authors?: AnnotationView['authors']
  /** Left out where it is the hash that the note has. */
  heldHashes?: string[]
  /** Ordinal and offsets; the whole anchor where its words are not those of the text. */
  anchors: (NoteAnchor | [ordinal: number, start: number, end: number])[]
  content: Omit<AnnotationView['content'], 'anchors'> & {
    /** Left out where they are those of `anchors`. */
    anchors?: AnnotationView['content']['anchors']
  }
}

/** What all notes of a page have in common. */
interface Common {
  articleId: string
  revisionId: string
  /** The text that the notes' offsets count in. */
  text: string
}

/** Notes as they are sent to the editor page: thousands of them are most of it. */
export function packNotes(notes: readonly AnnotationView[], { text }: Common): PackedNote[] {
  return notes.map(note => {
    const { articleId: _, revisionId: __, ownerId: ___, authorIds: ____, ...rest } = note
    const { authors, heldHashes, anchors, content, ...own } = rest
    const { anchors: spans, ...written } = content
    const isOwnersOnly = authors.length === 1 && isSamePerson(authors[0], note.owner)
    const isPlain = heldHashes.length === 1 && heldHashes[0] === note.contentHash
    return {
      ...own,
      ...(!isOwnersOnly && { authors }),
      ...(!isPlain && { heldHashes }),
      anchors: anchors.map(anchor => {
        const { ordinal, start, end } = anchor
        return isSameAnchor(anchor, anchorAt(text, [ordinal, start, end]))
          ? [ordinal, start, end]
          : anchor
      }),
      content: { ...written, ...(!areSameSpans(spans, anchors) && { anchors: spans }) },
    }
  })
}

/** The notes as they were before {@link packNotes}. */
export function unpackNotes(notes: readonly PackedNote[], common: Common): AnnotationView[] {
  const { articleId, revisionId, text } = common
  return notes.map(note => {
    const anchors = note.anchors.map(each => (Array.isArray(each) ? anchorAt(text, each) : each))
    const authors = note.authors ?? [note.owner]
    return {
      ...note,
      articleId,
      revisionId,
      ownerId: note.owner.id,
      authors,
      authorIds: authors.map(({ id }) => id),
      heldHashes: note.heldHashes ?? [note.contentHash],
      anchors,
      content: { ...note.content, anchors: note.content.anchors ?? anchors.map(spanOf) },
    }
  })
}

function anchorAt(text: string, [ordinal, start, end]: [number, number, number]): NoteAnchor {
  return { ordinal, ...describeAnchor(text, { start, end }) }
}

function spanOf({ start, end }: NoteAnchor) {
  return { start, end }
}

function isSamePerson(a: PersonName | undefined, b: PersonName): boolean {
  return a?.id === b.id && a.name === b.name
}

function isSameAnchor(a: NoteAnchor, b: NoteAnchor): boolean {
  return a.quote === b.quote && a.prefix === b.prefix && a.suffix === b.suffix
}

function areSameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, end }, index) => start === b[index]?.start && end === b[index]?.end)
  )
}
