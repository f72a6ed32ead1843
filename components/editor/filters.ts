import { isUnsettled } from '@/components/settling/settling'
import type { AnnotationView } from '@/lib/domain/annotations'
import { type AnnotationState, annotationStates } from '@/lib/domain/review'
import type { Rating } from '@/lib/domain/scales'

/** Which notes are shown; null is any. */
export interface Filters {
  state: AnnotationState | 'unsettled' | null
  /** A rating's key, or "none" for notes without a verdict. */
  rating: string | null
  personId: string | null
}

export const noFilters: Filters = { state: null, rating: null, personId: null }

/** The notes that the filters let through. A retired note is shown only when retired ones are asked for. */
export function filterNotes(
  notes: readonly AnnotationView[],
  { state, rating, personId }: Filters,
): AnnotationView[] {
  return notes.filter(
    note =>
      isIn(note, state) &&
      (rating === null || (note.content.ratingKey ?? 'none') === rating) &&
      (personId === null || note.authorIds.includes(personId) || note.ownerId === personId),
  )
}

function isIn(note: AnnotationView, state: Filters['state']): boolean {
  if (state === 'unsettled') return isUnsettled(note)
  return state === null ? note.state !== 'retired' : note.state === state
}

/** The states that occur, each with how many notes are in it; "retired" only where there are any. */
export function countStates(
  notes: readonly AnnotationView[],
): { state: AnnotationState; count: number }[] {
  const order: AnnotationState[] = [...annotationStates.filter(state => state !== 'to_check')]
  order.splice(order.indexOf('retired'), 0, 'to_check')
  return order
    .map(state => ({ state, count: notes.filter(note => note.state === state).length }))
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

/** "No note is approved and false." */
export function emptySentence(
  { state, rating, personId }: Filters,
  ratings: readonly Rating[],
  people: readonly { id: string; name: string }[],
): string {
  const word = ratings.find(({ key }) => key === rating)?.word.toLowerCase()
  const qualities = [
    state && stateQualities[state],
    rating && (word ?? 'without a verdict'),
  ].filter(Boolean)
  const person = people.find(({ id }) => id === personId)?.name
  const subject = person ? `No note by ${person}` : 'No note'
  return qualities.length ? `${subject} is ${qualities.join(' and ')}.` : `${subject} is here.`
}
