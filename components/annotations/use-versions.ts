'use client'

import { useCallback, useEffect, useState } from 'react'
import { ask } from '@/lib/client'
import type { AnnotationView, VersionView } from '@/lib/domain/annotations'
import { paths } from '@/lib/paths'

export type Versions = { versions: VersionView[] } | { message: string }

interface Answer {
  /** Every kept version of the note, newest first, or why they did not come; null while the first are on their way. */
  answer: Versions | null
  /** Whether it was asked for since the note last changed; what was answered before stands until then. */
  isNewest: boolean
  /** Asks for them anew. */
  again: () => void
}

export function useVersions({ id, version }: AnnotationView): Answer {
  const [got, setGot] = useState<{ answer: Versions; at: string } | null>(null)
  const [turn, setTurn] = useState(0)
  const asked = `${version} ${turn}`
  useEffect(() => {
    let isHere = true
    void ask<{ versions: VersionView[] }>('GET', paths.api.versions(id)).then(outcome => {
      if (isHere) setGot({ answer: outcome.ok ? outcome : { message: outcome.message }, at: asked })
    })
    return () => {
      isHere = false
    }
  }, [id, asked])
  const again = useCallback(() => setTurn(last => last + 1), [])
  return { answer: got?.answer ?? null, isNewest: got?.at === asked, again }
}
