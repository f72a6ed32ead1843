import type { DeskStore } from '@/components/editor/desk-store'
import { askOfNote, type NoteAnswer } from '@/components/editor/note-actions'
import { canonicalOf, contentFrom } from '@/components/editor/note-drafts'
import { ratingOf } from '@/components/editor/numbering'
import { unreadWords } from '@/components/live/arrivals'
import { showUnseen } from '@/components/review/unseen-changes'
import { isUnsettled } from '@/components/settling/settling'
import { prepareMove, recordFixed, showRetired } from '@/components/undo/note-steps'
import { ask } from '@/lib/client'
import { type AnnotationView, findMissing } from '@/lib/domain/annotations'
import { claimFrom } from '@/lib/domain/claims'
import { type Decision, mayApproveAfterAll, type OwnMove, stateAfter } from '@/lib/domain/review'
import { mayEdit, mayReview } from '@/lib/domain/roles'
import { paths } from '@/lib/paths'

/** Said to whoever would undo a decision by key. */
const decisionStands =
  'a decision on a colleague’s words is not undone by a key. To take it back, decide again.'

const saidOfMove: Record<OwnMove, string> = {
  take: 'The note is yours.',
  submit: 'Sent for review.',
  recall: 'Taken back from review.',
  retire: 'Retired.',
  restore: 'Brought back.',
}

/** Makes one of the moves that are a person's own. */
export async function moveNote(
  store: DeskStore,
  id: string,
  move: OwnMove,
  reason = '',
): Promise<boolean> {
  const recordMove = prepareMove(store, id, move, reason)
  const done = await makeMove(store, id, move, reason, saidOfMove[move])
  if (done) recordMove()
  if (done && move === 'retire') showRetired(store, id)
  if (done && move === 'take') {
    prefillClaim(store, id)
    // Whoever takes a mark goes on to write it.
    store.patch({ wish: { for: 'claim', turn: store.get().wish.turn + 1 } })
  }
  return done
}

/** The same without a trace in the page's history. */
export function makeMove(
  store: DeskStore,
  id: string,
  move: OwnMove,
  reason = '',
  said = '',
): Promise<boolean> {
  return askOfNote(
    store,
    id,
    ({ version }): Promise<NoteAnswer> =>
      ask('POST', paths.api.moves(id), { move, version, reason }),
    said,
  )
}

/** Approves the content as it is shown, or asks for changes. */
export async function decide(
  store: DeskStore,
  id: string,
  decision: Decision,
  comment: string,
): Promise<boolean> {
  if (decision === 'approve' && store.get().live.news[id]?.isUnread) {
    store.say(unreadWords)
    return false
  }
  const before = store.note(id)
  if (!before) return false
  // Of the words as they are shown now; asking waits for a save, and others may come meanwhile.
  const { contentHash } = before
  const done = await askOfNote(
    store,
    id,
    (): Promise<NoteAnswer> =>
      ask('POST', paths.api.reviews(id), { decision, contentHash, comment }),
    decision === 'approve' ? 'Approved.' : `Changes asked of ${before.owner.name}.`,
  )
  const doing = decision === 'approve' ? 'approving' : 'asking for changes in'
  if (done) recordFixed(store, before, doing, decisionStands)
  return done
}

/** What still keeps a note from being sent, as it is typed now. */
export function missingOf(store: DeskStore, note: AnnotationView): string[] {
  const save = store.save(note.id)
  const { content, faults } = save
    ? contentFrom(save.draft, save.base)
    : { content: note.content, faults: [] }
  const { revision, ratings } = store.desk
  const canonical = canonicalOf(content, store.text.text, revision.textHash, ratings)
  const rating = ratingOf({ ...note, content }, ratings)
  return [
    ...findMissing(canonical, rating),
    ...(faults.length ? ['Put the marked fields right: they are not saved yet.'] : []),
  ]
}

/** Shift S. Says why where it cannot be done. */
export function submitOpenNote(store: DeskStore): void {
  const note = requireOpenNote(store)
  if (!note) return
  const [missing] = missingOf(store, note)
  if (isAsked(store, note)) askAgain(store)
  else if (isUnsettled(note)) refuseAloud(store, note, 'Settle the words of this note first.')
  else if (!mayEdit(store.actor, note)) store.tell('This note is not yours to send.')
  else if (!stateAfter(note.state, 'submit'))
    store.tell('This note cannot be sent for review in the state it is in.')
  else if (missing) refuseAloud(store, note, `Not sent. ${missing}`)
  else void moveNote(store, note.id, 'submit')
}

/** Shift A. Says why where it cannot be done. */
export function approveOpenNote(store: DeskStore): void {
  const note = requireOpenNote(store)
  if (!note) return
  if (isAsked(store, note)) askAgain(store)
  else if (note.state === 'approved') store.tell('This note is approved already.')
  else if (!mayReview(store.actor, note))
    store.tell('You wrote this note, so someone else must approve it.')
  else if (mayApproveAfterAll(note, store.actor.id))
    store.tell('You asked for changes. “Approve after all” is at the foot of the note.')
  else if (note.state !== 'in_review') store.tell('This note is not in review.')
  else approve(store, note)
}

/** Approves, unless there are changes since an earlier decision to be seen first. */
export function approve(store: DeskStore, { id, contentHash }: AnnotationView): void {
  const unseen = showUnseen(store, contentHash)
  if (unseen) store.tell(unseen)
  else void decide(store, id, 'approve', '')
}

/** Whether the note asks just now if an approval is to be voided. */
function isAsked(store: DeskStore, { id }: AnnotationView): boolean {
  return store.save(id)?.phase.kind === 'asking'
}

/** Leads to that question, which has to be answered first. */
function askAgain(store: DeskStore): void {
  store.patch({ wish: { for: 'question', turn: store.get().wish.turn + 1 } })
}

function requireOpenNote(store: DeskStore): AnnotationView | null {
  const note = store.note(store.get().openId)
  if (!note) store.tell('Open a note first.')
  return note
}

/** What stands in the note's way stays at it until it is dealt with. */
function refuseAloud(store: DeskStore, note: AnnotationView, words: string): void {
  store.setTrouble(note.id, words)
  store.say(words)
}

/** A mark has no claim of its own; whoever takes it begins with the words it rests on. */
function prefillClaim(store: DeskStore, id: string): void {
  const note = store.note(id)
  if (note?.content.claim !== '' || isUnsettled(note)) return
  const { language } = store.desk.article
  const words = note.anchors.map(({ quote }) => quote).join(' … ')
  store.saver.rewrite(id, draft => ({ ...draft, claim: claimFrom(words, language) }))
}
