import { type NoteDraft, newCitationDraft } from '@/components/editor/note-drafts'
import type { AnnotationContent } from '@/lib/domain/annotations'
import { canonicalJson } from '@/lib/domain/canonical'

/** The parts of a note that two people may have written differently. */
export const noteParts = [
  'anchors',
  'claim',
  'claimant',
  'ratingKey',
  'reasons',
  'explanation',
  'citations',
] as const
export type NotePart = (typeof noteParts)[number]

export type Choice = 'theirs' | 'yours'

/** A part that differs, and which side is the obvious one: null where both changed it. */
export interface Difference {
  part: NotePart
  obvious: Choice | null
}

/** The parts in which what is typed and what is saved differ, given what both began from. */
export function differencesOf(
  base: AnnotationContent,
  theirs: AnnotationContent,
  yours: AnnotationContent,
): Difference[] {
  return noteParts
    .filter(part => !isSame(theirs[part], yours[part]))
    .map(part => {
      const theyDid = !isSame(base[part], theirs[part])
      const youDid = !isSame(base[part], yours[part])
      return { part, obvious: theyDid && youDid ? null : theyDid ? 'theirs' : 'yours' }
    })
}

/** Your draft with the parts chosen from theirs. */
export function mergeParts(
  yours: NoteDraft,
  theirs: AnnotationContent,
  choices: Partial<Record<NotePart, Choice>>,
): NoteDraft {
  const taken = noteParts.filter(part => part !== 'citations' && choices[part] === 'theirs')
  const merged = { ...yours, ...Object.fromEntries(taken.map(part => [part, theirs[part]])) }
  return choices.citations === 'theirs'
    ? { ...merged, citations: theirs.citations.map(newCitationDraft) }
    : merged
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
