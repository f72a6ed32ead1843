import { settleAnchorRow } from '@/lib/data/anchors'
import { appendVersion } from '@/lib/data/annotation-versions'
import { findAnnotationView, lockNote, saveSettled } from '@/lib/data/annotations'
import { transaction } from '@/lib/data/database'
import type { RevisionRow } from '@/lib/data/revisions'
import {
  type Anchor,
  describeAnchor,
  findSpanFault,
  type Span,
} from '@/lib/domain/anchoring/anchors'
import {
  type AnnotationView,
  type CanonicalContent,
  carriedContent,
  changedParts,
  contentHash,
  isBare,
  type UnsettledAnchor,
} from '@/lib/domain/annotations'
import { type Refusal, refuse } from '@/lib/domain/outcomes'
import type { SettleRequest } from '@/lib/domain/revisions'
import { type Call, mayEdit } from '@/lib/domain/roles'
import {
  aboutNote,
  answer,
  type NoteOutcome,
  refuseOldRevision,
  refuseStale,
  requireContent,
  requireRevision,
} from '@/lib/services/annotations'
import { recordAll, type Told } from '@/lib/services/audit'

/**
 * Settles one place of a note that the article's new revision left open. With the last of them the note
 * has a content again, in the newest revision. Whoever settles a place is among its authors.
 */
export function settleAnchor(
  call: Call,
  annotationId: string,
  request: SettleRequest,
): Promise<NoteOutcome> {
  return transaction(async tx => {
    await lockNote(tx, annotationId)
    const note = await findAnnotationView(tx, annotationId)
    if (!note) return refuse('not_found')
    const refusal = findRefusal(call, note, request)
    if (refusal) return refusal
    if (note.version !== request.version) return refuseStale(tx, note)
    const open = note.unsettled.find(each => each.ordinal === request.ordinal)
    if (!open) return refuse('not_from_here', 'This place is settled already.')
    const revision = await requireRevision(tx, note.articleId)
    const chosen = findPlace(note, open, request.choice, revision.text)
    if (!chosen.ok) return chosen

    const after = settled(note, open, chosen.span, revision)
    const before = await requireContent(tx, note.id)
    // Until the last place is settled the content stays as it was; the version says who took part.
    const content = after.isLast ? carriedContent(before, after.anchors, revision.textHash) : before
    const hash = contentHash(content)
    if ((await saveSettled(tx, note.id, note.version, hash, call.at)) === 'stale')
      return refuseStale(tx, note)
    const place = { annotationId, revisionId: revision.id, ordinal: open.ordinal }
    await settleAnchorRow(tx, place, after.anchor, call.at)
    await appendVersion(tx, versionOf(call, note, content))
    await recordAll(tx, call, [
      settledEvent(note, open, request.choice, wordsAt(revision.text, chosen.span)),
      ...(after.isLast ? [savedEvent(note, before, content)] : []),
    ])
    return answer(tx, note.id)
  })
}

/** Why this person may not settle this note, or not as it was when they looked. */
function findRefusal(
  { actor }: Call,
  note: AnnotationView,
  { revisionId }: SettleRequest,
): Refusal | null {
  if (!mayEdit(actor, note))
    return refuse('forbidden', `This note is ${note.owner.name}’s to settle, or an editor’s.`)
  if (note.state === 'retired')
    return refuse('not_from_here', 'This note is retired. Bring it back to settle it.')
  return note.revisionId === revisionId ? null : refuseOldRevision(note)
}

const noNewWords =
  'There are no new words here to confirm. Choose where the note rests, or let it rest elsewhere only.'
const lastPlace = 'A note needs at least one place. Choose other words, or retire the note.'

/** The words that were chosen; null for none. */
function findPlace(
  note: AnnotationView,
  open: UnsettledAnchor,
  choice: SettleRequest['choice'],
  text: string,
): { ok: true; span: Span | null } | Refusal {
  switch (choice.kind) {
    case 'confirm': {
      const { start, end } = open
      return start === null || end === null
        ? refuse('invalid', noNewWords)
        : sound(text, { start, end })
    }
    case 'place':
      return sound(text, choice.span)
    case 'drop':
      return note.anchors.length + note.unsettled.length > 1
        ? { ok: true, span: null }
        : refuse('invalid', lastPlace)
  }
}

function sound(text: string, span: Span): { ok: true; span: Span } | Refusal {
  const message = findSpanFault(text, span)
  if (!message) return { ok: true, span }
  return refuse('invalid', message, [{ path: 'choice.span', message }])
}

/** Where the note rests once this place is settled. Words it rests on already are not taken twice. */
function settled(
  note: AnnotationView,
  open: UnsettledAnchor,
  span: Span | null,
  { text }: RevisionRow,
): { anchor: Anchor | null; anchors: Anchor[]; isLast: boolean } {
  const isDouble = note.anchors.some(({ start, end }) => start === span?.start && end === span.end)
  const anchor = span && !isDouble ? describeAnchor(text, span) : null
  return {
    anchor,
    anchors: anchor ? [...note.anchors, anchor] : note.anchors,
    isLast: note.unsettled.every(each => each === open),
  }
}

function wordsAt(text: string, span: Span | null): string {
  return span ? text.slice(span.start, span.end) : ''
}

function versionOf({ actor, at }: Call, note: AnnotationView, content: CanonicalContent) {
  return {
    annotationId: note.id,
    version: note.version + 1,
    content,
    hash: contentHash(content),
    authorId: actor.id,
    isMark: note.state === 'to_check' && isBare(content),
    createdAt: at,
  }
}

function settledEvent(
  note: AnnotationView,
  { quote: before }: UnsettledAnchor,
  { kind: choice }: SettleRequest['choice'],
  after: string,
): Told {
  const event = { kind: 'anchor.settled', key: note.key, choice, before, after } as const
  return { event, about: aboutNote(note) }
}

function savedEvent(
  note: AnnotationView,
  before: CanonicalContent,
  content: CanonicalContent,
): Told {
  const version = note.version + 1
  const parts = changedParts(before, content)
  const saved = { kind: 'annotation.saved', key: note.key, version, parts } as const
  return { event: { ...saved, hash: contentHash(content) }, about: aboutNote(note) }
}
