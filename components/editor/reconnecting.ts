/** What became of a note whose save met no connection: still out, saved since, or kept here for a person to decide on. */
export type CutOff = 'out' | 'saved' | 'kept'

/** What is said once the line is back, as long as no save is still out; null before that. */
export function wordsOfReturn(notes: Iterable<CutOff>): string | null {
  const all = [...notes]
  if (all.length === 0 || all.includes('out')) return null
  const saved = all.filter(each => each === 'saved').length
  const parts = [
    saved > 0 && `${countNotes(saved)} saved`,
    saved < all.length &&
      `${saved > 0 ? all.length - saved : countNotes(all.length)} kept here, not saved`,
  ]
  return `Connected again: ${parts.filter(Boolean).join(', ')}.`
}

function countNotes(count: number): string {
  return count === 1 ? '1 note' : `${count} notes`
}
