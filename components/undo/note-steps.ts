import type { DeskStore } from '@/components/editor/desk-store'
import { openNote } from '@/components/editor/note-actions'
import { nameOfNote, numbersOf } from '@/components/editor/numbering'
import { makeMove, moveNote } from '@/components/review/review-actions'
import type { Direction, Turned } from '@/components/undo/steps'
import type { AnnotationView } from '@/lib/domain/annotations'
import { type OwnMove, reasonOfUndoing, stateAfter } from '@/lib/domain/review'

/** A move, with the reason where it is a retiring. */
type Moving = [move: OwnMove, reason?: string]

/** A note that was just added: undone, it is retired out of the desk's sight, since the log keeps that it was there. */
export function recordAdding(store: DeskStore, { id, state }: AnnotationView): void {
  const isMark = state === 'to_check'
  store.history.record({
    does: isMark ? 'marking words to check' : 'adding a note',
    noteId: id,
    undo: async () =>
      isUntouched(store, id) ? makeMoves(store, id, [['retire', reasonOfUndoing]]) : 'gone',
    redo: () => makeMoves(store, id, [['restore']]),
    mayTurn: direction =>
      direction === 'undo' ? isUntouched(store, id) : mayMove(store, id, 'restore'),
    afterword: '',
  })
}

/** A move that is about to be made; what it gives back records it once it is. */
export function prepareMove(
  store: DeskStore,
  id: string,
  move: OwnMove,
  reason: string,
): () => void {
  const before = store.note(id)
  if (!before) return () => {}
  // The note may have another number afterwards, or none.
  const name = nameIn(store, before)
  if (move === 'take')
    return () => recordFixed(store, before, 'taking', 'a mark that was taken stays taken.')
  const { does, undo } = waysOf(before)[move]
  const step = {
    does: `${does} ${name}`,
    noteId: id,
    undo: () => makeMoves(store, id, undo),
    redo: () => makeMoves(store, id, [[move, reason]]),
    mayTurn: (direction: Direction) => mayMove(store, id, direction === 'undo' ? undo[0][0] : move),
    afterword: move === 'retire' ? lossOf(before) : '',
  }
  return () => store.history.record(step)
}

/** What each move is called, and the moves that lead back to where the note was. */
function waysOf({
  state,
  retiredReason,
}: AnnotationView): Record<
  Exclude<OwnMove, 'take'>,
  { does: string; undo: [Moving, ...Moving[]] }
> {
  const submit: Moving[] = state === 'in_review' ? [['submit']] : []
  return {
    submit: { does: 'sending for review', undo: [['recall']] },
    recall: { does: 'taking back from review', undo: [['submit']] },
    retire: { does: 'retiring', undo: [['restore'], ...submit] },
    restore: { does: 'bringing back', undo: [['retire', retiredReason ?? '']] },
  }
}

/** A line stands where the note was, until somebody closes it. */
export function showRetired(store: DeskStore, id: string): void {
  store.patch({ justRetired: new Set([...store.get().justRetired, id]) })
}

export function hideRetired(store: DeskStore, id: string): void {
  store.patch({ justRetired: new Set([...store.get().justRetired].filter(each => each !== id)) })
}

/** Undoes the retiring where it is the last that was done; else it is a step of its own. */
export async function bringBack(store: DeskStore, id: string): Promise<void> {
  const last = store.history.get().done.at(-1)
  const isOffered = last && store.history.offered('undo') === last
  if (isOffered && last.kind === 'action' && last.noteId === id)
    await store.history.turn('undo', 'button')
  else await moveNote(store, id, 'restore')
  const note = store.note(id)
  if (note && note.state !== 'retired') openNote(store, id)
}

/** A decision, or what else is meant for colleagues and stands until another takes its place. */
export function recordFixed(
  store: DeskStore,
  note: AnnotationView,
  doing: string,
  why: string,
): void {
  const name = nameIn(store, note)
  store.history.recordFixed({ does: `${doing} ${name}`, noteId: note.id, why })
}

/** What does not come back with a retired note. */
function lossOf({ state }: AnnotationView): string {
  if (state === 'approved') return 'It is a draft again: its approval does not come back by itself.'
  return state === 'changes_asked' ? 'It is a draft now.' : ''
}

/** One move after the other; "gone" where the note is no longer in a state for the first. */
async function makeMoves(store: DeskStore, id: string, moving: Moving[]): Turned {
  for (const [index, [move, reason]] of moving.entries()) {
    if (!mayMove(store, id, move)) return index === 0 ? 'gone' : true
    // What stands in the way of a second move stands at the note; the first is done.
    if (!(await makeMove(store, id, move, reason))) return index > 0
  }
  return true
}

function mayMove(store: DeskStore, id: string, move: OwnMove): boolean {
  const note = store.note(id)
  return note !== null && stateAfter(note.state, move) !== null
}

/** Whether nobody but the person had a hand in the note. */
function isUntouched(store: DeskStore, id: string): boolean {
  const note = store.note(id)
  if (!note) return false
  return (
    note.authorIds.every(each => each === store.actor.id) &&
    note.reviews.length + note.threads.length === 0 &&
    (note.state === 'draft' || note.state === 'to_check')
  )
}

function nameIn(store: DeskStore, note: AnnotationView): string {
  return nameOfNote(note, numbersOf(store.get().notes).get(note.id)).toLowerCase()
}
