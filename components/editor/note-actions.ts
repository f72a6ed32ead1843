import { isSheet, returnToWords, revealNote } from '@/components/editor/article-view'
import type { DeskState, DeskStore } from '@/components/editor/desk-store'
import { notesThrough } from '@/components/editor/filters'
import { nameOfNote, numbersOf } from '@/components/editor/numbering'
import { linkToWords } from '@/components/editor/word-links'
import { sentenceAtCaret } from '@/components/marking/selecting'
import { letSentenceGo } from '@/components/marking/tapping'
import { moveNote } from '@/components/review/review-actions'
import {
  chooseAt,
  isMarking,
  leaveChoice,
  takeSelectedWords,
} from '@/components/settling/settle-actions'
import { firstOffset, isUnsettled, restsOn } from '@/components/settling/settling'
import { recordAdding } from '@/components/undo/note-steps'
import { ask } from '@/lib/client'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { type AnnotationView, newContent } from '@/lib/domain/annotations'
import { claimFrom } from '@/lib/domain/claims'
import type { StaleNote } from '@/lib/domain/desk'
import type { Outcome, Refusal } from '@/lib/domain/outcomes'
import { mayEdit } from '@/lib/domain/roles'
import { showFresh } from '@/lib/editor/highlights'
import { noteAt } from '@/lib/editor/note-clicks'
import { caretOffset, collapseSelection, selectedSpan, selectSpan } from '@/lib/editor/selections'
import { paths } from '@/lib/paths'

/** Said of whatever is asked for on a page whose article has a newer revision. */
export const outdatedWords =
  'Not done: the article has a newer revision than this page shows. Reload to go on.'

export type NoteAnswer = Outcome<{ annotation: AnnotationView }> & Partial<StaleNote>

/** The notes on the page: those the filters let through, and the open one in any case. */
export function shownNotes(store: DeskStore): readonly AnnotationView[] {
  const { notes, filters, openId } = store.get()
  return notesThrough(notes, filters, openId)
}

/**
 * Opens a note. `focus`: where the person goes on; "words" leaves the caret where it is, "here" the
 * page too, since the words have just been clicked.
 */
export function openNote(
  store: DeskStore,
  id: string,
  focus: DeskState['wish']['for'] | 'words' | 'here' = 'note',
): void {
  const { openId, wish, settling } = store.get()
  if (openId && openId !== id) void store.saver.flush(openId)
  store.patch({
    openId: id,
    extending: null,
    settling: settling?.noteId === id ? settling : null,
    ...(focus !== 'words' && focus !== 'here' && { wish: { for: focus, turn: wish.turn + 1 } }),
  })
  keepAddress(store, id)
  if (focus === 'here' && !isSheet()) return
  // After the margin has made room, and the sheet of a phone has come up.
  requestAnimationFrame(() => requestAnimationFrame(() => revealNote(store, id, focus === 'claim')))
}

/** Goes back from a choice that was begun; else closes the open note and returns to its words. */
export function closeNote(store: DeskStore): void {
  const { openId } = store.get()
  if (!openId || leaveChoice(store)) return
  void store.saver.flush(openId)
  store.patch({ openId: null, settling: null, extending: null })
  keepAddress(store, null)
  returnToWords(store, openId)
  left.set(store, { id: openId, caret: caretIn(store) })
}

/** The note that was closed last, and where the caret was then. */
const left = new WeakMap<DeskStore, { id: string; caret: number | null }>()

function caretIn({ view }: DeskStore): number | null {
  return view && caretOffset(view.state)
}

/**
 * Opens the next note in the order of the text (`step` 1) or the one before (-1): from the open one, or the
 * one that was closed where the caret still is; else from the caret, and a note on the words there comes first.
 */
export function stepNote(store: DeskStore, step: 1 | -1): void {
  if (store.waitForNotes(() => stepNote(store, step))) return
  const notes = shownNotes(store)
  const { openId } = store.get()
  const open = notes.findIndex(({ id }) => id === (openId ?? leftHere(store)))
  const next = open >= 0 ? notes[open + step] : nearestNote(store, notes, step)
  if (next) {
    openNote(store, next.id, 'words')
    bringCaret(store, next)
  } else store.tell(noNoteWords(notes, open >= 0, step))
}

/** The note that was closed last, as long as nobody has gone elsewhere in the text. */
function leftHere(store: DeskStore): string | null {
  const note = left.get(store)
  return note && note.caret === caretIn(store) ? note.id : null
}

function noNoteWords(notes: readonly AnnotationView[], isOpen: boolean, step: 1 | -1): string {
  if (notes.length === 0) return 'There is no note here.'
  if (isOpen) return step === 1 ? 'This is the last note.' : 'This is the first note.'
  return step === 1 ? 'No note comes after the caret.' : 'No note comes before the caret.'
}

/** Opens the note at `offset`; again, the next one there. False where no note rests on these words. */
export function openNoteAt(store: DeskStore, offset: number, focus: 'note' | 'here'): boolean {
  if (store.get().drafting) return false
  if (chooseAt(store, offset)) return true
  // Somebody who marks words anew clicks to place the caret, and not to leave the note.
  if (isMarking(store)) return false
  const notes = shownNotes(store).map(note => ({ id: note.id, spans: restsOn(note) }))
  const id = noteAt(notes, offset, store.get().openId)
  if (id) openNote(store, id, focus)
  return id !== null
}

/** Opens the note at the caret; takes the selected words where a note is to be placed on them. */
export function openNoteAtCaret(store: DeskStore): boolean {
  if (takeSelectedWords(store)) return true
  const { view } = store
  if (!view) return false
  const caret = caretOffset(view.state)
  const open = store.note(store.get().openId)
  const isInNote = document.activeElement?.matches('.open') ?? false
  // Enter goes into the open note where the caret is on its words; it does not cycle.
  if (open && (isInNote || isOn(open, caret))) {
    goInto(store, open, isInNote)
    return true
  }
  const isThere = openNoteAt(store, caret, 'note')
  if (!isThere && store.waitForNotes(() => openNoteAtCaret(store))) return true
  if (!isThere && view.hasFocus()) store.tell('No note rests on the words at the caret.')
  return isThere
}

/** From the words into the note, and from the note into its claim. A mark to check is taken on the way. */
function goInto(store: DeskStore, note: AnnotationView, isInNote: boolean): void {
  if (note.state === 'to_check' && !isUnsettled(note)) void moveNote(store, note.id, 'take')
  else openNote(store, note.id, isInNote ? 'claim' : 'note')
}

/** The caret goes along from note to note, so that Enter goes into the one that is open. Selected words stay. */
function bringCaret(store: DeskStore, note: AnnotationView): void {
  const { view } = store
  const start = firstOffset(note)
  if (view?.state.selection.empty && !store.get().drafting)
    selectSpan(view, { start, end: start }, 'caret')
  // A button that was pressed before would take the keys that are meant for the note.
  if (document.activeElement?.matches('.bar *')) view?.focus()
}

function isOn(note: AnnotationView, offset: number): boolean {
  return restsOn(note).some(({ start, end }) => start <= offset && offset <= end)
}

/** Makes a note, or a mark to check, of the selected words, or of the sentence that the caret is in. */
export async function addNote(store: DeskStore, toCheck: boolean): Promise<void> {
  const span = store.get().tapped ?? sentenceAtCaret(store) ?? requireSelection(store)
  if (!span || isMarking(store)) return
  if (!toCheck) return addNoteOn(store, span, toCheck)
  // The words of now, which may be marked already by a note that has yet to come.
  const mark = () => (isMarked(store, span) ? undefined : addNoteOn(store, span, toCheck))
  if (!store.waitForNotes(mark)) return mark()
}

async function addNoteOn(store: DeskStore, span: Span, toCheck: boolean): Promise<void> {
  if (isUnderWay(store, span)) return
  if (isRefusedAsOutdated(store, '')) return
  const { desk } = store
  const claim = toCheck ? '' : claimFrom(store.wordsAt(span), desk.article.language)
  const content = newContent([span], claim)
  store.patch({ adding: [...store.get().adding, span] })
  const answer: NoteAnswer = await ask('POST', paths.api.annotations(desk.article.id), {
    revisionId: desk.revision.id,
    content,
    toCheck,
  })
  store.patch({ adding: store.get().adding.filter(each => each !== span) })
  if (!answer.ok && answer.reason === 'stale') store.outdate()
  else store.setTrouble('', answer.ok ? '' : wordsOfRefusal(answer))
  if (!answer.ok) return
  store.receive(answer.annotation)
  recordAdding(store, answer.annotation)
  // Whoever reads fast has selected the next words by now.
  if (isSelected(store, span)) leaveSelection(store)
  store.say(toCheck ? 'Marked to check.' : 'Note added.')
  if (!toCheck) openNote(store, answer.annotation.id, 'claim')
}

function isUnderWay(store: DeskStore, { start, end }: Span): boolean {
  return store.get().adding.some(each => each.start === start && each.end === end)
}

/** Whether these are the selected words or the tapped sentence, or there are none. */
function isSelected(store: DeskStore, { start, end }: Span): boolean {
  const now = currentSelection(store) ?? store.get().tapped
  return !now || (now.start === start && now.end === end)
}

/** Adds the selected words to the open note. */
export function addWords(store: DeskStore): void {
  const note = noteForWords(store)
  if (!note) tellWhyNoWords(store)
  const span = note && requireSelection(store)
  if (!note || !span) return
  store.saver.edit(note.id, draft => ({
    ...draft,
    anchors: [...draft.anchors, span].sort((a, b) => a.start - b.start || a.end - b.end),
  }))
  leaveSelection(store)
  store.say(`Added to ${nameOf(store, note)}.`)
}

/** The open note, if the person may add words to it. */
export function noteForWords(store: DeskStore): AnnotationView | null {
  const note = store.note(store.get().openId)
  const may = note && mayEdit(store.actor, note) && !isSetAside(note) && !isUnsettled(note)
  return may ? note : null
}

/** Why there is none. */
export function tellWhyNoWords(store: DeskStore): void {
  store.tell(
    store.get().openId ? 'The words of this note are not yours to change.' : 'Open a note first.',
  )
}

/** Whether a note is not written in at all: a mark must be taken first, a retired one restored. */
export function isSetAside(note: AnnotationView): boolean {
  return note.state === 'to_check' || note.state === 'retired'
}

/** Copies a link to the selected words, or to the open note. */
export async function copyLink(store: DeskStore): Promise<void> {
  const { openId } = store.get()
  const articleId = store.desk.article.id
  const span = currentSelection(store)
  const path = span
    ? linkToWords(articleId, store.desk.revision.number, span)
    : openId && paths.note(articleId, openId)
  if (!path) {
    store.tell('Select words, or open a note, to copy a link to it.')
    return
  }
  const copied = await navigator.clipboard
    .writeText(new URL(path, window.location.origin).href)
    .then(
      () => true,
      () => false,
    )
  if (copied) store.tell('Link copied.')
  store.setTrouble(
    span ? '' : (openId ?? ''),
    copied ? '' : 'The browser did not let the link be copied. Take it from the address bar.',
  )
}

/**
 * Asks something of a note after what is typed has been saved. The answer takes the note's place; a
 * refusal is shown at the note, with what somebody else saved meanwhile. Nothing is asked of words that
 * a newer revision may have changed. A remark is no decision on the words, and waits for neither; it does
 * wait for what is asked before it, where anything else that is pressed meanwhile counts as pressed twice.
 */
export async function askOfNote(
  store: DeskStore,
  id: string,
  request: (note: AnnotationView) => Promise<NoteAnswer>,
  said: string,
  { isRemark = false } = {},
): Promise<boolean> {
  while (isRemark && store.get().isBusy) await whenFree(store)
  if (store.get().isBusy) return false
  store.patch({ isBusy: true })
  const isSaved = await store.saver.flush(id)
  const note = store.note(id)
  // Asked after the save, which may be what first tells of a newer revision.
  const isOff =
    !isRemark && (isRefusedAsOutdated(store, id) || isRefusedAsUnsaved(store, id, isSaved))
  const answer = note && !isOff ? await request(note) : null
  store.patch({ isBusy: false })
  if (!answer) return false
  store.setTrouble(id, answer.ok ? '' : wordsOfRefusal(answer))
  if (answer.ok) store.receive(answer.annotation)
  else if (answer.current) store.receive(answer.current)
  const words = answer.ok ? said : wordsOfRefusal(answer)
  if (words) store.say(words)
  return answer.ok
}

/** The moment nothing is being asked any more. */
function whenFree(store: DeskStore): Promise<void> {
  return new Promise(done => {
    const look = () => {
      if (store.get().isBusy) return
      stop()
      done()
    }
    const stop = store.subscribe(look)
    look()
  })
}

/** Whether nothing may be decided from this page any more; said at the note, or at the page for "". */
function isRefusedAsOutdated(store: DeskStore, id: string): boolean {
  const { isOutdated } = store.get()
  if (isOutdated) {
    store.setTrouble(id, outdatedWords)
    store.say(outdatedWords)
  }
  return isOutdated
}

function isRefusedAsUnsaved(store: DeskStore, id: string, isSaved: boolean): boolean {
  if (!isSaved)
    store.setTrouble(id, 'Not done: this note has words that are not saved yet. See above.')
  return !isSaved
}

/** Nothing was typed for what is asked here, so nothing is said to be kept. */
function wordsOfRefusal({ reason, message }: Refusal): string {
  if (reason === 'unreachable') return 'No connection: nothing was changed. Try again.'
  return reason === 'signed_out'
    ? 'You are signed out: sign in in another tab, and try again.'
    : message
}

function requireSelection(store: DeskStore): Span | null {
  const span = currentSelection(store)
  if (!span) store.tell('Select the words of a claim first.')
  return span
}

/** Whether these very words are marked to check already, which is said: a first pass goes fast. */
function isMarked(store: DeskStore, { start, end }: Span): boolean {
  const isHere = store
    .get()
    .notes.some(
      ({ state, content: { anchors } }) =>
        state === 'to_check' && anchors.some(each => each.start === start && each.end === end),
    )
  if (isHere) store.tell('These words are marked to check already.')
  return isHere
}

/** The article on the screen knows first; what the page keeps follows it. */
export function currentSelection(store: DeskStore): Span | null {
  return store.view ? selectedSpan(store.view.state) : store.get().selection
}

export function leaveSelection(store: DeskStore): void {
  letSentenceGo(store)
  store.patch({ selection: null })
  const { view } = store
  if (!view) return
  collapseSelection(view)
  showFresh(view, null)
}

function nearestNote(
  store: DeskStore,
  notes: readonly AnnotationView[],
  step: 1 | -1,
): AnnotationView | undefined {
  // A reader who has not been in the text yet begins before its first word, or after its last.
  const away = step === 1 ? 0 : Number.POSITIVE_INFINITY
  const caret = store.view?.hasFocus() ? caretOffset(store.view.state) : away
  return step === 1
    ? notes.find(note => firstOffset(note) >= caret || isOn(note, caret))
    : notes.findLast(note => firstOffset(note) <= caret)
}

function nameOf(store: DeskStore, note: AnnotationView): string {
  return nameOfNote(note, numbersOf(store.get().notes).get(note.id)).toLowerCase()
}

/** The address of the open note stays in the bar, so that reloading and sharing come back to it. */
function keepAddress(store: DeskStore, id: string | null): void {
  const { id: articleId } = store.desk.article
  const path = id ? paths.note(articleId, id) : paths.article(articleId)
  window.history.replaceState(window.history.state, '', path)
}
