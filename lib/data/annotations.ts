import { listAuthors } from '@/lib/data/annotation-versions'
import type { Db } from '@/lib/data/database'
import type { Prisma } from '@/lib/data/generated/client'
import { asJson } from '@/lib/data/json'
import type { Anchor } from '@/lib/domain/anchoring/anchors'
import {
  type AnnotationView,
  type Claimant,
  inTextOrder,
  type PersonName,
  type ThreadView,
} from '@/lib/domain/annotations'
import { isId } from '@/lib/domain/ids'
import type { AnnotationState } from '@/lib/domain/review'
import type { DocumentNode } from '@/lib/domain/rich-text'
import type { VerdictReason } from '@/lib/domain/scales'

/** The columns that hold what a person wrote; anchors and citations are rows of their own. */
export interface AnnotationFields {
  claim: string
  claimant: Claimant
  ratingId: string | null
  reasons: VerdictReason[]
  explanation: DocumentNode
  contentHash: string
}

/** What a move, a review or a save does to the note itself. */
export interface Standing {
  state: AnnotationState
  ownerId: string
  submittedAt: Date | null
  retiredReason: string | null
}

/** All notes of an article as the desk sees them, retired ones too, in the order of the text. */
export async function listAnnotationViews(db: Db, articleId: string): Promise<AnnotationView[]> {
  if (!isId(articleId)) return []
  const rows = await db.annotation.findMany({ where: { articleId }, select: viewFields })
  return inTextOrder(await viewsOf(db, rows))
}

export async function findAnnotationView(db: Db, id: string): Promise<AnnotationView | null> {
  if (!isId(id)) return null
  const rows = await db.annotation.findMany({ where: { id }, select: viewFields })
  const [view] = await viewsOf(db, rows)
  return view ?? null
}

export async function hasAnnotationKey(db: Db, articleId: string, key: string): Promise<boolean> {
  return (await db.annotation.count({ where: { articleId, key } })) > 0
}

export async function createAnnotationRow(
  db: Db,
  annotation: AnnotationFields & {
    articleId: string
    key: string
    state: AnnotationState
    ownerId: string
    createdAt: Date
  },
): Promise<string> {
  const { id } = await db.annotation.create({
    data: { ...annotation, ...jsonOf(annotation), updatedAt: annotation.createdAt },
    select: { id: true },
  })
  return id
}

/** Saves only if the note is still at `version`, the one that the person was looking at. */
export function saveAnnotationFields(
  db: Db,
  id: string,
  version: number,
  fields: AnnotationFields & Standing,
  at: Date,
): Promise<'saved' | 'stale'> {
  return compareAndSet(db, id, version, { ...fields, ...jsonOf(fields), updatedAt: at })
}

/** Changes where a note stands, only if it is still at `version`. */
export function saveStanding(
  db: Db,
  id: string,
  version: number,
  standing: Standing,
  at: Date,
): Promise<'saved' | 'stale'> {
  return compareAndSet(db, id, version, { ...standing, updatedAt: at })
}

async function compareAndSet(
  db: Db,
  id: string,
  version: number,
  data: Prisma.AnnotationUncheckedUpdateManyInput,
): Promise<'saved' | 'stale'> {
  // The version stands in the where clause, so of two people who write at once the database lets
  // one through and the other is told.
  const { count } = await db.annotation.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  })
  return count === 1 ? 'saved' : 'stale'
}

function jsonOf({ claimant, explanation }: AnnotationFields) {
  return { claimant: asJson(claimant), explanation: asJson(explanation) }
}

const personFields = { id: true, name: true } as const

const viewFields = {
  id: true,
  articleId: true,
  key: true,
  state: true,
  version: true,
  contentHash: true,
  owner: { select: personFields },
  claim: true,
  claimant: true,
  rating: { select: { key: true } },
  reasons: true,
  explanation: true,
  retiredReason: true,
  submittedAt: true,
  createdAt: true,
  updatedAt: true,
  anchors: { orderBy: { ordinal: 'asc' }, omit: { id: true, annotationId: true } },
  citations: {
    orderBy: { ordinal: 'asc' },
    omit: { id: true, annotationId: true, sourceId: true, ordinal: true },
  },
  reviews: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { reviewer: { select: personFields } },
  },
  threads: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: {
      resolvedBy: { select: personFields },
      comments: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        include: { author: { select: personFields } },
      },
    },
  },
  published: {
    where: { edition: { withdrawnAt: null } },
    select: { contentHash: true, edition: { select: { number: true } } },
  },
  article: {
    select: {
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { id: true } },
      editions: {
        where: { withdrawnAt: null },
        orderBy: { number: 'desc' },
        take: 1,
        select: { number: true },
      },
    },
  },
} satisfies Prisma.AnnotationSelect

type ViewRow = Prisma.AnnotationGetPayload<{ select: typeof viewFields }>

async function viewsOf(db: Db, rows: readonly ViewRow[]): Promise<AnnotationView[]> {
  const authors = await listAuthors(
    db,
    rows.map(row => row.id),
  )
  return rows.map(row => viewOf(row, authors.get(row.id) ?? []))
}

function viewOf(row: ViewRow, savers: readonly PersonName[]): AnnotationView {
  const authors = [row.owner, ...savers.filter(each => each.id !== row.owner.id)]
  const anchors = anchorsOf(row)
  return {
    id: row.id,
    articleId: row.articleId,
    key: row.key,
    state: row.state,
    version: row.version,
    contentHash: row.contentHash,
    heldHashes: [row.contentHash],
    revisionId: row.article.revisions[0]?.id ?? '',
    ownerId: row.owner.id,
    owner: row.owner,
    authors,
    authorIds: authors.map(each => each.id),
    content: contentFrom(row, anchors),
    anchors,
    unsettled: [],
    reviews: row.reviews.map(({ id, reviewer, decision, comment, contentHash, createdAt }) => ({
      id,
      reviewer,
      decision,
      comment,
      contentHash,
      at: createdAt.toISOString(),
    })),
    threads: row.threads.map(threadOf),
    retiredReason: row.retiredReason,
    published: publishedOf(row),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
  }
}

function contentFrom(row: ViewRow, anchors: readonly Anchor[]): AnnotationView['content'] {
  return {
    anchors: anchors.map(({ start, end }) => ({ start, end })),
    claim: row.claim,
    ratingKey: row.rating?.key ?? null,
    citations: row.citations,
    // Both were parsed by the domain and by lib/document before they were written.
    claimant: row.claimant as unknown as Claimant,
    explanation: row.explanation as unknown as DocumentNode,
    reasons: row.reasons as VerdictReason[],
  }
}

/** Where the note rests in the newest revision. Lost words rest nowhere. */
function anchorsOf({ anchors, article }: ViewRow): Anchor[] {
  const revisionId = article.revisions[0]?.id
  return anchors.flatMap(({ revisionId: of, start, end, quote, prefix, suffix }) =>
    of === revisionId && start !== null && end !== null
      ? [{ start, end, quote, prefix, suffix }]
      : [],
  )
}

/** What readers see of the note now: in the latest edition that stands, or not at all. */
function publishedOf({ published, article }: ViewRow): AnnotationView['published'] {
  const latest = article.editions[0]?.number
  const note = published.find(each => each.edition.number === latest)
  return note ? { edition: note.edition.number, contentHash: note.contentHash } : null
}

function threadOf(thread: ViewRow['threads'][number]): ThreadView {
  return {
    id: thread.id,
    quote: thread.quote,
    resolvedAt: thread.resolvedAt?.toISOString() ?? null,
    resolvedBy: thread.resolvedBy,
    comments: thread.comments.map(({ id, author, body, createdAt }) => ({
      id,
      author,
      body,
      at: createdAt.toISOString(),
    })),
  }
}
