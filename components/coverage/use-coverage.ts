'use client'

import { useEffect, useState } from 'react'
import { coverageNow } from '@/components/coverage/looking'
import { useDesk, useStore } from '@/components/editor/desk-context'
import type { Coverage } from '@/lib/domain/coverage'

/**
 * Which sentences are noted, left and open; null until the page stands, since finding the sentences of a
 * long text takes a tenth of a second, and a server may part them otherwise than the browser.
 */
export function useCoverage(): Coverage | null {
  const store = useStore()
  useDesk(state => state.notes)
  useDesk(state => state.looks)
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setReady(true))
    return () => clearTimeout(timer)
  }, [])
  return isReady ? coverageNow(store) : null
}
