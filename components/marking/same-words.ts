import type { DeskStore } from '@/components/editor/desk-store'
import { openNote, openNoteAt, shownNotes } from '@/components/editor/note-actions'
import { emptyVerdict, nameOfNote, numbersOf, ratingOf } from '@/components/editor/numbering'
import { restsOn } from '@/components/settling/settling'
import type { Span } from '@/lib/domain/anchoring/anchors'
import type { AnnotationView } from '@/lib/domain/annotations'
import { caretOffset } from '@/lib/editor/selections'

/** A note and the words that it rests on. */
interface Resting {
  id: string
  spans: readonly Span[]
}

/** The other notes that rest on any of the words of note `id`, in the order of `notes`. */
export function onSameWords<T extends Resting>(notes: readonly T[], id: string): T[] {
  const spans = notes.find(note => note.id === id)?.spans ?? []
  return notes.filter(
    note => note.id !== id && note.spans.some(a => spans.some(b => overlap(a, b))),
  )
}

/**
 * The note to open after `openId`, and the round that it belongs to: the notes on the words of the note
 * from which the round began. A long note leads to all the short ones in it, though they share no words
 * among themselves. Null where no other note rests on these words.
 */
export function nextInRound(
  notes: readonly Resting[],
  openId: string,
  round: readonly string[],
): { id: string; round: readonly string[] } | null {
  const ids = new Set(notes.map(({ id }) => id))
  const goesOn = round.includes(openId) && round.every(id => ids.has(id))
  const others = new Set(onSameWords(notes, openId).map(({ id }) => id))
  const now = goesOn
    ? round
    : notes.map(({ id }) => id).filter(id => id === openId || others.has(id))
  const next = now[(now.indexOf(openId) + 1) % now.length]
  return next && next !== openId ? { id: next, round: now } : null
}

const rounds = new WeakMap<DeskStore, { ids: readonly string[]; lastId: string }>()

/** Opens the next note on the words of the open one; where none is open, a note at the caret. */
export function openNextOnSameWords(store: DeskStore): void {
  if (store.waitForNotes(() => openNextOnSameWords(store))) return
  const { openId } = store.get()
  if (!openId) {
    const isThere = store.view && openNoteAt(store, caretOffset(store.view.state), 'here')
    if (!isThere) store.tell('No note rests on the words at the caret.')
    return
  }
  const round = rounds.get(store)
  const next = nextInRound(
    shownNotes(store).map(note => ({ id: note.id, spans: restsOn(note) })),
    openId,
    // Somebody who came to this note by another way begins anew.
    round?.lastId === openId ? round.ids : [],
  )
  if (!next) {
    store.tell('No other note rests on these words.')
    return
  }
  rounds.set(store, { ids: next.round, lastId: next.id })
  openNote(store, next.id, 'words')
  const note = store.note(next.id)
  if (note) store.say(`${titleOf(store, note)}.`)
}

/** "Note 3: False" */
function titleOf(store: DeskStore, note: AnnotationView): string {
  const name = nameOfNote(note, numbersOf(store.get().notes).get(note.id))
  if (note.state === 'to_check') return name
  return `${name}: ${ratingOf(note, store.desk.ratings)?.word ?? emptyVerdict(note)}`
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
