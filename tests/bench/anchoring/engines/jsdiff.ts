import { diffWordsWithSpace } from 'diff'
import { carrySpans, type Piece } from './carrying'
import type { Engine } from './engine'

/** Its time grows with the square of what differs; so many words take it some seconds. */
const mostEdits = 10_000

/** jsdiff, by words. */
export const jsdiff: Engine = {
  name: 'jsdiff',
  selectorOnly: false,
  place(oldText, newText, spans) {
    const changes = diffWordsWithSpace(oldText, newText, { maxEditLength: mostEdits })
    if (!changes) return null
    const pieces = changes.map(({ added, removed, value }): Piece => {
      if (added) return { kind: 'new', text: value }
      return { kind: removed ? 'gone' : 'same', text: value }
    })
    return carrySpans(pieces, spans)
  },
}
