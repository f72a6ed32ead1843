'use client'

import { type RefObject, useEffect } from 'react'

/** 8 px between what has the focus and the foot. */
const air = 8

/**
 * The foot of the open note lies over its lower part while that is below the window. Whatever is scrolled to
 * there, for the focus or for the caret, stops above it; but not during a press, which has to end on what
 * it began on.
 */
export function useFootInSight(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const note = frame.current
    const foot = note?.querySelector<HTMLElement>('.o-foot')
    if (!note || !foot) return
    let isPressed = false
    const hold = () => {
      const isIn = note.querySelector('.o-body')?.contains(document.activeElement) ?? false
      keepFree(isIn && !isPressed ? roomOf(foot) : null)
    }
    const press = () => {
      isPressed = true
      hold()
    }
    const release = () => {
      isPressed = false
      hold()
    }
    const focused = ({ target }: FocusEvent) => {
      hold()
      if (isPressed || !(target instanceof HTMLElement)) return
      // From elsewhere the room was not kept yet when the browser scrolled.
      if (isUnder(target, foot)) target.scrollIntoView({ block: 'nearest', behavior: 'instant' })
    }
    const observer = new ResizeObserver(hold)
    observer.observe(foot)
    note.addEventListener('focusin', focused)
    note.addEventListener('focusout', hold)
    window.addEventListener('pointerdown', press, true)
    // A finger's press is a click some time after it was lifted; what was dragged is none at all.
    for (const end of releases) window.addEventListener(end, release, true)
    return () => {
      observer.disconnect()
      note.removeEventListener('focusin', focused)
      note.removeEventListener('focusout', hold)
      window.removeEventListener('pointerdown', press, true)
      for (const end of releases) window.removeEventListener(end, release, true)
      keepFree(null)
    }
  }, [frame])
}

const releases = ['click', 'keydown', 'pointercancel'] as const

/** Not a style that is inherited: of a long article every word would be styled anew. */
function keepFree(room: number | null): void {
  document.documentElement.style.scrollPaddingBlockEnd = room === null ? '' : `${room}px`
}

/** What the foot takes of the window's end; null where it lies over nothing, on a phone say. */
function roomOf(foot: HTMLElement): number | null {
  const { position, bottom } = getComputedStyle(foot)
  return position === 'sticky' ? foot.offsetHeight + Number.parseFloat(bottom) + air : null
}

/** Whether a field or a button of the note's body is under its foot, wholly or in part. */
function isUnder(target: HTMLElement, foot: HTMLElement): boolean {
  const isControl = target.tabIndex >= 0 && target.closest('.o-body') !== null
  return isControl && target.getBoundingClientRect().bottom > foot.getBoundingClientRect().top
}
