import { replaceAnchors } from '@/lib/data/anchors'
import {
  appendVersion,
  findNewestContent,
  listAuthors,
  listVersionViews,
} from '@/lib/data/annotation-versions'
import {
  type AnnotationFields,
  createAnnotationRow,
  findAnnotationView,
  hasAnnotationKey,
  type Standing,
  saveAnnotationFields,
  saveStanding,
} from '@/lib/data/annotations'
import { findArticleRow, lockText } from '@/lib/data/articles'
import { wasTaken } from '@/lib/data/audit'
import { type Db, database, snapshot, transaction } from '@/lib/data/database'
import { findRatingRow } from '@/lib/data/ratings'
import { findNewestRevision, type RevisionRow } from '@/lib/data/revisions'
import { parseExplanation } from '@/lib/document/parse'
import { type Anchor, describeAnchor, findSpanFault } from '@/lib/domain/anchoring/anchors'
import {
  type AnnotationContent,
  type AnnotationSave,
  type AnnotationView,
  type CanonicalContent,
  changedParts,
  contentHash,
  contentOf,
  findMissing,
  isBare,
  type NewAnnotation,
  type VersionView,
} from '@/lib/domain/annotations'
import type { StaleNote } from '@/lib/domain/desk'
import { type Fault, type Outcome, type Refusal, refuse } from '@/lib/domain/outcomes'
import {
  isOwnersAlone,
  type MoveRequest,
  type OwnMove,
  reasonOfUndoing,
  stateAfter,
  stateAfterEdit,
} from '@/lib/domain/review'
import { type Actor, type Call, mayEdit, mayRetire, mayTake } from '@/lib/domain/roles'
import { record } from '@/lib/services/audit'
import { randomKey } from '@/lib/services/keys'
import { saveCitations } from '@/lib/services/sources'

/** A note as it is after a change, or why it was not changed; `stale` brings what it is now. */
export type NoteOutcome = Outcome<{ annotation: AnnotationView }> | (Refusal & StaleNote)

/** Marks words of the newest revision. Everyone at the desk may. */
export function createAnnotation(
  call: Call,
  articleId: string,
  { revisionId, content, toCheck }: NewAnnotation,
): Promise<NoteOutcome> {
  return transaction(async tx => {
    await lockText(tx, articleId)
    const article = await findArticleRow(tx, articleId)
    const revision = article && (await findNewestRevision(tx, articleId))
    if (!revision) return refuse('not_found')
    if (revision.id !== revisionId)
      return refuse('stale', 'The article has a newer revision. Reload to mark its words.')
    const written = await compose(tx, revision, content)
    if (!written.ok) return written
    if (toCheck && written.fields.ratingId) return refuseVerdictOnMark()

    const key = await findFreeKey(tx, articleId)
    const id = await createAnnotationRow(tx, {
      ...written.fields,
      articleId,
      key,
      state: toCheck ? 'to_check' : 'draft',
      ownerId: call.actor.id,
      createdAt: call.at,
    })
    await replaceAnchors(tx, id, revision.id, written.anchors)
    await saveCitations(tx, id, content.citations, [], call.at)
    const isMark = toCheck && isBare(written.content)
    await appendVersion(tx, { ...versionOf(call, id, 1, written), isMark })
    const quote = [...(written.anchors[0]?.quote ?? '')].slice(0, quoteKept).join('')
    await record(
      tx,
      call,
      { kind: 'annotation.created', key, quote },
      { articleId, annotationId: id },
    )
    return answer(tx, id)
  })
}

/**
 * Saves what a person wrote. Changed words make a new version and void an approval; the same words
 * make neither. Whoever writes in a mark to check has taken it. A new revision of the article raises
 * the version of every note, so that of it and a save that meet one is seen by the other, or refused.
 */
export function saveAnnotation(
  call: Call,
  id: string,
  { version, revisionId, content }: AnnotationSave,
): Promise<NoteOutcome> {
  return transaction(async tx => {
    const note = await findAnnotationView(tx, id)
    if (!note) return refuse('not_found')
    if (!mayEdit(call.actor, note) && !mayTake(call.actor, note))
      return refuse('forbidden', `This note is ${note.owner.name}’s to write, or an editor’s.`)
    const state = stateAfterEdit(note.state, true)
    if (!state) return refuse('not_from_here', 'This note is retired. Bring it back to change it.')
    if (note.revisionId !== revisionId) return refuseOldRevision(note)
    if (note.unsettled.length > 0) return refuse('not_from_here', unsettledWords)
    const revision = await requireRevision(tx, note.articleId)
    const written = await compose(tx, revision, content)
    if (!written.ok) return written
    // Also where the version is older: a save that is repeated because its answer was lost.
    if (written.fields.contentHash === note.contentHash) return { ok: true, annotation: note }
    // All of the above was decided on this row; a guessed next version could else pass the
    // compare-and-set with a change that was committed since.
    if (note.version !== version) return refuseStale(tx, note)

    const standing = standingAfterSave(call.actor, note, state)
    const fields = { ...written.fields, ...standing }
    if ((await saveAnnotationFields(tx, id, version, fields, call.at)) === 'stale')
      return refuseStale(tx, note)
    await writeChanges(tx, call, { ...note, version, state }, revision, written, note.state)
    return answer(tx, id)
  })
}

/** Takes, submits, recalls, retires or restores a note. */
export function moveAnnotation(
  call: Call,
  id: string,
  { move, version, reason }: MoveRequest,
): Promise<NoteOutcome> {
  return transaction(async tx => {
    const note = await findAnnotationView(tx, id)
    if (!note) return refuse('not_found')
    if (!mayMove[move](call.actor, note)) return refuse('forbidden')
    if (note.version !== version) return refuseStale(tx, note)
    const to = await stateOnceMoved(tx, note, move)
    if (!to) return refuse('not_from_here')
    if (move === 'retire' && reason === reasonOfUndoing && !mayUndo(call, note))
      return refuse('not_from_here', handledWords)
    const missing = to === 'in_review' ? await findFaults(tx, note) : []
    if (missing.length > 0) return refuse('incomplete', undefined, missing)

    const standing = standingAfter(call, note, move, reason)
    if ((await saveStanding(tx, id, version, { ...standing, state: to }, call.at)) === 'stale')
      return refuseStale(tx, note)
    const event = {
      kind: 'annotation.moved',
      key: note.key,
      move,
      from: note.state,
      to,
      reason,
    } as const
    await record(tx, call, event, aboutNote(note))
    return answer(tx, id)
  })
}

/** A mark that nobody took, nor wrote in, comes back as one: it is nobody's draft. */
async function stateOnceMoved(tx: Db, note: AnnotationView, move: OwnMove) {
  const to = stateAfter(note.state, move)
  if (to === null || move !== 'restore') return to
  const isWritten = (await listAuthors(tx, [note.id])).has(note.id)
  return isWritten || (await wasTaken(tx, note.id)) ? to : 'to_check'
}

const handledWords = 'Somebody else had a hand in this note: retire it with a reason of its own.'

/**
 * A note whose making is undone is gone from the desk's sight, so nobody else may ever have had to do with
 * it. What was published was approved by somebody, in an edition withdrawn since, too.
 */
function mayUndo({ actor }: Call, note: AnnotationView): boolean {
  return note.ownerId === actor.id && isOwnersAlone(note)
}

export async function findAnnotation(
  _call: Call,
  id: string,
): Promise<Outcome<{ annotation: AnnotationView }>> {
  const annotation = await snapshot(tx => findAnnotationView(tx, id))
  return annotation ? { ok: true, annotation } : refuse('not_found')
}

/** Every content a note ever had, newest first. */
export async function listVersions(
  _call: Call,
  id: string,
): Promise<Outcome<{ versions: VersionView[] }>> {
  const annotation = await findAnnotationView(database, id)
  if (!annotation) return refuse('not_found')
  return { ok: true, versions: await listVersionViews(database, id) }
}

/** The refusal of a write that came second, with what the note is now. */
export async function refuseStale(tx: Db, note: AnnotationView): Promise<Refusal & StaleNote> {
  return { ...refuse('stale'), current: (await findAnnotationView(tx, note.id)) ?? note }
}

/**
 * The refusal of offsets that count in a wording which the article no longer has, with the note as it
 * is in the newest.
 */
export function refuseOldRevision(note: AnnotationView): Refusal & StaleNote {
  return {
    ...refuse(
      'stale',
      'The article has a newer revision now. Nothing was saved; reload to see where the note rests in it.',
    ),
    current: note,
  }
}

/** Why nothing but settling can be done with what a note says. */
export const unsettledWords =
  'The article changed under this note. Settle first where it rests: confirm the new words, or choose others.'

/** The note as it now is, read in the transaction that changed it. */
export async function answer(tx: Db, id: string): Promise<Outcome<{ annotation: AnnotationView }>> {
  const annotation = await findAnnotationView(tx, id)
  if (!annotation) throw new Error(`Annotation ${id} went away while it was written.`)
  return { ok: true, annotation }
}

export function aboutNote({ id, articleId }: AnnotationView) {
  return { annotationId: id, articleId }
}

/** 200 characters: what the log keeps of the words that were marked; the version has them all. */
const quoteKept = 200

/** A note's content, checked against the revision and brought to its stored form. */
interface Written {
  ok: true
  fields: AnnotationFields
  anchors: Anchor[]
  content: CanonicalContent
}

async function compose(
  tx: Db,
  revision: RevisionRow,
  content: AnnotationContent,
): Promise<Written | Refusal> {
  const explanation = parseExplanation(content.explanation)
  const rating = content.ratingKey === null ? null : await findRatingRow(tx, content.ratingKey)
  const faults: Fault[] = findAnchorFaults(revision.text, content)
  if (!explanation.ok) faults.push({ path: 'content.explanation', message: explanation.message })
  if (content.ratingKey !== null && !rating)
    faults.push({ path: 'content.ratingKey', message: 'The scale has no such rating.' })
  if (!explanation.ok || faults.length > 0) return refuse('invalid', faults[0]?.message, faults)

  const anchors = inOrder(content.anchors).map(span => describeAnchor(revision.text, span))
  const parsed = { ...content, explanation: explanation.json }
  const canonical = contentOf(parsed, anchors, rating?.rating ?? null, revision.textHash)
  const { claim, claimant, reasons } = canonical
  const fields = { claim, claimant, reasons, explanation: explanation.json }
  const hash = contentHash(canonical)
  return {
    ok: true,
    fields: { ...fields, ratingId: rating?.id ?? null, contentHash: hash },
    anchors,
    content: canonical,
  }
}

function findAnchorFaults(text: string, { anchors }: AnnotationContent): Fault[] {
  return anchors.flatMap((span, index) => {
    const message = findSpanFault(text, span)
    return message ? [{ path: `content.anchors.${index}`, message }] : []
  })
}

/** In the order of the text, each place once. */
function inOrder(spans: AnnotationContent['anchors']): AnnotationContent['anchors'] {
  const places = new Map(spans.map(span => [`${span.start}-${span.end}`, span]))
  return [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

function refuseVerdictOnMark(): Refusal {
  const message = 'A mark to check has no verdict yet. Make it a note of your own, or leave it out.'
  return refuse('invalid', message, [{ path: 'content.ratingKey', message }])
}

/** The rows beside the note that its new content needs, and the entries that tell of it. */
async function writeChanges(
  tx: Db,
  call: Call,
  note: AnnotationView,
  revision: RevisionRow,
  written: Written,
  from: AnnotationView['state'],
): Promise<void> {
  const parts = await findChangedParts(tx, note.id, written.content)
  if (parts.includes('anchors')) await replaceAnchors(tx, note.id, revision.id, written.anchors)
  if (parts.includes('citations'))
    await saveCitations(tx, note.id, written.content.citations, note.content.citations, call.at)
  const version = note.version + 1
  await appendVersion(tx, { ...versionOf(call, note.id, version, written), isMark: false })

  const { key, state: to } = note
  const hash = written.fields.contentHash
  const about = aboutNote(note)
  if (from === 'to_check')
    await record(
      tx,
      call,
      { kind: 'annotation.moved', key, move: 'take', from, to, reason: '' },
      about,
    )
  await record(tx, call, { kind: 'annotation.saved', key, version, hash, parts }, about)
  if (from === 'approved')
    await record(
      tx,
      call,
      { kind: 'annotation.approval_voided', key, hash: note.contentHash },
      about,
    )
}

async function findChangedParts(
  tx: Db,
  id: string,
  content: CanonicalContent,
): Promise<(keyof CanonicalContent)[]> {
  return changedParts(await requireContent(tx, id), content)
}

/** Who owns the note and since when it is in review, once `actor` has changed its words. */
function standingAfterSave(
  actor: Actor,
  note: AnnotationView,
  state: AnnotationView['state'],
): Standing {
  return {
    state,
    ownerId: note.state === 'to_check' ? actor.id : note.ownerId,
    submittedAt: state === 'draft' ? null : dateOf(note.submittedAt),
    retiredReason: note.retiredReason,
  }
}

/** Who may make each move. Which notes it can be made from is for the table of moves to say. */
const mayMove: Record<OwnMove, (actor: Actor, note: AnnotationView) => boolean> = {
  take: () => true,
  submit: mayEdit,
  recall: mayEdit,
  retire: mayRetire,
  restore: mayRetire,
}

function standingAfter(
  { actor, at }: Call,
  note: AnnotationView,
  move: OwnMove,
  reason: string,
): Omit<Standing, 'state'> {
  const { ownerId } = note
  switch (move) {
    case 'take':
      return { ownerId: actor.id, submittedAt: null, retiredReason: null }
    case 'submit':
      return { ownerId, submittedAt: at, retiredReason: null }
    case 'recall':
    case 'restore':
      return { ownerId, submittedAt: null, retiredReason: null }
    case 'retire':
      return { ownerId, submittedAt: dateOf(note.submittedAt), retiredReason: reason }
  }
}

/** What the note still lacks, as faults of no one field. */
export async function findFaults(tx: Db, note: AnnotationView): Promise<Fault[]> {
  if (note.unsettled.length > 0) return [{ path: '', message: unsettledWords }]
  const content = await requireContent(tx, note.id)
  const { ratingKey } = note.content
  const rating = ratingKey === null ? null : await findRatingRow(tx, ratingKey)
  return findMissing(content, rating?.rating ?? null).map(message => ({ path: '', message }))
}

function versionOf(call: Call, annotationId: string, version: number, written: Written) {
  const { content, fields } = written
  const by = { authorId: call.actor.id, createdAt: call.at }
  return { annotationId, version, content, hash: fields.contentHash, ...by }
}

async function findFreeKey(tx: Db, articleId: string): Promise<string> {
  let key = randomKey()
  while (await hasAnnotationKey(tx, articleId, key)) key = randomKey()
  return key
}

/** What a note says, as it was last written. */
export async function requireContent(tx: Db, id: string): Promise<CanonicalContent> {
  const content = await findNewestContent(tx, id)
  if (!content) throw new Error(`Annotation ${id} has no version.`)
  return content
}

export async function requireRevision(tx: Db, articleId: string): Promise<RevisionRow> {
  const revision = await findNewestRevision(tx, articleId)
  if (!revision) throw new Error(`Article ${articleId} has no revision.`)
  return revision
}

function dateOf(moment: string | null): Date | null {
  return moment === null ? null : new Date(moment)
}
