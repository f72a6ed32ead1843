import { isSheet, returnToWords, revealSpan } from '@/components/editor/article-view'
import type { DeskStore } from '@/components/editor/desk-store'
import { currentSelection, noteForWords, tellWhyNoWords } from '@/components/editor/note-actions'
import { findSpanFault, type Span } from '@/lib/domain/anchoring/anchors'
import type { AnnotationView } from '@/lib/domain/annotations'
import { dragEdge, type Edge, moveEdge, replacePlace } from '@/lib/domain/extents'
import { directionOf } from '@/lib/domain/languages'
import { type Part, tidy } from '@/lib/domain/segments'
import { leftOut } from '@/lib/editor/extent-handles'
import { keyOf } from '@/lib/editor/keys'
import { caretOffset } from '@/lib/editor/selections'

/** A change of the words that a note rests on, before it is kept. */
export interface Extending {
  noteId: string
  /** Which of the note's places, from 0. */
  index: number
  /** The place as it was when the change began: another may have its index since. */
  before: Span
  /** The place as it would be. */
  span: Span
  by: 'keys' | 'pointer'
}

/** The open note and its places as they are written now, if the person may change them. */
export function placesToExtend(
  store: DeskStore,
): { note: AnnotationView; places: readonly Span[] } | null {
  const note = store.get().drafting ? null : noteForWords(store)
  const save = note && store.save(note.id)
  if (!note || !save || save.phase.kind === 'stale' || save.phase.kind === 'outdated') return null
  return { note, places: save.draft.anchors }
}

/** The change under way, as long as its note is open and this very place is still where it was. */
export function extendingNow(store: DeskStore): Extending | null {
  const { extending } = store.get()
  const open = extending && placesToExtend(store)
  const place = extending && open?.places[extending.index]
  const isHere = place && open.note.id === extending.noteId && isSame(place, extending.before)
  return isHere ? extending : null
}

/** Whether the note's places changed under a change by keys; a drag hears of it where it is dropped. */
export function isExtentOvertaken(store: DeskStore): boolean {
  return store.get().extending?.by === 'keys' && extendingNow(store) === null
}

/** Lets go of a change whose place is no more where it was, and says so. */
export function dropOvertaken(store: DeskStore): void {
  if (!store.get().extending || extendingNow(store)) return
  store.patch({ extending: null })
  // Where none may be changed, what came between has been said.
  if (placesToExtend(store))
    store.tell('Not kept: the words of this note changed meanwhile. Choose again which to change.')
}

/** Begins to change the extent of a place of the open note from the keyboard: the one at the caret, else the first. */
export function beginExtending(store: DeskStore, index?: number): boolean {
  const open = placesToExtend(store)
  const caret = store.view ? caretOffset(store.view.state) : 0
  const atCaret = open?.places.findIndex(({ start, end }) => start <= caret && caret <= end)
  const chosen = index ?? Math.max(0, atCaret ?? 0)
  const place = open?.places[chosen]
  if (!open || !place) {
    tellWhyNoWords(store)
    return false
  }
  store.patch({
    extending: { noteId: open.note.id, index: chosen, before: place, span: place, by: 'keys' },
  })
  // On a phone the buttons in the sheet are at hand.
  if (!isSheet()) store.view?.focus()
  revealSpan(store, place)
  store.say(
    `${nameOfPlace(store, chosen, open.places)} The arrows move its end by a word, with Shift its beginning; up and down by a sentence. Enter keeps it, Escape goes back.`,
  )
  return true
}

/** Moves an end of the place in hand to the next word or sentence. */
export function moveExtent(store: DeskStore, edge: Edge, step: 1 | -1, part: Part): void {
  const now = extendingNow(store)
  if (!now) return
  const span = moveEdge(store.text.text, now.span, edge, step, part, store.desk.article.language)
  store.patch({ extending: { ...now, span } })
  const words = saidOfMove(store, now.span, span)
  if (isSame(span, now.span)) store.tell(words)
  else store.say(words)
  revealSpan(store, edge === 'end' ? { ...span, start: span.end } : { ...span, end: span.start })
}

/** Draws a place of the open note as it would be if one of its ends were dropped at `offset`. */
export function dragExtent(
  store: DeskStore,
  index: number,
  edge: Edge,
  offset: number,
  exact: boolean,
): void {
  const open = placesToExtend(store)
  const place = open?.places[index]
  if (!open || !place) return
  const now = extendingNow(store)
  // The words changed under the drag: what is dropped now would be another place.
  if (!now && store.get().extending?.index === index) return
  const { language } = store.desk.article
  const from = now?.index === index ? now.span : place
  const span = dragEdge(store.text.text, from, edge, offset, exact, language)
  if (now?.index === index && isSame(span, now.span)) return
  const by = now?.by ?? 'pointer'
  store.patch({ extending: { noteId: open.note.id, index, before: place, span, by } })
}

/** An end was let go: kept, unless the person is in the middle of changing it by keys or went back. */
export function dropExtent(store: DeskStore, isKept: boolean): void {
  if (!isKept) leaveExtent(store)
  else if (store.get().extending?.by === 'pointer') keepExtent(store)
}

/** Writes the new extent into the note. Where that would void an approval the note asks first. */
export function keepExtent(store: DeskStore): void {
  dropOvertaken(store)
  const now = extendingNow(store)
  store.patch({ extending: null })
  const span = now && (isSame(now.span, now.before) ? selectedInstead(store, now) : now.span)
  if (!now || !span || isSame(span, now.before)) return
  const fault = findSpanFault(store.text.text, span)
  if (fault) {
    store.setTrouble(now.noteId, fault)
    store.say(fault)
    return
  }
  writePlaces(store, now.noteId, places => replacePlace(places, now.index, span))
}

/** Whoever selected other words, and moved no end, means those. */
function selectedInstead(store: DeskStore, { by, span }: Extending): Span {
  const selected = by === 'keys' ? currentSelection(store) : null
  return (selected && tidy(store.text.text, selected)) ?? span
}

/** Leaves the words as they were. */
export function leaveExtent(store: DeskStore): void {
  if (!store.get().extending) return
  store.patch({ extending: null })
  store.say('The words are left as they were.')
}

/** Takes a place off a note that has others. */
export function takeOffPlace(store: DeskStore, index: number): boolean {
  const open = placesToExtend(store)
  if (!open || open.places.length < 2 || !open.places[index]) return false
  store.patch({ extending: null })
  writePlaces(store, open.note.id, places => places.filter((_, at) => at !== index))
  return true
}

/** Acts on a key while an extent is being changed; letters mean nothing meanwhile. */
export function actOnExtentKey(store: DeskStore, event: KeyboardEvent): boolean {
  if (isExtentOvertaken(store)) dropOvertaken(store)
  const now = extendingNow(store)
  if (!now || event.ctrlKey || event.metaKey || isInField(event)) return false
  const move = moveOf(event, directionOf(store.desk.article.language) === 'rtl')
  if (move) moveExtent(store, move.edge, move.step, move.part)
  return move !== null || actOnOther(store, now, event)
}

function actOnOther(store: DeskStore, { index }: Extending, event: KeyboardEvent): boolean {
  switch (event.key) {
    case 'Enter':
      keepExtent(store)
      return true
    case 'Escape':
      leaveExtent(store)
      return true
    case 'Delete':
    case 'Backspace':
      return takeOffPlace(store, index)
    case 'Tab':
      return choosePlace(store, index + (event.shiftKey ? -1 : 1))
  }
  const key = keyOf(event) ?? ''
  if (/^[1-9]$/.test(key)) return choosePlace(store, Number(key) - 1)
  return /^(Shift\+)?[A-Z]$/.test(key)
}

/** Goes on with another place of the note; what was drawn of this one is let go. */
function choosePlace(store: DeskStore, index: number): boolean {
  const places = placesToExtend(store)?.places ?? []
  const { extending } = store.get()
  const place = places[index]
  if (!extending || !place || places.length < 2) return false
  store.patch({ extending: { ...extending, index, before: place, span: place } })
  revealSpan(store, place)
  store.say(nameOfPlace(store, index, places))
  return true
}

/** Which end an arrow moves, and where to: the arrows follow the lines as they are written. */
export function moveOf(
  { key, shiftKey, altKey }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>,
  isRightToLeft: boolean,
): { edge: Edge; step: 1 | -1; part: Part } | null {
  const edge = shiftKey || altKey ? 'start' : 'end'
  switch (key) {
    case 'ArrowRight':
      return { edge, step: isRightToLeft ? -1 : 1, part: 'word' }
    case 'ArrowLeft':
      return { edge, step: isRightToLeft ? 1 : -1, part: 'word' }
    case 'ArrowDown':
      return { edge, step: 1, part: 'sentence' }
    case 'ArrowUp':
      return { edge, step: -1, part: 'sentence' }
  }
  return null
}

function writePlaces(
  store: DeskStore,
  noteId: string,
  change: (places: readonly Span[]) => Span[],
): void {
  store.saver.edit(noteId, draft => ({ ...draft, anchors: change(draft.anchors) }))
  if (store.save(noteId)?.phase.kind === 'asking') {
    store.say('This would void the approval. Nothing is saved before you choose.')
    store.patch({ wish: { for: 'question', turn: store.get().wish.turn + 1 } })
  } else {
    store.say('The note rests on other words now.')
    if (!isSheet()) returnToWords(store, noteId)
  }
}

function saidOfMove(store: DeskStore, before: Span, after: Span): string {
  const taken = leftOut(after, before).map(span => store.wordsAt(span).trim())
  const left = leftOut(before, after).map(span => store.wordsAt(span).trim())
  if (taken.length > 0) return `Taken in: ${taken.join(' … ')}`
  return left.length > 0 ? `Left out: ${left.join(' … ')}` : 'No further.'
}

function nameOfPlace(store: DeskStore, index: number, places: readonly Span[]): string {
  const place = places[index]
  const words = place ? `“${store.wordsAt(place)}”.` : ''
  if (places.length < 2) return `Changing the extent of ${words}`
  return `Changing the extent of place ${index + 1} of ${places.length}: ${words} Tab or a digit chooses another.`
}

/** Arrows belong to the fields of the note, where the focus is in one. */
function isInField({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.matches('input, textarea, select, .prose')
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}
