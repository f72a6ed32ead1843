import { listAnnotationViews } from '@/lib/data/annotations'
import { type ArticleRow, findArticleRow } from '@/lib/data/articles'
import type { Db } from '@/lib/data/database'
import { findNewestSnapshot, listFirstPublications } from '@/lib/data/editions'
import { findNewsroomRow, type NewsroomRow } from '@/lib/data/newsrooms'
import { findNewestRevision, listWordings, type RevisionRow } from '@/lib/data/revisions'
import { type AnnotationView, contentHash, contentOf } from '@/lib/domain/annotations'
import type { ArticleDetails } from '@/lib/domain/articles'
import { hashValue } from '@/lib/domain/canonical'
import type { Correction, NoteFates } from '@/lib/domain/corrections'
import {
  type EditionNote,
  type EditionPlan,
  type EditionSnapshot,
  planEdition,
  type RetiredNote,
} from '@/lib/domain/editions'
import {
  type FrozenWording,
  followNotes,
  type PublisherChange,
} from '@/lib/domain/publisher-changes'
import { approversOf } from '@/lib/domain/review'
import type { Call } from '@/lib/domain/roles'
import { readDocument } from '@/lib/site/marks'

/** All that an edition is made from, as it is now. */
export interface EditionMaterial {
  article: ArticleRow
  newsroom: NewsroomRow
  revision: RevisionRow
  /** All notes, in the order of the text. */
  annotations: AnnotationView[]
  /** The newest edition, withdrawn or not. */
  previous: EditionSnapshot | null
  /** The wording that the newest edition was made on, and those since, oldest first; none before the first. */
  wordings: FrozenWording[]
  firstPublished: Map<string, Date>
  plan: EditionPlan
}

export async function findMaterial(db: Db, articleId: string): Promise<EditionMaterial | null> {
  const article = await findArticleRow(db, articleId)
  const newsroom = await findNewsroomRow(db)
  const revision = await findNewestRevision(db, articleId)
  if (!article || !newsroom || !revision) return null
  const annotations = await listAnnotationViews(db, articleId)
  const previous = await findNewestSnapshot(db, articleId)
  const wordings = previous ? await findWordings(db, articleId, previous) : []
  const firstPublished = await listFirstPublications(db, articleId)
  const plan = planEdition(annotations, previous)
  return { article, newsroom, revision, annotations, previous, wordings, firstPublished, plan }
}

/** The first is read from the edition itself: its notes count in the words that it printed. */
async function findWordings(
  db: Db,
  articleId: string,
  { revision: { number, document } }: EditionSnapshot,
): Promise<FrozenWording[]> {
  const rows = await listWordings(db, articleId, number)
  return rows.map(row => ({
    revision: row.number,
    text: row.number === number ? readDocument(document).text : row.text,
    frozenAt: row.createdAt.toISOString(),
    changedOn: row.changedOn,
    changeNote: row.changeNote,
    isOwn: row.isOwn,
  }))
}

/** The notes that would go out, as an edition holds them, numbered in the order of the text. */
export function goingNotes(material: EditionMaterial, at: Date): EditionNote[] {
  return material.plan.going.map((view, index) => editionNote(view, index + 1, material, at))
}

/**
 * What was changed since the newest edition in the words that its notes were about, whether they go
 * out again or not, and which of them rest where that alone has brought them. Told from texts that are
 * frozen, so that everyone who looks finds the same.
 */
export function changesSince(
  material: EditionMaterial,
  notes: readonly EditionNote[],
  at: Date,
): { publisherChanges: PublisherChange[]; fates: NoteFates } {
  const { article, previous, wordings, plan } = material
  const checked = (previous?.notes ?? []).map(({ key, content }) => ({
    key,
    claim: content.claim,
    before: content.anchors,
    now: notes.find(note => note.key === key)?.content.anchors ?? [],
  }))
  const first = { edition: plan.number, at: at.toISOString() }
  const { changes, fates } = followNotes(checked, wordings, article.language)
  return {
    publisherChanges: changes.map(change => ({ ...change, ...first })),
    fates: new Map([...fates, ...carriedNotes(material)]),
  }
}

/** Those whose published content was carried to the one they have now, and not written in since. */
function carriedNotes({ previous, plan }: EditionMaterial) {
  const published = new Map(previous?.notes.map(note => [note.key, note.contentHash]))
  return plan.going
    .filter(({ key, heldHashes }) => heldHashes.includes(published.get(key) ?? ''))
    .map(({ key }) => [key, 'carried'] as const)
}

/** The complete snapshot of the edition that would go out now, and how its notes came from the last. */
export function snapshotOf(
  material: EditionMaterial,
  { actor, at }: Call,
  request: { title: string; summary: string; corrections: readonly Correction[] },
): { snapshot: EditionSnapshot; fates: NoteFates } {
  const { article, newsroom, revision, previous, plan } = material
  const publishedAt = at.toISOString()
  const notes = goingNotes(material, at)
  const { publisherChanges, fates } = changesSince(material, notes, at)
  const snapshot: EditionSnapshot = {
    format: 2,
    number: plan.number,
    publishedAt,
    firstPublishedAt: previous?.firstPublishedAt ?? publishedAt,
    publishedBy: actor.name,
    newsroom: publisherOf(newsroom),
    article: { ...detailsOf(article), slug: article.slug },
    check: { title: request.title, summary: request.summary },
    revision: {
      number: revision.number,
      textHash: revision.textHash,
      frozenAt: revision.createdAt.toISOString(),
      document: revision.document,
    },
    scale: newsroom.ratings,
    notes,
    retired: retiredNotes(material, publishedAt),
    corrections: [
      ...request.corrections.map(each => ({ ...each, edition: plan.number, at: publishedAt })),
      ...(previous?.corrections ?? []),
    ],
    publisherChanges: [...publisherChanges, ...(previous?.publisherChanges ?? [])],
    earlier: previous
      ? [...previous.earlier, { number: previous.number, publishedAt: previous.publishedAt }]
      : [],
  }
  return { snapshot, fates }
}

/** Whether all that stands around the notes is what the newest edition was made of: text, details, newsroom, scale. */
export function isOfSameMaterial(material: EditionMaterial): boolean {
  const { article, newsroom, revision, previous } = material
  if (!previous || previous.revision.number !== revision.number) return false
  const now = [detailsOf(article), article.slug, publisherOf(newsroom), newsroom.ratings]
  const { slug, ...details } = previous.article
  return hashValue(now) === hashValue([details, slug, previous.newsroom, previous.scale])
}

function publisherOf({ name, language, timeZone, contact, isDemo }: NewsroomRow) {
  return { name, language, timeZone, contact, isDemo }
}

function editionNote(
  view: AnnotationView,
  number: number,
  { newsroom, revision, firstPublished }: EditionMaterial,
  at: Date,
): EditionNote {
  const rating = newsroom.ratings.find(each => each.key === view.content.ratingKey) ?? null
  const content = contentOf(view.content, view.anchors, rating, revision.textHash)
  const approvers = approversOf(view)
  const names = view.reviews
    .filter(review => approvers.includes(review.reviewer.id))
    .map(review => review.reviewer.name)
  return {
    key: view.key,
    number,
    // Of the words that stand here, not as stored: publishing compares it with what was approved.
    contentHash: contentHash(content),
    content,
    authors: view.authors.map(author => author.name),
    approvedBy: [...new Set(names)],
    firstPublishedAt: (firstPublished.get(view.key) ?? at).toISOString(),
  }
}

/** Those that were retired before and have not come back, and those that go with this edition. */
function retiredNotes({ previous, plan }: EditionMaterial, at: string): RetiredNote[] {
  if (!previous) return []
  const going = new Set(plan.going.map(note => note.key))
  const reasons = new Map(
    plan.held.map(({ annotation }) => [annotation.key, annotation.retiredReason ?? '']),
  )
  const leaving = previous.notes.filter(note => !going.has(note.key))
  return [
    ...previous.retired.filter(note => !going.has(note.key)),
    ...leaving.map(({ key, content }) => ({
      key,
      claim: content.claim,
      reason: reasons.get(key) ?? '',
      lastEdition: previous.number,
      at,
    })),
  ]
}

function detailsOf(article: ArticleRow): ArticleDetails {
  const { title, standfirst, publisher, byline, publishedOn, url, language } = article
  return { title, standfirst, publisher, byline, publishedOn, url, language }
}
