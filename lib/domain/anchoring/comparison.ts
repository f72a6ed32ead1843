/** A run of characters of one side of a comparison. `mark`: not on the other side. */
export interface ComparedRun {
  text: string
  mark: boolean
}

/** One block (a paragraph, a heading) on both sides. Offsets are UTF-16 in the older and the newer text. */
export interface ComparedRow {
  kind: 'same' | 'changed' | 'added' | 'removed' | 'moved'
  older: { start: number; end: number; runs: ComparedRun[] } | null
  newer: { start: number; end: number; runs: ComparedRun[] } | null
}
