import { settleAnchorRow } from '@/lib/data/anchors'
import { appendVersion } from '@/lib/data/annotation-versions'
import { findAnnotationView, saveSettled } from '@/lib/data/annotations'
import { type Db, transaction } from '@/lib/data/database'
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
 * has a content again, in the newest revision, and whoever settled it is among its authors.
 */
export function settleAnchor(
  call: Call,
  annotationId: string,
  { version, revisionId, ordinal, choice }: SettleRequest,
): Promise<NoteOutcome> {
  return transaction(async tx => {
    const note = await findAnnotationView(tx, annotationId)
    if (!note) return refuse('not_found')
    if (!mayEdit(call.actor, note))
      return refuse('forbidden', `This note is ${note.owner.name}’s to settle, or an editor’s.`)
    if (note.state === 'retired')
      return refuse('not_from_here', 'This note is retired. Bring it back to settle it.')
    if (note.revisionId !== revisionId) return refuseOldRevision(note)
    if (note.version !== version) return refuseStale(tx, note)
    const open = note.unsettled.find(each => each.ordinal === ordinal)
    if (!open) return refuse('not_from_here', 'This place is settled already.')
    const revision = await requireRevision(tx, note.articleId)
    const chosen = findPlace(note, open, choice, revision.text)
    if (!chosen.ok) return chosen

    const after = settled(note, open, chosen.span, revision)
    const content = after.isLast
      ? carriedContent(await requireContent(tx, note.id), after.anchors, revision.textHash)
      : null
    const hash = content ? contentHash(content) : note.contentHash
    if ((await saveSettled(tx, note.id, version, hash, call.at)) === 'stale')
      return refuseStale(tx, note)
    await settleAnchorRow(tx, { annotationId, revisionId, ordinal }, after.anchor, call.at)
    const told = content ? await writeContent(tx, call, note, content) : []
    const event = {
      kind: 'anchor.settled',
      key: note.key,
      choice: choice.kind,
      before: open.quote,
      after: chosen.span ? revision.text.slice(chosen.span.start, chosen.span.end) : '',
    } as const
    await recordAll(tx, call, [{ event, about: aboutNote(note) }, ...told])
    return answer(tx, note.id)
  })
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

/** The note has a content again: its version, and what there is to tell of it. */
async function writeContent(
  tx: Db,
  call: Call,
  note: AnnotationView,
  content: CanonicalContent,
): Promise<Told[]> {
  const before = await requireContent(tx, note.id)
  const { key } = note
  const version = note.version + 1
  const hash = contentHash(content)
  const parts = changedParts(before, content)
  await appendVersion(tx, {
    annotationId: note.id,
    version,
    content,
    hash,
    authorId: call.actor.id,
    isMark: note.state === 'to_check' && isBare(content),
    createdAt: call.at,
  })
  return [
    { event: { kind: 'annotation.saved', key, version, hash, parts }, about: aboutNote(note) },
  ]
}
