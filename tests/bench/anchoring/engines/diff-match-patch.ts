import { DIFF_DELETE, DIFF_INSERT, diff_match_patch as DiffMatchPatch } from 'diff-match-patch'
import { carrySpans, type Piece } from './carrying'
import type { Engine } from './engine'

const kindOf = (operation: number): Piece['kind'] => {
  if (operation === DIFF_DELETE) return 'gone'
  return operation === DIFF_INSERT ? 'new' : 'same'
}

/** Google's character diff as it comes (its own limit of a second, then coarser), cleaned up semantically. */
export const diffMatchPatch: Engine = {
  name: 'diff-match-patch',
  selectorOnly: false,
  isBounded: true,
  place(oldText, newText, spans) {
    const differ = new DiffMatchPatch()
    const diffs = differ.diff_main(oldText, newText)
    differ.diff_cleanupSemantic(diffs)
    const pieces = diffs.map(([operation, text]) => ({ kind: kindOf(operation), text }))
    return carrySpans(pieces, spans)
  },
}
