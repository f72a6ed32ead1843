'use client'

import type { CSSProperties } from 'react'
import { useCoverage } from '@/components/coverage/use-coverage'
import { useStore } from '@/components/editor/desk-context'
import { seenStretches } from '@/lib/domain/coverage'

/** On the line that is the article: the stretches that have been looked at. */
export function SeenStretches() {
  const coverage = useCoverage()
  const { length } = useStore().text.text
  const share = (offset: number) => `${((100 * offset) / (length || 1)).toFixed(2)}%`
  return (coverage ? seenStretches(coverage) : []).map(({ start, end }) => (
    <span
      key={start}
      className="seen"
      style={{ '--at': share(start), '--len': share(end - start) } as CSSProperties}
    />
  ))
}
