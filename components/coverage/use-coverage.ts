'use client'

import { useEffect, useState } from 'react'
import { coverageNow } from '@/components/coverage/looking'
import { useDesk, useStore } from '@/components/editor/desk-context'
import type { Coverage } from '@/lib/domain/coverage'

/** 100 ms: a few frames, in which the marks are drawn and the margin finds its places. */
const later = 100

/**
 * Which sentences are noted, left and open; null until the page stands with its notes, since finding the
 * sentences of a long text takes a tenth of a second, and a server may part them otherwise than the browser.
 */
export function useCoverage(): Coverage | null {
  const store = useStore()
  useDesk(state => state.notes)
  useDesk(state => state.looks)
  const areNotesComing = useDesk(state => state.areNotesComing)
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    if (areNotesComing) return
    // The words and their marks are seen first.
    const timer = setTimeout(() => setReady(true), later)
    return () => clearTimeout(timer)
  }, [areNotesComing])
  return isReady ? coverageNow(store) : null
}
