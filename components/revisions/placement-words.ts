import type { PlacementKind } from '@/lib/domain/anchoring/placements'
import type { PlacedNote } from '@/lib/domain/revisions'

/** What became of a note's words, in the order in which it matters to its author. */
export const placementOrder = [
  'changed',
  'ambiguous',
  'lost',
  'moved',
  'kept',
] as const satisfies readonly PlacementKind[]

/** Each placement in a word, and what it means for the note. */
export const placementWords: Record<PlacementKind, { word: string; means: string }> = {
  changed: {
    word: 'Changed',
    means: 'The words were edited. Verdicts are frozen until someone confirms or redoes them.',
  },
  ambiguous: {
    word: 'Ambiguous',
    means: 'The words stand in several places that are equally likely. Someone has to choose.',
  },
  lost: {
    word: 'Lost',
    means: 'The words are gone. The notes wait in the margin beside the place where they stood.',
  },
  moved: { word: 'Moved', means: 'The same words stand elsewhere. Verdicts and approvals stay.' },
  kept: { word: 'Kept', means: 'The same words in the same place. Verdicts and approvals stay.' },
}

/** The same of words that stay as they are in a sentence that does not. */
export const sentenceWords: Partial<Record<PlacementKind, { word: string; means: string }>> = {
  changed: {
    word: 'Sentence changed',
    means:
      'The words are the same, but the sentence around them says something else now. Verdicts are frozen until someone confirms or redoes them.',
  },
  moved: {
    word: 'Moved, sentence reworded',
    means:
      'The same words stand elsewhere, in a sentence that is worded otherwise. Verdicts and approvals stay: see that they hold.',
  },
  kept: {
    word: 'Kept, sentence reworded',
    means:
      'The same words in the same place, in a sentence that is worded otherwise. Verdicts and approvals stay: see that they hold.',
  },
}

/** Whether a note is changed by sentences that turn its words, and by nothing else. */
export function isOfSentence({ placement, anchors }: PlacedNote): boolean {
  if (placement !== 'changed') return false
  return anchors.every(each => each.placement !== 'changed' || each.sentence)
}

/** Whether a note that stays as it is stands in a sentence that is worded otherwise. */
export function isReworded({ placement, anchors }: PlacedNote): boolean {
  return (placement === 'kept' || placement === 'moved') && anchors.some(each => each.sentence)
}

/** "14 notes: 11 kept, 1 moved, 1 changed, 1 lost"; placements that no note has are left out. */
export function countsInWords(counts: Record<PlacementKind, number>): string {
  const parts = countedOf(counts).map(({ kind, count }) => `${count} ${kind}`)
  const total = totalOf(counts)
  if (total === 0) return 'No notes yet'
  return `${total} ${total === 1 ? 'note' : 'notes'}: ${parts.join(', ')}`
}

/** Placements that there are, from kept to lost. */
export function countedOf(
  counts: Record<PlacementKind, number>,
): { kind: PlacementKind; count: number }[] {
  const calmFirst: readonly PlacementKind[] = ['kept', 'moved', 'changed', 'ambiguous', 'lost']
  return calmFirst.flatMap(kind => (counts[kind] > 0 ? [{ kind, count: counts[kind] }] : []))
}

export function totalOf(counts: Record<PlacementKind, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
