'use client'

import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { MarginPlanner, type Placed, unplaced } from '@/components/editor/margin-planner'
import type { AnnotationView } from '@/lib/domain/annotations'

/**
 * Places the notes of the margin beside their words, and again whenever the text or a note changes its
 * size; `window` is which of them are near what is in sight. However many changes come, it measures
 * at most once for each frame, reading first and writing last.
 */
export function useMarginLayout(
  spread: RefObject<HTMLElement | null>,
  notes: readonly AnnotationView[],
  openId: string | null,
): Placed & { observe: (id: string, element: HTMLElement | null) => void } {
  const store = useStore()
  const isFolded = useDesk(state => state.isFolded)
  const drafting = useDesk(state => state.drafting)
  const [planner] = useState(() => new MarginPlanner(store))
  const [placed, setPlaced] = useState(unplaced)

  useEffect(
    () => (spread.current ? planner.start(spread.current, setPlaced) : undefined),
    [planner, spread],
  )
  // The marks are drawn by ProseMirror in the same commit; measuring waits for the next frame.
  useLayoutEffect(
    () => planner.want({ notes, openId, isFolded, isDrafting: drafting !== null }),
    [planner, notes, openId, isFolded, drafting],
  )
  const observe = useCallback(
    (id: string, element: HTMLElement | null) => planner.observe(id, element),
    [planner],
  )
  return { ...placed, observe }
}
