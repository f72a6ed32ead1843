import type { AnnotationContent, Claimant } from '@/lib/domain/annotations'
import { canonicalJson } from '@/lib/domain/canonical'
import { readDate } from '@/lib/domain/dates'
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
  return a === b || canonicalJson(asSaved(field, a)) === canonicalJson(asSaved(field, b))
}

/** The fields in which two notes differ. */
export function changedFields(before: Fields, after: Fields): FieldChange[] {
  return noteFields
    .map(field => ({ field, before: valueIn(before, field), after: valueIn(after, field) }))
    .filter(change => !isSameValue(change.field, change.before, change.after))
}

/**
 * A draft's citations are known by ids that the server never sees, and that are new at each reading; and a
 * date may still stand there as it is being written.
 */
function asSaved(field: NoteField, value: unknown): unknown {
  if (field === 'claimant.saidOn') return dateAsSaved(value as string)
  if (field !== 'citations') return value
  return (value as readonly Citation[]).map(citation => ({
    ...citation,
    id: undefined,
    publishedOn: dateAsSaved(citation.publishedOn),
  }))
}

function dateAsSaved(written: string): string {
  const read = readDate(written)
  return read.ok ? read.date : written
}

function claimantKey(field: NoteField): keyof Claimant | null {
  const [part, key] = field.split('.')
  return part === 'claimant' ? (key as keyof Claimant) : null
}
