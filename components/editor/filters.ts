import { isUnsettled } from '@/components/settling/settling'
import type { AnnotationView } from '@/lib/domain/annotations'
import { plain } from '@/lib/domain/plain'
import { type AnnotationState, annotationStates, isUndone } from '@/lib/domain/review'
import { wordsOf } from '@/lib/domain/rich-text'
import type { Rating } from '@/lib/domain/scales'

/** Which notes are shown; null is any. */
export interface Filters {
  /** Words that a note must have, in any order; "" is any note. */
  words: string
  state: AnnotationState | 'unsettled' | null
  /** A rating's key, or "none" for notes without a verdict. */
  rating: string | null
  personId: string | null
}

export const noFilters: Filters = { words: '', state: null, rating: null, personId: null }

/**
 * The notes that the filters let through. A retired note is shown only when retired ones are asked for, and
 * one whose making was undone not even then.
 */
export function filterNotes(notes: readonly AnnotationView[], filters: Filters): AnnotationView[] {
  return notes.filter(passes(filters))
}

/** Whether the filters let any note through. */
export function isAnyShown(notes: readonly AnnotationView[], filters: Filters): boolean {
  return notes.some(passes(filters))
}

function passes({ words, state, rating, personId }: Filters): (note: AnnotationView) => boolean {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return note =>
    isIn(note, state) &&
    (rating === null || (note.content.ratingKey ?? 'none') === rating) &&
    (personId === null || note.authorIds.includes(personId) || note.ownerId === personId) &&
    (wanted.length === 0 || hasWords(note, wanted))
}

interface Shown {
  filters: Filters
  /** What the filters let through, whichever note is open. */
  through: readonly AnnotationView[]
  ids: ReadonlySet<string>
  openId: string | null
  shown: readonly AnnotationView[]
}

const lastShown = new WeakMap<readonly AnnotationView[], Shown>()

/**
 * The notes on the page: those the filters let through, and the open one in any case. The same list
 * as long as it is of the same notes, whichever of them is opened.
 */
export function notesThrough(
  notes: readonly AnnotationView[],
  filters: Filters,
  openId: string | null,
): readonly AnnotationView[] {
  const last = lastShown.get(notes)
  if (last?.filters === filters && last.openId === openId) return last.shown
  const { through, ids } = last?.filters === filters ? last : filtered(notes, filters, last)
  const shown =
    openId === null || ids.has(openId)
      ? through
      : notes.filter(({ id }) => ids.has(id) || id === openId)
  lastShown.set(notes, { filters, through, ids, openId, shown })
  return shown
}

/** What other filters let through; the same list as before where these are the same notes. */
function filtered(
  notes: readonly AnnotationView[],
  filters: Filters,
  last: Shown | undefined,
): Pick<Shown, 'through' | 'ids'> {
  const now = filterNotes(notes, filters)
  const isSame =
    last?.through.length === now.length && now.every((note, index) => note === last.through[index])
  if (isSame && last) return last
  return { through: now, ids: new Set(now.map(({ id }) => id)) }
}

/** Kept with the note, which is another object once it has changed. */
const wordsKept = new WeakMap<AnnotationView, string>()

/** Whether a note has all these words in what it says, in the words it rests on, or in its people's names. */
function hasWords(note: AnnotationView, wanted: readonly string[]): boolean {
  const words = wordsKept.get(note) ?? plain(wordsIn(note).join('\n'))
  wordsKept.set(note, words)
  return wanted.every(each => words.includes(each))
}

function wordsIn({ content, anchors, unsettled, owner, authors }: AnnotationView): string[] {
  return [
    content.claim,
    content.claimant.name,
    wordsOf(content.explanation),
    owner.name,
    ...[...anchors, ...unsettled].map(({ quote }) => quote),
    ...authors.map(({ name }) => name),
  ]
}

function isIn(note: AnnotationView, state: Filters['state']): boolean {
  if (state === 'unsettled') return isUnsettled(note)
  if (state === null) return note.state !== 'retired'
  return note.state === state && !isUndone(note) && !isUnsettled(note)
}

/**
 * The states, each with how many notes are in it; "retired" only where there are any. Those to be settled are
 * in none of them, as on their cards, so that the counts add up.
 */
export function countStates(
  notes: readonly AnnotationView[],
): { state: AnnotationState; count: number }[] {
  const order: AnnotationState[] = [...annotationStates.filter(state => state !== 'to_check')]
  order.splice(order.indexOf('retired'), 0, 'to_check')
  const counts = new Map<AnnotationState, number>()
  for (const { state } of notes.filter(note => !isUndone(note) && !isUnsettled(note)))
    counts.set(state, (counts.get(state) ?? 0) + 1)
  return order
    .map(state => ({ state, count: counts.get(state) ?? 0 }))
    .filter(({ state, count }) => state !== 'retired' || count > 0)
}

/** Each state, to stand after "No note is". */
const stateQualities: Record<AnnotationState | 'unsettled', string> = {
  unsettled: 'to settle',
  to_check: 'to check',
  draft: 'a draft',
  in_review: 'in review',
  changes_asked: 'sent back for changes',
  approved: 'approved',
  retired: 'retired',
}

/** "No note is approved and false." "No note with “harbour” is a draft." */
export function emptySentence(
  { words, state, rating, personId }: Filters,
  ratings: readonly Rating[],
  people: readonly { id: string; name: string }[],
): string {
  const word = ratings.find(({ key }) => key === rating)?.word.toLowerCase()
  const qualities = [
    state && stateQualities[state],
    rating && (word ?? 'without a verdict'),
  ].filter(Boolean)
  const person = people.find(({ id }) => id === personId)?.name
  const subject = ['No note', person && `by ${person}`, words.trim() && `with “${words.trim()}”`]
    .filter(Boolean)
    .join(' ')
  return qualities.length ? `${subject} is ${qualities.join(' and ')}.` : `${subject} is here.`
}
