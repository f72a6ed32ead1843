'use client'

import { useEffect, useState } from 'react'
import { ask } from '@/lib/client'
import type { AnnotationView, VersionView } from '@/lib/domain/annotations'
import { paths } from '@/lib/paths'

export type Versions = { versions: VersionView[] } | { message: string }

interface Answer {
  /** Every kept version of the note, newest first, or why they did not come; null while the first are on their way. */
  answer: Versions | null
  /** Whether it was asked for since the note last changed; what was answered before stands until then. */
  isNewest: boolean
}

export function useVersions({ id, version }: AnnotationView): Answer {
  const [got, setGot] = useState<{ answer: Versions; at: number } | null>(null)
  useEffect(() => {
    let isHere = true
    void ask<{ versions: VersionView[] }>('GET', paths.api.versions(id)).then(outcome => {
      if (isHere)
        setGot({ answer: outcome.ok ? outcome : { message: outcome.message }, at: version })
    })
    return () => {
      isHere = false
    }
  }, [id, version])
  return { answer: got?.answer ?? null, isNewest: got?.at === version }
}
