import { countPlacements } from '@/lib/data/anchors'
import { type ArticleRow, findArticleRow, lockForRevision, touchArticle } from '@/lib/data/articles'
import { type Db, snapshot, transaction } from '@/lib/data/database'
import {
  createRevision,
  findNewestRevision,
  listRevisionRows,
  type RevisionRow,
} from '@/lib/data/revisions'
import { documentFromBlocks } from '@/lib/document/build'
import { parseArticle } from '@/lib/document/parse'
import { countBlocks, textOf } from '@/lib/document/positions'
import { worstOf } from '@/lib/domain/anchoring/carrying'
import { compareTexts } from '@/lib/domain/anchoring/comparison'
import { type PlacementKind, placementKinds } from '@/lib/domain/anchoring/placements'
import { articleBlockLimit, articleTextLimit } from '@/lib/domain/articles'
import { hashText } from '@/lib/domain/canonical'
import { type Outcome, type Refusal, refuse } from '@/lib/domain/outcomes'
import type {
  NewRevision,
  PlacedAnchor,
  PlacedNote,
  RevisionPreview,
  RevisionPreviewRequest,
  RevisionSummary,
  Wording,
} from '@/lib/domain/revisions'
import type { DocumentNode } from '@/lib/domain/rich-text'
import { type Call, mayEditArticle } from '@/lib/domain/roles'
import { countWordsIn } from '@/lib/domain/text'
import { recordAll } from '@/lib/services/audit'
import {
  carryNotes,
  hashPlaced,
  type NewWording,
  type Placed,
  placeNotes,
} from '@/lib/services/carrying'
import { carryLooks } from '@/lib/services/looks'
import { listNumbered, type NumberedNote } from '@/lib/services/numbered-notes'

/** What a new revision would do to the notes. Nothing is stored. */
export function previewRevision(
  call: Call,
  articleId: string,
  request: RevisionPreviewRequest,
): Promise<Outcome<{ preview: RevisionPreview }>> {
  return snapshot(async tx => {
    const prepared = await prepare(tx, call, articleId, request)
    if (!prepared.ok) return prepared
    const { base, text, textHash } = prepared.into
    const placed = await placeNotes(tx, prepared.into)
    const notesHash = await hashPlaced(tx, articleId, placed)
    const notes = (await listNumbered(tx, articleId)).map(note => placedNote(note, placed, text))
    const counts = countOf(notes.map(note => note.placement))
    const { id, number } = base
    const rows = compareTexts(base.text, text)
    const isSame = textHash === base.textHash
    const hashes = { textHash, notesHash }
    return { ok: true, preview: { base: { id, number }, ...hashes, isSame, rows, notes, counts } }
  })
}

/**
 * Freezes a new revision as it was previewed, text and notes, and carries every note over: those whose
 * words are the same keep their verdict and approval, the others wait for a person. All of it or nothing.
 */
export function createNewRevision(
  call: Call,
  articleId: string,
  request: NewRevision,
): Promise<Outcome<{ id: string; number: number }>> {
  return transaction(async tx => {
    // Before anything is read: a note that is written meanwhile is seen here, or refused there.
    await lockForRevision(tx, articleId)
    const prepared = await prepare(tx, call, articleId, request)
    if (!prepared.ok) return prepared
    const { document, into, isOwn } = prepared
    const { base, text, textHash } = into
    if (textHash === base.textHash)
      return refuse('invalid', 'This is the text that the article has already. Nothing was saved.')
    if (textHash !== request.textHash)
      return refuse('stale', 'This is not the text that was previewed. Look at it again.')

    const placed = await placeNotes(tx, into)
    if ((await hashPlaced(tx, articleId, placed)) !== request.notesHash)
      return refuse('stale', 'The notes are not as they were previewed. Look at them again.')

    const { changedOn, changeNote } = request
    const number = base.number + 1
    const by = { createdById: call.actor.id, createdAt: call.at }
    const revision = { articleId, number, document, text, textHash, changedOn, changeNote }
    const id = await createRevision(tx, { ...revision, ...by, isOwn })
    await touchArticle(tx, articleId, call.at)
    const told = await carryNotes(tx, call, { ...revision, id, language: into.language }, placed)
    const looks = await carryLooks(tx, base, { ...revision, id })
    const counts = countOf([...placed.values()].flat().map(each => each.placement))
    const event = { kind: 'revision.created', number, textHash, changedOn, counts } as const
    await recordAll(tx, call, [{ event, about: { articleId } }, ...told, ...looks])
    return { ok: true, id, number }
  })
}

/** An article as its list of revisions names it. */
export type RevisedArticle = Pick<
  ArticleRow,
  'id' | 'slug' | 'title' | 'language' | 'isOwn' | 'createdById'
>

/** Every revision of an article, newest first. Everyone at the desk may read them. */
export function listRevisions(
  _call: Call,
  articleId: string,
): Promise<Outcome<{ article: RevisedArticle; revisions: RevisionSummary[] }>> {
  return snapshot(async tx => {
    const row = await findArticleRow(tx, articleId)
    if (!row) return refuse('not_found')
    const { id, slug, title, language, isOwn, createdById } = row
    const revisions = await listRevisionRows(tx, id)
    const counts = await countPlacements(tx, id)
    return {
      ok: true,
      article: { id, slug, title, language, isOwn, createdById },
      revisions: revisions.map((revision, index) => summaryOf(revision, index === 0, counts)),
    }
  })
}

/** A new wording that may follow the newest revision. */
interface Prepared {
  ok: true
  document: DocumentNode
  isOwn: boolean
  into: NewWording
}

async function prepare(
  tx: Db,
  call: Call,
  articleId: string,
  { baseRevisionId, wording }: RevisionPreviewRequest,
): Promise<Prepared | Refusal> {
  const article = await findArticleRow(tx, articleId)
  const base = article && (await findNewestRevision(tx, articleId))
  if (!base) return refuse('not_found')
  if (!mayEditArticle(call.actor, article))
    return refuse('forbidden', 'Whoever brought the article in may do this, or an editor.')
  if (base.id !== baseRevisionId) return refuseOldBase(base)
  if (wording.from === 'editor' && !article.isOwn)
    return refuse(
      'not_from_here',
      'Only the newsroom’s own draft is edited in place. Bring in the new text as the publisher has it.',
    )
  const parsed = parseWording(wording)
  if (!parsed.ok) return parsed
  const { document, text } = parsed
  const { language, isOwn } = article
  const textHash = hashText(text)
  return { ok: true, document, isOwn, into: { articleId, language, base, text, textHash, wording } }
}

function refuseOldBase({ number }: RevisionRow): Refusal {
  const message = `The article has revision ${number} now. Nothing was saved; reload to see it.`
  return refuse('stale', message)
}

function parseWording(
  wording: Wording,
): { ok: true; document: DocumentNode; text: string } | Refusal {
  const json = wording.from === 'text' ? documentFromBlocks(wording.blocks) : wording.document
  const parsed = parseArticle(json)
  if (!parsed.ok) return refuse('invalid', parsed.message)
  const text = textOf(parsed.node)
  const { length } = text
  if (text.trim() === '') return refuse('invalid', 'An article needs words. Nothing was saved.')
  if (length > articleTextLimit)
    return refuse(
      'too_large',
      `This text has ${length.toLocaleString('en')} characters; an article may have up to ${articleTextLimit.toLocaleString('en')}.`,
    )
  if (countBlocks(parsed.node) > articleBlockLimit)
    return refuse('too_large', 'An article may have up to 20,000 paragraphs.')
  if (wording.from === 'editor' && wording.carried.some(({ span }) => span && span.end > length))
    return refuse(
      'invalid',
      'A note would rest outside the text. Reload, and make the change again.',
    )
  return { ok: true, document: parsed.json, text }
}

function placedNote(
  { view, number, rating }: NumberedNote,
  placed: ReadonlyMap<string, Placed[]>,
  text: string,
): PlacedNote {
  const anchors = (placed.get(view.id) ?? []).map(each => placedAnchor(each, text))
  const placement = worstOf(anchors.map(anchor => anchor.placement))
  const isKept = placement === 'kept' || placement === 'moved'
  const { id: annotationId, key, state } = view
  const { claim } = view.content
  const voidsApproval = state === 'approved' && !isKept
  return { annotationId, key, number, state, rating, claim, placement, anchors, voidsApproval }
}

function placedAnchor(
  { from, placement, span, sentence, ...judged }: Placed,
  text: string,
): PlacedAnchor {
  return {
    ordinal: from.ordinal,
    placement,
    before: from.quote,
    start: span?.start ?? null,
    end: span?.end ?? null,
    after: span ? text.slice(span.start, span.end) : '',
    sentence: sentence && { before: sentence.before, after: sentence.after },
    change: judged.change,
    candidates: judged.candidates,
    near: judged.near,
  }
}

function countOf(placements: readonly PlacementKind[]): Record<PlacementKind, number> {
  const counts = Object.fromEntries(placementKinds.map(kind => [kind, 0]))
  for (const placement of placements) counts[placement] = (counts[placement] ?? 0) + 1
  return counts as Record<PlacementKind, number>
}

function summaryOf(
  row: Awaited<ReturnType<typeof listRevisionRows>>[number],
  isNewest: boolean,
  counts: Awaited<ReturnType<typeof countPlacements>>,
): RevisionSummary {
  const { id, number, createdAt, createdBy, changedOn, changeNote, isOwn } = row
  const { textHash, text, editions } = row
  const own = counts.filter(count => count.revisionId === id)
  const open = own.filter(({ placement, isSettled }) => !isSettled && !isSame(placement))
  return {
    id,
    number,
    createdAt: createdAt.toISOString(),
    createdBy,
    changedOn,
    changeNote,
    isOwn,
    textHash,
    words: countWordsIn(text),
    counts: sumsOf(own),
    unsettled: isNewest ? open.reduce((sum, each) => sum + each.count, 0) : 0,
    editions: editions.map(edition => edition.number),
  }
}

function sumsOf(
  counts: readonly { placement: PlacementKind; count: number }[],
): Record<PlacementKind, number> {
  const sums = countOf([])
  for (const { placement, count } of counts) sums[placement] += count
  return sums
}

const isSame = (placement: PlacementKind) => placement === 'kept' || placement === 'moved'
