import { formatDay, formatPartialDate } from '@/lib/domain/dates'
import { type EditionNote, type EditionSnapshot, editionHash } from '@/lib/domain/editions'
import { type Direction, directionOf } from '@/lib/domain/languages'
import type { Rating } from '@/lib/domain/scales'
import { paths } from '@/lib/paths'
import { type MarkedSpan, type ReadDocument, readDocument, spansOf } from '@/lib/site/marks'

/** A note with the rating it was given, as the scale of its edition describes it. */
export interface NoteView extends EditionNote {
  rating: Rating
}

/** A snapshot with all that its pages derive from it. */
export interface EditionView {
  snapshot: EditionSnapshot
  hash: string
  /** "https://courier.example", without a slash at the end. */
  origin: string
  language: string
  direction: Direction
  notes: NoteView[]
  document: ReadDocument
  spans: MarkedSpan[]
}

export function viewOf(snapshot: EditionSnapshot, origin: string): EditionView {
  const document = readDocument(snapshot.revision.document)
  const { language } = snapshot.newsroom
  return {
    snapshot,
    hash: editionHash(snapshot),
    origin,
    language,
    direction: directionOf(language),
    notes: snapshot.notes.map(note => ({ ...note, rating: ratingOf(note, snapshot.scale) })),
    document,
    spans: spansOf(document.text, snapshot.notes.map(markedNote)),
  }
}

/**
 * Where a page of the edition links to: the latest address of everything, or that of this very
 * edition. The claims are asked for by their keys.
 */
export interface PageLinks {
  page: string
  claim: (key: string) => string
  snapshot: string
}

export function latestLinks({ snapshot: { article } }: EditionView): PageLinks {
  return {
    page: paths.check(article.slug),
    claim: key => paths.claim(article.slug, key),
    snapshot: paths.snapshot(article.slug),
  }
}

export function editionLinks({ snapshot: { article, number } }: EditionView): PageLinks {
  const page = paths.edition(article.slug, number)
  return { page, claim: key => `${page}/claims/${key}`, snapshot: `${page}/edition.json` }
}

/** A moment as a day in the newsroom's language and time zone. */
export function dayOf({ newsroom }: Pick<EditionSnapshot, 'newsroom'>, at: string): string {
  return formatDay(new Date(at), newsroom.language, newsroom.timeZone)
}

/** "Sergey Lavrov, foreign minister of Russia, January 2022, as reported in the article". */
export function claimantLine({ content }: EditionNote, language: string): string {
  const { name, role, saidOn, saidWhere } = content.claimant
  return [name, role, formatPartialDate(saidOn, language), saidWhere].filter(Boolean).join(', ')
}

/** The ids of a note and of its words: by key, so that a link holds when the numbers change. */
export const noteId = (key: string) => `n-${key}`
export const wordsId = (key: string) => `m-${key}`

const markedNote = ({ key, number, content }: EditionNote) => ({
  key,
  number,
  anchors: content.anchors,
})

function ratingOf(note: EditionNote, scale: readonly Rating[]): Rating {
  const rating = scale.find(each => each.key === note.content.rating?.key)
  // An approved note has a rating of its newsroom's scale; without one there is nothing to print.
  if (!rating) throw new Error(`Note ${note.key} has no rating on the scale of its edition.`)
  return rating
}
