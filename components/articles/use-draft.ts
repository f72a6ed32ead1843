'use client'

import { useEffect, useRef, useState } from 'react'
import {
  type Draft,
  type DraftDetails,
  emptyDetails,
  findDraft,
  isBlank,
  removeDraft,
  saveDraft,
} from '@/components/articles/draft'
import type { KindChoices } from '@/components/articles/kind-choices'

/** What has been written so far. */
export interface Written {
  text: string
  kinds: KindChoices
  details: DraftDetails
}

const nothing: Written = { text: '', kinds: {}, details: emptyDetails }

/** 600 ms after the last key: a sentence typed and a browser closed lose no more than a word. */
const pause = 600

/**
 * What is written, kept on this computer until the article is there. A draft from before comes back
 * by itself; `putAway` empties the page and `bringBack` undoes that.
 */
export function useDraft(personId: string) {
  const [written, setWritten] = useState(nothing)
  const [found, setFound] = useState<Draft | null>(null)
  const [isAway, setAway] = useState(false)
  const [isKept, setKept] = useState(true)
  const isLoaded = useRef(false)
  const isFinished = useRef(false)
  const latest = useRef(written)
  latest.current = written

  useEffect(() => {
    const draft = findDraft(personId)
    isLoaded.current = true
    if (!draft || isBlank(draft)) return
    setFound(draft)
    setWritten({ text: draft.text, kinds: draft.kinds, details: draft.details })
  }, [personId])

  useEffect(() => {
    // What is kept must not be overwritten by the empty page before it has been read.
    if (!isLoaded.current || written === nothing) return
    const timer = setTimeout(() => {
      if (!isFinished.current) setKept(keep(personId, written))
    }, pause)
    return () => clearTimeout(timer)
  }, [personId, written])

  useEffect(() => {
    const keepNow = () => {
      if (!isFinished.current && latest.current !== nothing) keep(personId, latest.current)
    }
    addEventListener('pagehide', keepNow)
    return () => removeEventListener('pagehide', keepNow)
  }, [personId])

  return {
    written,
    change: (part: Partial<Written>) => setWritten(before => ({ ...before, ...part })),
    changeDetails: (part: Partial<DraftDetails>) =>
      setWritten(before => ({ ...before, details: { ...before.details, ...part } })),
    /** The draft from before, as it was found; null where there was none. */
    found,
    isAway,
    /** False where the browser would not keep it. */
    isKept: isKept && !isBlank(written),
    isRefused: !isKept && !isBlank(written),
    putAway: () => {
      setAway(true)
      setWritten({ ...nothing })
    },
    bringBack: () => {
      setAway(false)
      if (found) setWritten({ text: found.text, kinds: found.kinds, details: found.details })
    },
    /** The article is there: nothing is left to keep. What was written still shows until its page comes. */
    finish: () => {
      isFinished.current = true
      removeDraft(personId)
    },
  }
}

function keep(personId: string, written: Written): boolean {
  if (!isBlank(written))
    return saveDraft(personId, { ...written, keptAt: new Date().toISOString() })
  removeDraft(personId)
  return true
}
