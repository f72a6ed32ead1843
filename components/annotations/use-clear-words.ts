'use client'

import { type RefObject, useLayoutEffect } from 'react'
import { useStore } from '@/components/editor/desk-context'

/** Where the margin is narrower than an open note needs (look: 704 to 1120 px). */
const tablet = '(max-width: 70rem) and (min-width: 44.01rem)'

/** As in note.css. */
const wideRem = 24

/** 4 px between the last line of the words and the note below it. */
const clearance = 4

/** A note that would begin further below its words than this share of the window stays in the margin, narrow. */
const longestDrop = 0.4

/** A box in px of the window. */
type Box = Pick<DOMRect, 'top' | 'bottom' | 'right'>

/**
 * Lets the open note lie over the edge of the text on a tablet, and never over the words it is about: it
 * begins below those that it would cover.
 */
export function useClearWords(frame: RefObject<HTMLElement | null>, noteId: string): void {
  const store = useStore()
  useLayoutEffect(() => {
    const place = frame.current?.parentElement
    if (!place) return
    let pending = 0
    const plan = () => {
      cancelAnimationFrame(pending)
      pending = requestAnimationFrame(() => {
        if (frame.current) clear(frame.current, place, wordsOf(store.view?.dom, noteId))
      })
    }
    plan()
    const sizes = new ResizeObserver(plan)
    sizes.observe(place)
    if (store.view) sizes.observe(store.view.dom)
    // The margin moves the note when others make room.
    const moves = new MutationObserver(plan)
    moves.observe(place, { attributeFilter: ['style'] })
    return () => {
      cancelAnimationFrame(pending)
      sizes.disconnect()
      moves.disconnect()
    }
  }, [frame, noteId, store])
}

function wordsOf(text: HTMLElement | undefined, noteId: string): Box[] {
  const marks = text?.querySelectorAll(`mark[data-note="${CSS.escape(noteId)}"]:not(.candidate)`)
  return [...(marks ?? [])].flatMap(mark => [...mark.getClientRects()])
}

function clear(note: HTMLElement, place: HTMLElement, words: readonly Box[]): void {
  const { right } = place.getBoundingClientRect()
  const top = topOf(place)
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const left = right - wideRem * rem
  const drop = window.matchMedia(tablet).matches
    ? dropBelow(words, { top, bottom: top + note.offsetHeight, left })
    : 0
  const isNarrow = drop > longestDrop * window.innerHeight
  note.toggleAttribute('data-narrow', isNarrow)
  note.style.setProperty('--drop', `${isNarrow ? 0 : Math.round(drop)}px`)
}

/** Where the note's place is going to be: while it moves there it is elsewhere. */
function topOf(place: HTMLElement): number {
  const wanted = Number.parseFloat(place.style.insetBlockStart)
  const margin = place.offsetParent
  return Number.isNaN(wanted) || !margin
    ? place.getBoundingClientRect().top
    : margin.getBoundingClientRect().top + wanted
}

/** How far a note must go down, in px, to cover none of the words beside or below its first line. */
export function dropBelow(
  words: readonly Box[],
  note: { top: number; bottom: number; left: number },
): number {
  const covered = words.filter(
    ({ top, bottom, right }) => right > note.left && bottom > note.top && top < note.bottom,
  )
  const lowest = Math.max(note.top - clearance, ...covered.map(({ bottom }) => bottom))
  return lowest + clearance - note.top
}
