'use client'

import { useDesk, useStore } from '@/components/editor/desk-context'
import type { DeskState } from '@/components/editor/desk-store'
import type { Span } from '@/lib/domain/anchoring/anchors'

/** The part of a draft that is drawn into the text. */
export interface DrawnDraft {
  anchors: readonly Span[]
  ratingKey: string | null
}

type Saves = DeskState['saves']
type DrawnDrafts = ReadonlyMap<string, DrawnDraft>

const last = new WeakMap<object, { saves: Saves; drawn: DrawnDrafts }>()

/**
 * What is typed in notes, as far as the text shows it, by the note's id. It stays the same while
 * somebody writes in other fields, so that nothing is drawn again at each key.
 */
export function useDrawnDrafts(): DrawnDrafts {
  const store = useStore()
  return useDesk(({ saves }) => drawnParts(saves, store))
}

/** `of`: whose drafts these are; the map given back is the last one where it says the same. */
function drawnParts(saves: Saves, of: object): DrawnDrafts {
  const before = last.get(of)
  if (before?.saves === saves) return before.drawn
  const entries = Object.entries(saves).map(([id, { draft }]): [string, DrawnDraft] => {
    const known = before?.drawn.get(id)
    const { anchors, ratingKey } = draft
    const isSame = known?.anchors === anchors && known.ratingKey === ratingKey
    return [id, isSame ? known : { anchors, ratingKey }]
  })
  const isSame =
    before?.drawn.size === entries.length &&
    entries.every(([id, drawn]) => before.drawn.get(id) === drawn)
  const drawn = isSame && before ? before.drawn : new Map(entries)
  last.set(of, { saves, drawn })
  return drawn
}
