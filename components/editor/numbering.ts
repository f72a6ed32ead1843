import type { AnnotationView } from '@/lib/domain/annotations'
import type { Rating } from '@/lib/domain/scales'

/** Counted once for each list of notes: every note at rest asks for its own. */
const counted = new WeakMap<readonly AnnotationView[], ReadonlyMap<string, number>>()

/** Numbers of the notes from 1 in the order of the text. Marks to check and retired notes have none. */
export function numbersOf(notes: readonly AnnotationView[]): ReadonlyMap<string, number> {
  const numbers = counted.get(notes) ?? countNotes(notes)
  counted.set(notes, numbers)
  return numbers
}

function countNotes(notes: readonly AnnotationView[]): Map<string, number> {
  const numbered = notes.filter(({ state }) => state !== 'to_check' && state !== 'retired')
  return new Map(numbered.map(({ id }, index) => [id, index + 1]))
}

/** "Note 3", "Mark to check", "Retired note". */
export function nameOfNote(note: AnnotationView, number: number | undefined): string {
  if (note.state === 'to_check') return 'Mark to check'
  return number === undefined ? 'Retired note' : `Note ${number}`
}

export function ratingOf(note: AnnotationView, ratings: readonly Rating[]): Rating | null {
  return ratings.find(({ key }) => key === note.content.ratingKey) ?? null
}

/** The word for a note that has no verdict. */
export function emptyVerdict(note: AnnotationView): string {
  return note.state === 'to_check' ? 'To check' : 'No verdict'
}
