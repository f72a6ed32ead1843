import type { AnnotationView } from '@/lib/domain/annotations'
import type { Rating } from '@/lib/domain/scales'

/** Made once for each list of notes: every note at rest asks for its own. */
function oncePerList<T>(make: (notes: readonly AnnotationView[]) => T) {
  const made = new WeakMap<readonly AnnotationView[], T>()
  return (notes: readonly AnnotationView[]): T => {
    const known = made.get(notes) ?? make(notes)
    made.set(notes, known)
    return known
  }
}

/** Numbers of the notes from 1 in the order of the text. Marks to check and retired notes have none. */
export const numbersOf = oncePerList((notes): ReadonlyMap<string, number> => {
  const numbered = notes.filter(({ state }) => state !== 'to_check' && state !== 'retired')
  return new Map(numbered.map(({ id }, index) => [id, index + 1]))
})

/** The notes of a list by their ids. */
export const notesById = oncePerList(
  (notes): ReadonlyMap<string, AnnotationView> => new Map(notes.map(note => [note.id, note])),
)

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
