'use client'

import { type RefObject, useEffect } from 'react'

/** 8 px between what has the focus and the foot. */
const air = 8

const releases = ['click', 'pointercancel'] as const

/**
 * The foot of the open note lies over its lower part while that is below the window. Whatever is scrolled to
 * there, for the focus or for the caret, stops above it; but not during a press, which has to end on what
 * it began on.
 */
export function useFootInSight(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const note = frame.current
    const body = note?.querySelector<HTMLElement>('.o-body')
    const foot = note?.querySelector<HTMLElement>('.o-foot')
    if (!note || !body || !foot) return
    let isPressed = false
    /** How far the page and the note were scrolled when Tab was pressed. */
    let before: [page: number, body: number] | null = null
    const hold = () => {
      const isIn = body.contains(document.activeElement)
      keepFree(isIn && !isPressed ? roomOf(foot) : null)
    }
    const press = ({ button }: PointerEvent) => {
      if (button !== 0) return
      isPressed = true
      before = null
      hold()
    }
    const release = () => {
      isPressed = false
      hold()
    }
    /** It was let go where nobody told us: outside of the window, or below a menu of the system. */
    const moved = ({ buttons }: PointerEvent) => {
      if (isPressed && buttons === 0) release()
    }
    const typed = ({ key }: KeyboardEvent) => {
      before = key === 'Tab' ? [window.scrollY, body.scrollTop] : null
      release()
    }
    const focused = ({ target }: FocusEvent) => {
      hold()
      if (isPressed || !(target instanceof HTMLElement) || !body.contains(target)) return
      const isTabbed = before !== null && roomOf(foot) !== null
      // The browser brings what Tab reaches to the middle of the window, and the words out of sight.
      if (before && isTabbed) scrollBack(body, before)
      // From elsewhere the room was not kept yet when the browser scrolled.
      if (isTabbed || isUnder(target, foot)) bringAboveFoot(target)
    }
    const observer = new ResizeObserver(hold)
    observer.observe(foot)
    const end = new AbortController()
    const heard = { signal: end.signal, capture: true }
    note.addEventListener('focusin', focused, { signal: end.signal })
    note.addEventListener('focusout', hold, { signal: end.signal })
    window.addEventListener('pointerdown', press, heard)
    // A finger's press is a click some time after it was lifted; what was dragged is none at all.
    for (const each of releases) window.addEventListener(each, release, heard)
    window.addEventListener('pointermove', moved, heard)
    // Only of the window: it is not caught on its way to a field.
    window.addEventListener('blur', release, { signal: end.signal })
    window.addEventListener('keydown', typed, heard)
    return () => {
      observer.disconnect()
      end.abort()
      keepFree(null)
    }
  }, [frame])
}

/**
 * Scrolls to a part of the open note where it is out of sight, or under the note's foot: within the note as
 * far as that goes, so that the words beside it stay where they are.
 */
export function bringAboveFoot(part: HTMLElement): void {
  const body = part.closest<HTMLElement>('.o-body')
  const foot = part.closest('.open')?.querySelector('.o-foot')
  if (!body || !foot) return
  const covered = body.getBoundingClientRect().bottom - foot.getBoundingClientRect().top
  body.style.scrollPaddingBlockEnd = `${Math.max(0, covered) + air}px`
  part.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  body.style.scrollPaddingBlockEnd = ''
}

function scrollBack(body: HTMLElement, [page, inBody]: [number, number]): void {
  window.scrollTo({ top: page, behavior: 'instant' })
  body.scrollTop = inBody
}

/** Not a style that is inherited: of a long article every word would be styled anew. */
function keepFree(room: number | null): void {
  document.documentElement.style.scrollPaddingBlockEnd = room === null ? '' : `${room}px`
}

/** What the foot takes of the window's end; null where it lies over nothing, on a phone say. */
export function roomOf(foot: HTMLElement): number | null {
  const { position, bottom } = getComputedStyle(foot)
  return position === 'sticky' ? foot.offsetHeight + Number.parseFloat(bottom) + air : null
}

/** Whether a field or a button of the note's body is under its foot, wholly or in part. */
function isUnder(target: HTMLElement, foot: HTMLElement): boolean {
  // A new note takes the focus before it has its place.
  if (target.closest('.is-unplaced')) return false
  return (
    target.tabIndex >= 0 && target.getBoundingClientRect().bottom > foot.getBoundingClientRect().top
  )
}
