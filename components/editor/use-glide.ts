'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'
import { isSheet } from '@/components/editor/article-view'

/** 120 ms: seen as a movement, and over before anybody waits for it. */
const duration = 120

/** A movement that is seen, of something that has arrived already. */
export interface Glide {
  /** How far from where it stands it began to be seen, in px. */
  from: number
  animation: Animation
}

/**
 * Lets what stands at another `top` (px; undefined: nowhere yet) be seen to glide there from where it was.
 * It stands there at once: the page is laid out once and not for each frame, after each of which Chromium
 * reads the whole of an article that has the focus (30 ms at 50,000 words).
 */
export function useGlide(place: RefObject<HTMLElement | null>, top: number | undefined): void {
  const stood = useRef<number | undefined>(undefined)
  const glide = useRef<Glide | null>(null)
  useLayoutEffect(() => {
    const before = stood.current
    stood.current = top
    if (!place.current || before === undefined || top === undefined || before === top) return
    // On a phone nothing stands there but the open note's sheet, which a moving place would carry along.
    if (isSheet() || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    glide.current = beginGlide(place.current, before - top, glide.current)
  }, [place, top])
}

/** From `by` px away, or from where it is seen while an earlier glide is under way. */
export function beginGlide(
  element: Pick<HTMLElement, 'animate'>,
  by: number,
  earlier: Glide | null,
): Glide {
  const from = by + (earlier ? end(earlier) : 0)
  const frames = { translate: [`0 ${from}px`, '0 0'] }
  return { from, animation: element.animate(frames, { duration, easing: 'ease-out' }) }
}

/** How far a glide is from its end, in px; it goes on no longer. */
function end({ from, animation }: Glide): number {
  const progress = animation.effect?.getComputedTiming().progress ?? 1
  animation.cancel()
  return from * (1 - progress)
}
