import { listSoundAnchors, spansFrom } from '@/lib/data/anchors'
import { listAuthors, listCarryings } from '@/lib/data/annotation-versions'
import type { Db } from '@/lib/data/database'
import type { Prisma } from '@/lib/data/generated/client'
import { asJson } from '@/lib/data/json'
import { findNewestRevisionName, listRevisionTexts } from '@/lib/data/revisions'
import type { Anchor } from '@/lib/domain/anchoring/anchors'
import { isOpen } from '@/lib/domain/anchoring/carrying'
import { classifyChange } from '@/lib/domain/anchoring/changes'
import { isSameWords } from '@/lib/domain/anchoring/folding'
import { findChangedSentence, type Passage } from '@/lib/domain/anchoring/surroundings'
import {
  type AnnotationView,
  type Claimant,
  heldHashesOf,
  inTextOrder,
  type NoteAnchor,
  type PersonName,
  type ThreadView,
  type UnsettledAnchor,
  type UnsettledKind,
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
  const revision = await findNewestRevisionName(db, articleId)
  if (!revision) return []
  return inTextOrder(await viewsIn(db, revision.id, { articleId }))
}

/** Some notes of an article, in the order of the text. */
export async function listViewsOf(
  db: Db,
  articleId: string,
  ids: readonly string[],
): Promise<AnnotationView[]> {
  const revision = ids.length > 0 && (await findNewestRevisionName(db, articleId))
  if (!revision) return []
  return inTextOrder(await viewsIn(db, revision.id, { articleId, id: { in: [...ids] } }))
}

export async function findAnnotationView(db: Db, id: string): Promise<AnnotationView | null> {
  if (!isId(id)) return null
  const place = await db.annotation.findUnique({ where: { id }, select: { articleId: true } })
  const revision = place && (await findNewestRevisionName(db, place.articleId))
  const [view] = revision ? await viewsIn(db, revision.id, { id }) : []
  return view ?? null
}

/** Holds a note as it is until the transaction ends: what is read of it from here on fits together. */
export async function lockNote(db: Db, id: string): Promise<void> {
  if (!isId(id)) return
  await db.$queryRaw`SELECT id FROM annotations WHERE id = ${id}::uuid FOR NO KEY UPDATE`
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

/** A note as a new revision finds it. */
export interface CarriedRow {
  id: string
  key: string
  state: AnnotationState
  version: number
  contentHash: string
}

/** All notes of an article, retired ones too. */
export function listCarriedRows(db: Db, articleId: string): Promise<CarriedRow[]> {
  return db.annotation.findMany({
    where: { articleId },
    orderBy: { id: 'asc' },
    select: { id: true, key: true, state: true, version: true, contentHash: true },
  })
}

/** Gives notes the hashes of their contents in a new revision. Nobody wrote in them, so their date stays. */
export async function saveCarried(
  db: Db,
  notes: readonly { id: string; hash: string }[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE annotations a SET content_hash = n.hash, version = a.version + 1
    FROM unnest(${notes.map(note => note.id)}::uuid[], ${notes.map(note => note.hash)}::text[]) AS n(id, hash)
    WHERE a.id = n.id`
}

/** Puts notes where a person has to settle them: into `state`, out of review. */
export async function saveUnsettled(
  db: Db,
  ids: readonly string[],
  state: AnnotationState,
  at: Date,
): Promise<void> {
  await db.$executeRaw`
    UPDATE annotations SET state = ${state}::annotation_state, version = version + 1, updated_at = ${at},
      submitted_at = CASE WHEN ${state} = 'draft' THEN NULL ELSE submitted_at END
    WHERE id = ANY(${ids}::uuid[])`
}

/** A place of a note is settled, which may give it another content; only if it is still at `version`. */
export function saveSettled(
  db: Db,
  id: string,
  version: number,
  contentHash: string,
  at: Date,
): Promise<'saved' | 'stale'> {
  return compareAndSet(db, id, version, { contentHash, updatedAt: at })
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
  anchors: {
    orderBy: { ordinal: 'asc' },
    omit: { id: true, annotationId: true, revisionId: true },
  },
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
      language: true,
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

/** Notes as the revision has them. Anchors of earlier ones are not even read: there may be very many. */
async function viewsIn(
  db: Db,
  revisionId: string,
  where: Prisma.AnnotationWhereInput,
): Promise<AnnotationView[]> {
  const select = { ...viewFields, anchors: { ...viewFields.anchors, where: { revisionId } } }
  const rows: ViewRow[] = await db.annotation.findMany({ where, select })
  const ids = rows.map(row => row.id)
  const authors = await listAuthors(db, ids)
  const carryings = await listCarryings(db, ids)
  const isAnyOpen = rows.some(row => row.anchors.some(isOpen))
  const texts = isAnyOpen ? await listRevisionTexts(db, [revisionId]) : new Map<string, string>()
  const text = texts.get(revisionId) ?? ''
  const origins = await listTurned(db, rows, text)
  return rows.map(row =>
    viewOf(row, {
      revisionId,
      text,
      origins,
      savers: authors.get(row.id) ?? [],
      heldHashes: heldHashesOf(row.contentHash, carryings.get(row.id) ?? []),
    }),
  )
}

/** The words that a changed place has now; "" where there are none. */
function wordsNow({ start, end }: { start: number | null; end: number | null }, text: string) {
  return start !== null && end !== null ? text.slice(start, end) : ''
}

/** Where places last were sound whose words are the same now, so that it was their sentence that changed. */
async function listTurned(
  db: Db,
  rows: readonly ViewRow[],
  text: string,
): Promise<Map<string, Passage>> {
  const turned = rows.filter(row =>
    row.anchors.some(each => isOpen(each) && isSameWords(each.quote, wordsNow(each, text))),
  )
  const [first] = turned
  if (!first) return new Map()
  const ids = turned.map(row => row.id)
  const sound = await listSoundAnchors(db, first.articleId, ids)
  const texts = await listRevisionTexts(
    db,
    sound.map(each => each.revisionId),
  )
  return new Map(
    sound.map(({ annotationId, ordinal, revisionId, start, end }) => [
      placeName(annotationId, ordinal),
      { text: texts.get(revisionId) ?? '', span: { start, end } },
    ]),
  )
}

const placeName = (annotationId: string, ordinal: number) => `${annotationId} ${ordinal}`

function viewOf(
  row: ViewRow,
  {
    revisionId,
    text,
    origins,
    savers,
    heldHashes,
  }: {
    revisionId: string
    /** The text of the revision; "" where no anchor is unsettled. */
    text: string
    /** Where places were, by note and ordinal, whose words are the same in a sentence that is not. */
    origins: ReadonlyMap<string, Passage>
    savers: readonly PersonName[]
    heldHashes: string[]
  },
): AnnotationView {
  const authors = [row.owner, ...savers.filter(each => each.id !== row.owner.id)]
  const anchors = anchorsOf(row)
  return {
    id: row.id,
    articleId: row.articleId,
    key: row.key,
    state: row.state,
    version: row.version,
    contentHash: row.contentHash,
    heldHashes,
    revisionId,
    ownerId: row.owner.id,
    owner: row.owner,
    authors,
    authorIds: authors.map(each => each.id),
    content: contentFrom(row, anchors),
    anchors,
    unsettled: row.anchors
      .filter(isOpen)
      .map(each =>
        unsettledOf(
          each,
          text,
          origins.get(placeName(row.id, each.ordinal)) ?? null,
          row.article.language,
        ),
      ),
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

/** Where the note rests, in the order of the text. Ordinals stay when words are moved. */
function anchorsOf({ anchors }: ViewRow): NoteAnchor[] {
  return anchors
    .filter(anchor => !isOpen(anchor))
    .flatMap(({ ordinal, start, end, quote, prefix, suffix }) =>
      start !== null && end !== null ? [{ ordinal, start, end, quote, prefix, suffix }] : [],
    )
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

function unsettledOf(
  anchor: ViewRow['anchors'][number],
  text: string,
  older: Passage | null,
  language: string,
): UnsettledAnchor {
  const { ordinal, quote, prefix, suffix, start, end } = anchor
  const now = wordsNow(anchor, text)
  const isTurned = older !== null && start !== null && end !== null && isSameWords(quote, now)
  const sentence = isTurned
    ? findChangedSentence(older, { text, span: { start, end } }, language)
    : null
  return {
    ordinal,
    // The database keeps what is kept or moved sound.
    placement: anchor.placement as UnsettledKind,
    quote,
    prefix,
    suffix,
    start,
    end,
    now,
    change:
      anchor.placement === 'changed'
        ? (sentence?.change ?? classifyChange(quote, now, language))
        : null,
    sentence: sentence && { before: sentence.before, after: sentence.after },
    candidates: spansFrom(anchor.candidates),
    near: anchor.near ?? start ?? 0,
  }
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
