import { type NoteDraft, newCitationDraft } from '@/components/editor/note-drafts'
import {
  isSameValue,
  type NoteField,
  noteFields,
  valueIn,
  withValue,
} from '@/components/editor/note-fields'
import type { AnnotationContent } from '@/lib/domain/annotations'

export type Choice = 'theirs' | 'yours'

/** A field that differs, and which side is the obvious one: null where both changed it. */
export interface Difference {
  field: NoteField
  obvious: Choice | null
}

/** The fields in which what is typed and what is saved differ, given what both began from. */
export function differencesOf(
  base: AnnotationContent,
  theirs: AnnotationContent,
  yours: AnnotationContent,
): Difference[] {
  const isSame = (field: NoteField, a: AnnotationContent, b: AnnotationContent) =>
    isSameValue(field, valueIn(a, field), valueIn(b, field))
  return noteFields
    .filter(field => !isSame(field, theirs, yours))
    .map(field => {
      const theyDid = !isSame(field, base, theirs)
      const youDid = !isSame(field, base, yours)
      return { field, obvious: theyDid && youDid ? null : theyDid ? 'theirs' : 'yours' }
    })
}

/** Your draft with the fields chosen from theirs. */
export function mergeFields(
  yours: NoteDraft,
  theirs: AnnotationContent,
  choices: Partial<Record<NoteField, Choice>>,
): NoteDraft {
  const from: NoteDraft = { ...theirs, citations: theirs.citations.map(newCitationDraft) }
  return noteFields
    .filter(field => choices[field] === 'theirs')
    .reduce((draft, field) => withValue(draft, field, valueIn(from, field)), yours)
}
