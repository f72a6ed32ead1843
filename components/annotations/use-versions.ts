'use client'

import { useEffect, useState } from 'react'
import { ask } from '@/lib/client'
import type { AnnotationView, VersionView } from '@/lib/domain/annotations'
import { paths } from '@/lib/paths'

export type Versions = { versions: VersionView[] } | { message: string }

/** Every kept version of a note, newest first, or why they did not come; null while they are on their way. */
export function useVersions({ id, version }: AnnotationView): Versions | null {
  const [answer, setAnswer] = useState<Versions | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version of the note asks anew.
  useEffect(() => {
    let isHere = true
    void ask<{ versions: VersionView[] }>('GET', paths.api.versions(id)).then(outcome => {
      if (isHere) setAnswer(outcome.ok ? outcome : { message: outcome.message })
    })
    return () => {
      isHere = false
    }
  }, [id, version])
  return answer
}
