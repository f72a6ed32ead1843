'use client'

import type { EditorView } from '@tiptap/pm/view'
import { useEffect, useState } from 'react'
import { useStore } from '@/components/editor/desk-context'
import { blockAtCaret, blockInSight } from '@/components/reading/places'
import { countParagraphs } from '@/lib/document/outline'

/** Which paragraph one is in, of how many: that of the caret while it is in sight, else the one being read. */
export interface Where {
  at: number
  of: number
  /** The one being read, wherever the caret is: there one goes on another time. */
  read: number
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
    const look = (isScrolled: boolean) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const { view } = store
        // The article's view is made after the first render.
        if (!view || view.isDestroyed) return look(isScrolled)
        setWhere(before => merge(before, { ...placeIn(view), isScrolled }))
      }, settleAfter)
    }
    const scrolled = () => look(true)
    const moved = () => look(false)
    look(false)
    window.addEventListener('scroll', scrolled, { passive: true })
    window.addEventListener('resize', moved)
    document.addEventListener('selectionchange', moved)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('scroll', scrolled)
      window.removeEventListener('resize', moved)
      document.removeEventListener('selectionchange', moved)
    }
  }, [store])
  return where
}

function placeIn(view: EditorView): Omit<Where, 'isScrolled'> {
  const { doc } = view.state
  const block = blockInSight(view)
  const read = countParagraphs(doc, block).at
  return { ...countParagraphs(doc, blockAtCaret(view) ?? block), read }
}

/** The same object where nothing changed, so that nothing is drawn again. */
function merge(before: Where | null, now: Where): Where {
  const isScrolled = now.isScrolled || (before?.isScrolled ?? false)
  const next = { ...now, isScrolled }
  const keys = Object.keys(next) as (keyof Where)[]
  return before && keys.every(key => before[key] === next[key]) ? before : next
}
