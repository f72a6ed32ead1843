import { emptyVerdict, ratingOf } from '@/components/editor/numbering'
import { firstOffset, isUnsettled, titleOfNote } from '@/components/settling/settling'
import type { Part } from '@/lib/document/outline'
import type { AnnotationView } from '@/lib/domain/annotations'
import type { RatingIconName } from '@/lib/domain/rating-icons'
import type { Rating } from '@/lib/domain/scales'

/** The notes of one part of an article: their verdicts, in the order of the text. */
export interface PartNotes {
  signs: { id: string; icon: RatingIconName; tint: string }[]
  /** "3 notes: 2 False, Mostly true"; "no notes". */
  words: string
}

/** For each part the notes that begin in it. Retired notes stand nowhere. */
export function notesOfParts(
  parts: readonly Part[],
  notes: readonly AnnotationView[],
  ratings: readonly Rating[],
): PartNotes[] {
  const live = notes.filter(({ state }) => state !== 'retired')
  return parts.map(({ start }, index) => {
    const end = parts[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const from = index === 0 ? 0 : start
    const here = live.filter(note => from <= firstOffset(note) && firstOffset(note) < end)
    return {
      signs: here.map(note => signOf(note, ratings)),
      words: wordsOf(here.map(note => verdictWord(note, ratings))),
    }
  })
}

/** A verdict whose words changed is none on the words that stand there now. */
function signOf(note: AnnotationView, ratings: readonly Rating[]): PartNotes['signs'][number] {
  const rating = isUnsettled(note) ? null : ratingOf(note, ratings)
  return { id: note.id, icon: rating?.icon ?? 'none', tint: rating?.tint ?? 'none' }
}

function verdictWord(note: AnnotationView, ratings: readonly Rating[]): string {
  return titleOfNote(note) ?? ratingOf(note, ratings)?.word ?? emptyVerdict(note)
}

function wordsOf(verdicts: readonly string[]): string {
  if (verdicts.length === 0) return 'no notes'
  const counts = new Map<string, number>()
  for (const word of verdicts) counts.set(word, (counts.get(word) ?? 0) + 1)
  const each = [...counts].map(([word, count]) => (count === 1 ? word : `${count} ${word}`))
  return `${verdicts.length === 1 ? '1 note' : `${verdicts.length} notes`}: ${each.join(', ')}`
}
