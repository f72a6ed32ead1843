'use client'

import { useSyncExternalStore } from 'react'
import { useDesk, useStore } from '@/components/editor/desk-context'
import { shortcutOf, useIsMac } from '@/components/ui/platform'
import { keepFocus } from '@/components/undo/keep-focus'
import { type Direction, wordsOfStep } from '@/components/undo/steps'
import './undo.css'

const names = { undo: 'Undo', redo: 'Redo' } as const

/** What an undo and a redo can do now, in words; nothing where there is nothing. */
export function UndoButtons() {
  return (
    <span className="undo">
      <TurnButton direction="undo" keys="Control+Z" />
      <TurnButton direction="redo" keys="Control+Shift+Z" />
    </span>
  )
}

function TurnButton({ direction, keys }: { direction: Direction; keys: string }) {
  const store = useStore()
  const { history } = store
  const isOnMac = useIsMac()
  // What a colleague decides closes the way back from what was done before.
  useDesk(state => state.notes)
  useDesk(state => state.looks)
  const words = useSyncExternalStore(
    history.subscribe,
    () => wordsOffered(),
    () => null,
  )
  function wordsOffered(): string | null {
    const step = history.offered(direction)
    return step && wordsOfStep(step)
  }
  // The button goes with the last step, or to the foot of a note that opens.
  const turn = async (button: Element) => {
    const hadFocus = button === document.activeElement
    await history.turn(direction, 'button')
    if (hadFocus) keepFocus(store)
  }
  if (words === null) return null
  return (
    <button
      type="button"
      className="link"
      aria-keyshortcuts={shortcutOf(keys, isOnMac)}
      onClick={({ currentTarget }) => void turn(currentTarget)}
    >
      {names[direction]}: {words}
    </button>
  )
}
