import type { Span } from '@/lib/domain/anchoring/anchors'
import type { Change, ChangeReason } from '@/lib/domain/anchoring/changes'
import type { Replacement } from '@/lib/domain/anchoring/compared-runs'
import type { AnnotationView, UnsettledAnchor } from '@/lib/domain/annotations'
import { type Actor, mayEdit } from '@/lib/domain/roles'

/** What a person is doing about one place of the open note that has to be settled. */
export interface Settling {
  noteId: string
  ordinal: number
  /**
   * `look`: at both wordings · `choose`: another place · `mark`: the words again, in the article ·
   * `retire`: the whole note · `done`: nothing of this note is left to settle.
   */
  mode: 'look' | 'choose' | 'mark' | 'retire' | 'done'
  /** Index of the place that is looked at. */
  chosen: number
}

/** Nine places: as many as there are keys for them. Where words stand more often, they are marked by hand. */
export const placeLimit = 9

/** Whether a person has to settle where the note rests. A retired note waits until it is brought back. */
export function isUnsettled(note: AnnotationView): boolean {
  return note.state !== 'retired' && note.unsettled.length > 0
}

/** The words that a note rests on in this revision, confirmed or not. */
export function restsOn(note: AnnotationView): Span[] {
  return [...note.content.anchors, ...note.unsettled.flatMap(each => changedSpan(each) ?? [])]
}

/** Where the new words of a changed place are, else null. */
export function changedSpan({ start, end }: UnsettledAnchor): Span | null {
  return start !== null && end !== null ? { start, end } : null
}

/** Kept with the note, which is another object once it has changed: the margin asks for all of them. */
const offsets = new WeakMap<AnnotationView, number>()

/** Where the note begins in the text: its first words, or where they were. */
export function firstOffset(note: AnnotationView): number {
  const offset = offsets.get(note) ?? findFirstOffset(note)
  offsets.set(note, offset)
  return offset
}

function findFirstOffset(note: AnnotationView): number {
  const [first] = restsOn(note).sort((a, b) => a.start - b.start)
  return first?.start ?? Math.min(...note.unsettled.map(({ near }) => near))
}

/**
 * Where a note could rest instead: the places that the program would not choose between, then where
 * its very words stand elsewhere. At most nine, none of them where it is now, in the order of the text.
 */
export function otherPlaces(anchor: UnsettledAnchor, text: string): Span[] {
  const now = changedSpan(anchor)
  const places = [...anchor.candidates, ...findWords(text, anchor.quote)]
  const kept: Span[] = []
  for (const place of places)
    if (kept.length < placeLimit && ![now, ...kept].some(each => each && overlap(each, place)))
      kept.push(place)
  return kept.sort((a, b) => a.start - b.start)
}

function findWords(text: string, words: string): Span[] {
  const found: Span[] = []
  if (words === '') return found
  for (let at = text.indexOf(words); at >= 0 && found.length <= placeLimit; ) {
    found.push({ start: at, end: at + words.length })
    at = text.indexOf(words, at + words.length)
  }
  return found
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** What became of the words: "The words changed". */
export function titleOf({ placement, candidates, sentence }: UnsettledAnchor): string {
  switch (placement) {
    case 'changed':
      return sentence ? 'The sentence changed' : 'The words changed'
    case 'lost':
      return 'The words are gone'
    case 'ambiguous':
      return candidates.length === 1
        ? 'The words may stand elsewhere now'
        : `The words stand in ${candidates.length} places now`
  }
}

const placementOrder = ['lost', 'ambiguous', 'changed'] as const

/** The same for a note, by the place that needs most, or null where nothing is to settle. */
export function titleOfNote(note: AnnotationView): string | null {
  const [worst] = note.unsettled.toSorted(
    (a, b) => placementOrder.indexOf(a.placement) - placementOrder.indexOf(b.placement),
  )
  return worst && isUnsettled(note) ? titleOf(worst) : null
}

const reasonNouns: Record<ChangeReason, string> = {
  number: 'a number',
  unit: 'a unit',
  date: 'a date',
  name: 'a name',
  negation: 'a “not” or “no”',
  comparison: 'a comparison',
  quantifier: 'how much or how many',
  modality: 'how certain it is',
  attribution: 'who says it',
}

/** What kind of change it is: "A number and a date changed". */
export function changeWords(change: Change | null): string {
  const nouns = (change?.reasons ?? []).map(reason => reasonNouns[reason])
  if (change?.kind !== 'meaning' || nouns.length === 0) return 'The wording changed'
  const list = new Intl.ListFormat('en').format(nouns)
  return `${list.charAt(0).toUpperCase()}${list.slice(1)} changed`
}

/** Three: a fourth pair of words says no more than the two wordings below do. */
const replacementLimit = 3

/** What stands where what stood, at most three (`at`: which of them), and whether there is more of it. */
export function firstReplacements(replacements: readonly Replacement[]): {
  shown: readonly (Replacement & { at: number })[]
  isMore: boolean
} {
  const shown = replacements.slice(0, replacementLimit).map((each, at) => ({ ...each, at }))
  return { shown, isMore: replacements.length > shown.length }
}

/** The note and the place of it that come after `current` in the order of the text, round and round. */
export function nextUnsettled(
  notes: readonly AnnotationView[],
  current: { noteId: string; ordinal: number } | null,
): { noteId: string; ordinal: number } | null {
  const places = notes
    .filter(isUnsettled)
    .flatMap(({ id, unsettled }) => unsettled.map(({ ordinal }) => ({ noteId: id, ordinal })))
  const at = places.findIndex(
    ({ noteId, ordinal }) => noteId === current?.noteId && ordinal === current.ordinal,
  )
  if (at >= 0 || !current) return places[(at + 1) % places.length] ?? null
  // The one before has been settled, or never was unsettled: on from where it stands.
  const from = notes.findIndex(({ id }) => id === current.noteId)
  const later = new Set(notes.slice(from).map(({ id }) => id))
  return places.find(({ noteId }) => later.has(noteId)) ?? places[0] ?? null
}

/** Words beside a place, to tell it from others: 40 characters either side, cut between words. */
export function contextOf(text: string, { start, end }: Span): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - 40), start)
  const after = text.slice(end, end + 40)
  return {
    before: start > 40 ? `…${before.replace(/^\S*\s/, '')}` : before,
    after: end + 40 < text.length ? `${after.replace(/\s\S*$/, '')}…` : after,
  }
}

/**
 * The same, among the notes that the person may settle as long as there are such; then among those of
 * the others, so that they can be read.
 */
export function nextToSettle(
  notes: readonly AnnotationView[],
  current: { noteId: string; ordinal: number } | null,
  actor: Actor,
): { noteId: string; ordinal: number } | null {
  const hasOwn = notes.some(note => isUnsettled(note) && mayEdit(actor, note))
  if (!hasOwn) return nextUnsettled(notes, current)
  // The others' stay where they stand, and are passed over.
  const passed = notes.map(note => (mayEdit(actor, note) ? note : { ...note, unsettled: [] }))
  return nextUnsettled(passed, current)
}

/** How many notes are to settle, and how many of them this person may settle. */
export function countToSettle(
  notes: readonly AnnotationView[],
  actor: Actor,
): { all: number; own: number } {
  const unsettled = notes.filter(isUnsettled)
  return { all: unsettled.length, own: unsettled.filter(note => mayEdit(actor, note)).length }
}
