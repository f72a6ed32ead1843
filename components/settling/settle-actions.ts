import { revealCandidate } from '@/components/editor/article-view'
import type { DeskStore } from '@/components/editor/desk-store'
import {
  askOfNote,
  currentSelection,
  leaveSelection,
  openNote,
} from '@/components/editor/note-actions'
import { describeRewording, replacementsBy, rewordingOf } from '@/components/settling/rewording'
import {
  changedSpan,
  isUnsettled,
  nextToSettle,
  otherPlaces,
  type Settling,
} from '@/components/settling/settling'
import { recordFixed } from '@/components/undo/note-steps'
import { ask } from '@/lib/client'
import type { Span } from '@/lib/domain/anchoring/anchors'
import type { Replacement } from '@/lib/domain/anchoring/compared-runs'
import type { AnnotationView, UnsettledAnchor } from '@/lib/domain/annotations'
import type { SettleRequest } from '@/lib/domain/revisions'
import { mayEdit } from '@/lib/domain/roles'
import { selectSpan } from '@/lib/editor/selections'
import { paths } from '@/lib/paths'

type Choice = SettleRequest['choice']

/** A place of the open note that has to be settled, and how far the person is with it. */
export interface OpenPlace {
  note: AnnotationView
  anchor: UnsettledAnchor
  mode: Settling['mode']
  chosen: number
}

/** What of the open note is to settle: the place in hand, else its first; null where nothing is. */
export function openPlace(store: DeskStore): OpenPlace | null {
  const { openId, settling, drafting } = store.get()
  const note = store.note(openId)
  if (!note || !isUnsettled(note) || drafting) return null
  const inHand = settling?.noteId === note.id ? settling : null
  const anchor = note.unsettled.find(({ ordinal }) => ordinal === inHand?.ordinal)
  const [first] = note.unsettled
  if (anchor && inHand) return { note, anchor, mode: inHand.mode, chosen: inHand.chosen }
  return first ? { note, anchor: first, mode: 'look', chosen: 0 } : null
}

/** The same, if the person may settle it. */
function ownPlace(store: DeskStore): OpenPlace | null {
  const place = openPlace(store)
  return place && mayEdit(store.actor, place.note) ? place : null
}

/**
 * Opens the next place that the person may settle, in the order of the text, and after the last the
 * first; where there is none, the next of the others.
 */
export function goToNextUnsettled(store: DeskStore): void {
  if (store.waitForNotes(() => goToNextUnsettled(store))) return
  const { notes, openId, settling } = store.get()
  const now = openPlace(store)
  const current = now
    ? { noteId: now.note.id, ordinal: now.anchor.ordinal }
    : openId
      ? { noteId: openId, ordinal: settling?.noteId === openId ? settling.ordinal : -1 }
      : null
  const next = nextToSettle(notes, current, store.actor)
  if (!next) {
    store.tell('Nothing is left to settle.')
    return
  }
  store.patch({ settling: { ...next, mode: 'look', chosen: 0 } })
  openNote(store, next.noteId, 'settle')
}

/** The place in hand, if the person may settle it; else says why there is nothing to do. `act` waits for the notes. */
function requirePlace(store: DeskStore, act: () => unknown): OpenPlace | null {
  if (store.waitForNotes(act)) return null
  const place = ownPlace(store)
  if (!place) store.tell(whyNoPlace(store))
  return place
}

function whyNoPlace(store: DeskStore): string {
  const { notes, openId } = store.get()
  const note = store.note(openId)
  if (note && isUnsettled(note)) return `${note.owner.name} settles this, or an editor.`
  if (!notes.some(isUnsettled)) return 'Nothing is to be settled here.'
  return note
    ? 'The words of this note are settled. U goes to the next that are not.'
    : 'No note is open. U goes to the next to settle.'
}

/** The new words, where they are. */
export function confirmWords(store: DeskStore): void {
  const place = requirePlace(store, () => confirmWords(store))
  if (!place) return
  if (changedSpan(place.anchor)) void settle(store, place, { kind: 'confirm' })
  else store.tell('There are no new words to confirm: none stand where these stood.')
}

/** The note rests on its other places only. */
export function dropPlace(store: DeskStore): void {
  const place = requirePlace(store, () => dropPlace(store))
  if (!place) return
  if (place.mode === 'choose')
    store.tell('A place is being chosen. Escape goes back; then X leaves it out.')
  else if (hasOtherPlaces(place.note)) void settle(store, place, { kind: 'drop' })
  else store.tell('It is the only place of this note, and cannot be left out. R retires the note.')
}

export function hasOtherPlaces(note: AnnotationView): boolean {
  return note.anchors.length + note.unsettled.length > 1
}

/** Shows the places it could have; again, the next (`step` 1) or the one before (-1). */
export function lookAtPlaces(store: DeskStore, step: 1 | -1): void {
  const place = requirePlace(store, () => lookAtPlaces(store, step))
  if (!place) return
  const count = otherPlaces(place.anchor, store.text.text).length
  const chosen = place.mode === 'choose' ? (place.chosen + step + count) % count : 0
  if (count > 0) lookAt(store, place, chosen)
  else store.tell('These words stand nowhere else in the article. M marks them again.')
}

/** Shows one of them in the text. */
export function lookAt(store: DeskStore, { note, anchor }: OpenPlace, chosen: number): void {
  store.patch({
    settling: { noteId: note.id, ordinal: anchor.ordinal, mode: 'choose', chosen },
  })
  requestAnimationFrame(() => revealCandidate(store))
}

/** Places the note on candidate number `number`, counted from 1, while they are shown. */
export function choosePlace(store: DeskStore, number: number): boolean {
  const place = ownPlace(store)
  if (place?.mode !== 'choose') return false
  const span = otherPlaces(place.anchor, store.text.text)[number - 1]
  if (!span) return false
  void settle(store, place, { kind: 'place', span })
  return true
}

/** Chooses the candidate that was clicked in the text. */
export function chooseAt(store: DeskStore, offset: number): boolean {
  const place = ownPlace(store)
  if (place?.mode !== 'choose') return false
  const index = otherPlaces(place.anchor, store.text.text).findIndex(
    ({ start, end }) => start <= offset && offset <= end,
  )
  if (index < 0) return false
  lookAt(store, place, index)
  return true
}

/** Into the article, to select the words anew; the new words, if any, are selected to begin with. */
export function beginMarking(store: DeskStore): void {
  const place = requirePlace(store, () => beginMarking(store))
  if (!place || !store.view) return
  enter(store, place, 'mark')
  const { anchor } = place
  const now = changedSpan(anchor)
  selectSpan(store.view, now ?? { start: anchor.near, end: anchor.near }, now ? 'words' : 'caret')
  store.view.focus()
  store.say('Select the words in the article, then press Enter. Escape goes back.')
}

/** Whether words are being marked for the open note. */
export function isMarking(store: DeskStore): boolean {
  return ownPlace(store)?.mode === 'mark'
}

/** Places the note on the selected words. */
export function takeSelectedWords(store: DeskStore): boolean {
  const place = ownPlace(store)
  if (place?.mode !== 'mark') return false
  const span: Span | null = currentSelection(store)
  if (!span) {
    store.tell('Select the words in the article first.')
    return true
  }
  void settle(store, place, { kind: 'place', span })
  return true
}

export function beginRetiring(store: DeskStore): void {
  const place = requirePlace(store, () => beginRetiring(store))
  if (place) enter(store, place, 'retire')
}

/** Back to both wordings; false where the person is there already. */
export function leaveChoice(store: DeskStore): boolean {
  const place = openPlace(store)
  if (!place || place.mode === 'look') return false
  enter(store, place, 'look')
  wishForPanel(store)
  return true
}

function enter(
  store: DeskStore,
  { note, anchor, chosen }: OpenPlace,
  mode: Settling['mode'],
): void {
  store.patch({ settling: { noteId: note.id, ordinal: anchor.ordinal, mode, chosen } })
}

async function settle(
  store: DeskStore,
  { note, anchor }: OpenPlace,
  choice: Choice,
): Promise<void> {
  const { ordinal } = anchor
  const request: Omit<SettleRequest, 'version'> = {
    revisionId: store.desk.revision.id,
    ordinal,
    choice,
  }
  const done = await askOfNote(
    store,
    note.id,
    ({ version }) => ask('POST', paths.api.settlements(note.id), { version, ...request }),
    '',
  )
  if (!done) return
  recordFixed(store, note, 'settling the words of', 'settled words are not unsettled by a key.')
  if (choice.kind === 'place') leaveSelection(store)
  const [next] = store.note(note.id)?.unsettled ?? []
  store.patch({
    settling: {
      noteId: note.id,
      ordinal: next?.ordinal ?? ordinal,
      mode: next ? 'look' : 'done',
      chosen: 0,
    },
  })
  const claim = keepRewording(store, note.id, anchor, choice)
  store.say(['Settled.', claim, leftWords(store)].filter(Boolean).join(' '))
  wishForPanel(store)
}

/** Keeps what the words say now for the claim to be read against, and says where that still has the old. */
function keepRewording(
  store: DeskStore,
  noteId: string,
  anchor: UnsettledAnchor,
  choice: Choice,
): string {
  const draft = store.save(noteId)?.draft
  if (!draft) return ''
  const { rewordings } = store.get()
  const known = rewordings[noteId]?.replacements ?? []
  const replacements = replacementsBy(anchor, choice, span => store.wordsAt(span))
  const settled = { anchors: draft.anchors, replacements: [...known, ...replacements] }
  store.patch({ rewordings: { ...rewordings, [noteId]: settled } })
  const rewording = rewordingOf(draft.claim, replacements)
  return rewording ? describeRewording(rewording) : ''
}

/** The claim may well say what the text does not say any more: nothing more is said of it. */
export function leaveWording(store: DeskStore, noteId: string, left: Replacement): void {
  const { rewordings } = store.get()
  const settled = rewordings[noteId]
  if (!settled) return
  const replacements = settled.replacements.filter(
    ({ before, after }) => before !== left.before || after !== left.after,
  )
  store.patch({ rewordings: { ...rewordings, [noteId]: { ...settled, replacements } } })
}

/** "2 notes are left to settle." */
export function leftWords(store: DeskStore): string {
  const count = store.get().notes.filter(isUnsettled).length
  if (count === 0) return 'Nothing is left to settle.'
  return count === 1 ? 'One note is left to settle.' : `${count} notes are left to settle.`
}

function wishForPanel(store: DeskStore): void {
  store.patch({ wish: { for: 'settle', turn: store.get().wish.turn + 1 } })
}
