'use client'

import { useEffect, useState } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { blockAtCaret, blockInSight } from '@/components/reading/places'
import { countParagraphs } from '@/lib/document/outline'

/** Which paragraph one is in, of how many: that of the caret while it is in sight, else the one being read. */
export interface Where {
  at: number
  of: number
  /** Somebody scrolled here; else it is where the page began. */
  isScrolled: boolean
}

/** 150 ms without scrolling: nothing is measured while the page moves. */
const settleAfter = 150

export function useWhere(): Where | null {
  const store = useStore()
  const [where, setWhere] = useState<Where | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    // A caret that moves right after takes the place of the look, and not of the scrolling.
    let isScrolled = false
    const look = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const { view } = store
        // The article's view is made after the first render.
        if (!view || view.isDestroyed) return look()
        const block = blockAtCaret(view) ?? blockInSight(view)
        const now = countParagraphs(view.state.doc, block)
        setWhere(before => merge(before, { ...now, isScrolled }))
      }, settleAfter)
    }
    const scrolled = () => {
      isScrolled = true
      look()
    }
    // Whoever goes from the words into a field reads no other paragraph.
    const selected = () => store.view?.hasFocus() && look()
    look()
    window.addEventListener('scroll', scrolled, { passive: true })
    window.addEventListener('resize', look)
    document.addEventListener('selectionchange', selected)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('scroll', scrolled)
      window.removeEventListener('resize', look)
      document.removeEventListener('selectionchange', selected)
    }
  }, [store])
  return where
}

/** The same object where nothing changed, so that nothing is drawn again. */
function merge(before: Where | null, now: Where): Where {
  const isSame =
    before?.at === now.at && before.of === now.of && before.isScrolled === now.isScrolled
  return isSame && before ? before : now
}
