'use client'

import { useEffect, useRef, useState } from 'react'
import type { DraftShelf, Kept, Written } from '@/components/articles/draft'

/** 600 ms after the last key: a sentence typed and a browser closed lose no more than a word. */
const pause = 600

/**
 * What is written, kept on this computer until it is in the newsroom. A draft from before comes back
 * by itself; `putAway` empties the page and `bringBack` undoes that. The shelf stays the same one
 * from render to render.
 */
export function useDraft<W extends Written>(shelf: DraftShelf<W>) {
  const [written, setWritten] = useState(shelf.nothing)
  const [found, setFound] = useState<Kept<W> | null>(null)
  const [isAway, setAway] = useState(false)
  const [isKept, setKept] = useState(true)
  const isLoaded = useRef(false)
  const isFinished = useRef(false)
  const latest = useRef(written)
  latest.current = written

  useEffect(() => {
    const draft = shelf.find()
    isLoaded.current = true
    if (!draft || shelf.isBlank(draft)) return
    setFound(draft)
    setWritten(withoutTime(draft))
  }, [shelf])

  useEffect(() => {
    // What is kept must not be overwritten by the empty page before it has been read.
    if (!isLoaded.current || written === shelf.nothing) return
    const timer = setTimeout(() => {
      if (!isFinished.current) setKept(keep(shelf, written))
    }, pause)
    return () => clearTimeout(timer)
  }, [shelf, written])

  useEffect(() => {
    const keepNow = () => {
      if (!isFinished.current && latest.current !== shelf.nothing) keep(shelf, latest.current)
    }
    addEventListener('pagehide', keepNow)
    return () => removeEventListener('pagehide', keepNow)
  }, [shelf])

  return {
    written,
    change: (part: Partial<W> | ((before: W) => Partial<W>)) =>
      setWritten(before => ({ ...before, ...(typeof part === 'function' ? part(before) : part) })),
    /** The draft from before, as it was found; null where there was none. */
    found,
    isAway,
    /** False where the browser would not keep it. */
    isKept: isKept && !shelf.isBlank(written),
    isRefused: !isKept && !shelf.isBlank(written),
    putAway: () => {
      setAway(true)
      setWritten({ ...shelf.nothing })
    },
    bringBack: () => {
      setAway(false)
      if (found) setWritten(withoutTime(found))
    },
    /** It is there: nothing is left to keep. What was written still shows until its page comes. */
    finish: () => {
      isFinished.current = true
      shelf.remove()
    },
  }
}

function withoutTime<W extends Written>({ keptAt: _, ...written }: Kept<W>): W {
  return written as unknown as W
}

function keep<W extends Written>(shelf: DraftShelf<W>, written: W): boolean {
  if (!shelf.isBlank(written)) return shelf.save({ ...written, keptAt: new Date().toISOString() })
  shelf.remove()
  return true
}
