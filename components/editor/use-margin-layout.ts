'use client'

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { bottomOf, layOutMargin, type MarginItem } from '@/components/editor/margin-layout'

/** 8 px between notes at rest: room for a hairline. */
const gap = 8
/** A note's first line stands level with its words when it begins this much above them, in px. */
const lift = 6

export interface MarginPlaces {
  /** Top of each note in px from the top of the text; empty until measured. */
  tops: ReadonlyMap<string, number>
  /** Room that the margin takes. */
  height: number
}

const nowhere: MarginPlaces = { tops: new Map(), height: 0 }

/**
 * Places the notes of the margin beside their words, and again whenever the text or a note changes
 * its size. However many changes come, it measures at most once for each frame, reading first and
 * writing last.
 */
export function useMarginLayout(
  spread: RefObject<HTMLElement | null>,
  ids: readonly string[],
  openId: string | null,
): { places: MarginPlaces; observe: (id: string, element: HTMLElement | null) => void } {
  const [places, setPlaces] = useState(nowhere)
  const elements = useRef(new Map<string, HTMLElement>())
  const observer = useRef<ResizeObserver | null>(null)
  const frame = useRef(0)
  const wanted = useRef({ ids, openId })

  const plan = useCallback(() => {
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => {
      const { ids: order, openId: open } = wanted.current
      const items = spread.current ? measure(spread.current, order, elements.current) : []
      const tops = layOutMargin(items, open, gap)
      setPlaces(before => placesOf(items, tops, before))
    })
  }, [spread])

  useEffect(() => {
    observer.current = new ResizeObserver(plan)
    for (const element of elements.current.values()) observer.current.observe(element)
    if (spread.current) observer.current.observe(spread.current)
    document.fonts.addEventListener('loadingdone', plan)
    return () => {
      observer.current?.disconnect()
      document.fonts.removeEventListener('loadingdone', plan)
      cancelAnimationFrame(frame.current)
    }
  }, [plan, spread])

  // The marks are drawn by ProseMirror in the same commit; measuring waits for the next frame.
  useLayoutEffect(() => {
    wanted.current = { ids, openId }
    plan()
  }, [ids, openId, plan])

  const observe = useCallback((id: string, element: HTMLElement | null) => {
    const before = elements.current.get(id)
    if (before) observer.current?.unobserve(before)
    if (element) {
      elements.current.set(id, element)
      observer.current?.observe(element)
    } else elements.current.delete(id)
  }, [])

  return { places, observe }
}

const words = 'mark[data-note]:not(.candidate)'
const gaps = ', .gap[data-ref]'

function measure(
  spread: HTMLElement,
  ids: readonly string[],
  elements: ReadonlyMap<string, HTMLElement>,
): MarginItem[] {
  const origin = spread.getBoundingClientRect().top
  const firstLines = new Map<string, number>()
  // Words that are gone left a gap, which bears the note's number.
  for (const place of spread.querySelectorAll<HTMLElement>(words + gaps)) {
    const id = place.dataset.note ?? place.dataset.ref ?? ''
    const line = firstLines.has(id) ? undefined : place.getClientRects()[0]
    if (line) firstLines.set(id, line.top)
  }
  const items: MarginItem[] = []
  for (const id of ids) {
    const line = firstLines.get(id)
    const height = elements.get(id)?.offsetHeight
    if (line !== undefined && height) items.push({ id, wanted: line - origin - lift, height })
  }
  return items.sort((a, b) => a.wanted - b.wanted)
}

/** The same object where nothing moved, so that nothing is drawn again. */
function placesOf(
  items: readonly MarginItem[],
  tops: readonly number[],
  before: MarginPlaces,
): MarginPlaces {
  const height = Math.ceil(bottomOf(items, tops))
  const now = new Map(items.map(({ id }, index) => [id, Math.round(tops[index] ?? 0)]))
  const isSame =
    height === before.height &&
    now.size === before.tops.size &&
    [...now].every(([id, top]) => before.tops.get(id) === top)
  return isSame ? before : { tops: now, height }
}
