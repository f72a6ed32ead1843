'use client'

import { useSyncExternalStore } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { keepFocus } from '@/components/undo/keep-focus'
import { type Direction, nextStep, wordsOfStep } from '@/components/undo/steps'
import './undo.css'

const names = { undo: 'Undo', redo: 'Redo' } as const

/** What the next undo and redo would do, in words; nothing where there is nothing. */
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
  const words = useSyncExternalStore(
    history.subscribe,
    () => wordsOfNext(),
    () => null,
  )
  function wordsOfNext(): string | null {
    const step = nextStep(history.get(), direction)
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
      aria-keyshortcuts={keys}
      onClick={({ currentTarget }) => void turn(currentTarget)}
    >
      {names[direction]}: {words}
    </button>
  )
}
