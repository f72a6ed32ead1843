'use client'

import { useEffect } from 'react'
import type { DeskStore } from '@/components/editor/desk-store'
import { beginVisit } from '@/components/editor/visits'

/** Sends what is typed before the page may go, and again when the line is back. */
export function useSafekeeping(store: DeskStore): void {
  useEffect(() => {
    const end = beginVisit(store.visitId)
    const flush = () => store.saver.flushAll()
    const hidden = () => document.visibilityState === 'hidden' && flush()
    const online = () => store.saver.retryAll()
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', flush)
    window.addEventListener('online', online)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('online', online)
      // Leaving by a link of the page itself is leaving too.
      flush()
      end()
    }
  }, [store])
}
