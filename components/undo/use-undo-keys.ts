'use client'

import { useEffect } from 'react'
import type { DeskStore } from '@/components/editor/desk-store'
import { takesLetters } from '@/components/ui/letter-keys'
import { isMac } from '@/components/ui/platform'
import type { Direction } from '@/components/undo/steps'
import { historyKeyOf } from '@/lib/editor/keys'

const inputTypes: Readonly<Record<string, Direction>> = {
  historyUndo: 'undo',
  historyRedo: 'redo',
}

/**
 * Undo and redo by key, and from the browser's own menu, wherever the page's history is meant: they come
 * first, so that neither a field nor an editor undoes by itself what the history would undo again.
 */
export function useUndoKeys(store: DeskStore): void {
  useEffect(() => {
    const turn = (event: Event, direction: Direction | null | undefined) => {
      if (!direction || !isMeant(store, event)) return
      event.preventDefault()
      event.stopPropagation()
      void store.history.turn(direction, 'key')
    }
    const press = (event: KeyboardEvent) => turn(event, historyKeyOf(event, isMac()))
    const input = (event: InputEvent) => turn(event, inputTypes[event.inputType])
    document.addEventListener('keydown', press, { capture: true })
    document.addEventListener('beforeinput', input, { capture: true })
    return () => {
      document.removeEventListener('keydown', press, { capture: true })
      document.removeEventListener('beforeinput', input, { capture: true })
    }
  }, [store])
}

/**
 * Outside of fields, and in those of the note. A field that is sent by itself (a remark, an address) and
 * the draft of an article keep their own history.
 */
function isMeant(store: DeskStore, event: Event): boolean {
  const target = event.target instanceof HTMLElement ? event.target : document.body
  if (target.closest('dialog') || store.get().drafting) return false
  if (!takesLetters(target) || target.closest('#text')) return true
  return target.closest('[data-part]') !== null && target.closest('form') === null
}
