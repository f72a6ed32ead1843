import type { AnnotationContent, Claimant } from '@/lib/domain/annotations'
import { canonicalJson } from '@/lib/domain/canonical'
import type { Citation } from '@/lib/domain/sources'

/** What a person writes in a note, field by field, in the order of its form. */
export const noteFields = [
  'anchors',
  'claim',
  'claimant.name',
  'claimant.role',
  'claimant.saidOn',
  'claimant.saidWhere',
  'ratingKey',
  'reasons',
  'explanation',
  'citations',
] as const
export type NoteField = (typeof noteFields)[number]

/** A content or a draft: the citations of a draft have ids of their own. */
export interface Fields extends Omit<AnnotationContent, 'citations'> {
  citations: readonly Citation[]
}

/** A field that holds something else than before. */
export interface FieldChange {
  field: NoteField
  before: unknown
  after: unknown
}

export function valueIn(note: Fields, field: NoteField): unknown {
  const key = claimantKey(field)
  return key ? note.claimant[key] : note[field as keyof Fields]
}

/** The same note with another value in one field, which `valueIn` gave of a note like it. */
export function withValue<T extends Fields>(note: T, field: NoteField, value: unknown): T {
  const key = claimantKey(field)
  return key
    ? { ...note, claimant: { ...note.claimant, [key]: value } }
    : { ...note, [field]: value }
}

/** Whether two values of a field would be saved as the same. */
export function isSameValue(field: NoteField, a: unknown, b: unknown): boolean {
  if (a === b) return true
  const [p, q] = field === 'citations' ? [withoutIds(a), withoutIds(b)] : [a, b]
  return canonicalJson(p) === canonicalJson(q)
}

/** The fields in which two notes differ. */
export function changedFields(before: Fields, after: Fields): FieldChange[] {
  return noteFields
    .map(field => ({ field, before: valueIn(before, field), after: valueIn(after, field) }))
    .filter(change => !isSameValue(change.field, change.before, change.after))
}

/** A draft's citations are known by ids that the server never sees, and that are new at each reading. */
function withoutIds(citations: unknown): unknown {
  return (citations as readonly Citation[]).map(citation => ({ ...citation, id: undefined }))
}

function claimantKey(field: NoteField): keyof Claimant | null {
  const [part, key] = field.split('.')
  return part === 'claimant' ? (key as keyof Claimant) : null
}
