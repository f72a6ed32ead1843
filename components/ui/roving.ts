'use client'

import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

/** What a row of buttons that are one tab stop together needs on its frame. */
export interface Roving<T extends HTMLElement> {
  ref: RefObject<T | null>
  onKeyDown: (event: KeyboardEvent) => void
  onFocus: (event: FocusEvent) => void
}

/**
 * Makes the buttons in a frame one stop of Tab, as a toolbar is (WAI-ARIA): arrows lead from one to the next
 * and round, Home and End to the first and the last, and Tab comes back to where one was.
 */
export function useRoving<T extends HTMLElement>(): Roving<T> {
  const ref = useRef<T>(null)
  const last = useRef<HTMLElement | null>(null)
  // After each rendering: buttons come and go.
  useEffect(() => setStops(ref.current, last.current))
  return {
    ref,
    onKeyDown: event => {
      const buttons = buttonsIn(ref.current)
      const at = buttons.indexOf(event.target as HTMLElement)
      const isHeld = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
      if (at < 0 || isHeld) return
      const isFromRight = ref.current !== null && getComputedStyle(ref.current).direction === 'rtl'
      const to = nextStop(event.key, at, buttons.length, isFromRight)
      if (to === null) return
      event.preventDefault()
      buttons[to]?.focus()
    },
    onFocus: ({ target }) => {
      last.current = target as HTMLElement
      setStops(ref.current, last.current)
    },
  }
}

/** Those that can have the focus: the row would else not be reached, or an arrow lead nowhere. */
function buttonsIn(frame: HTMLElement | null): HTMLElement[] {
  // Of their own: in a fieldset all are disabled for the moment before the page's script has come.
  return [...(frame?.querySelectorAll('button') ?? [])].filter(({ disabled }) => !disabled)
}

/** Makes the button where one was the stop of the row, or the first. */
export function setStops(frame: HTMLElement | null, last: HTMLElement | null): void {
  const buttons = buttonsIn(frame)
  const stop = buttons.find(button => button === last) ?? buttons[0]
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1
}

/** The index that a key leads to from `at`, of `count`; null for keys that lead nowhere. */
export function nextStop(
  key: string,
  at: number,
  count: number,
  isFromRight: boolean,
): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return (at - 1 + count) % count
    case 'ArrowRight':
      return nextStop(isFromRight ? 'ArrowUp' : 'ArrowDown', at, count, isFromRight)
    case 'ArrowLeft':
      return nextStop(isFromRight ? 'ArrowDown' : 'ArrowUp', at, count, isFromRight)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
