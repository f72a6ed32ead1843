'use client'

import { useEffect } from 'react'
import { isUnsaved } from '@/components/editor/autosave'
import type { DeskStore } from '@/components/editor/desk-store'
import { beginVisit } from '@/components/editor/visits'

/** Sends what is typed before the page may go, and again when the line is back. */
export function useSafekeeping(store: DeskStore): void {
  useEffect(() => {
    const end = beginVisit(store.visitId)
    const flush = () => {
      store.drafter.keep()
      void store.saver.flushAll()
    }
    const hidden = () => {
      if (document.visibilityState === 'hidden') flush()
      // Whoever signed in again in another tab comes back to words that can be saved now.
      else store.saver.retryAll()
    }
    // Where the browser keeps nothing, closing the page is the end of what is typed.
    const warn = (event: BeforeUnloadEvent) => {
      const saves = Object.values(store.get().saves)
      const isLost = saves.some(save => isUnsaved(save) && !save.isKept)
      if (isLost || store.halfTyped.isAtRisk || store.drafter.isUnsaved) event.preventDefault()
    }
    const online = () => store.saver.retryAll()
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', flush)
    window.addEventListener('online', online)
    window.addEventListener('beforeunload', warn)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('online', online)
      window.removeEventListener('beforeunload', warn)
      // Leaving by a link of the page itself is leaving too.
      flush()
      end()
    }
  }, [store])
}
