'use client'

import type { CSSProperties } from 'react'
import { useCoverage } from '@/components/coverage/use-coverage'
import { useStore } from '@/components/editor/desk-context'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { seenStretches } from '@/lib/domain/coverage'

/** On the line that is the article: the stretches that have been looked at. */
export function SeenStretches() {
  const coverage = useCoverage()
  const { length } = useStore().text.text
  const share = (offset: number) => `${((100 * offset) / (length || 1)).toFixed(2)}%`
  const stretches = coverage ? joined(seenStretches(coverage), length / cells) : []
  return stretches.map(({ start, end }) => (
    <span
      key={start}
      className="seen"
      style={{ '--at': share(start), '--len': share(end - start) } as CSSProperties}
    />
  ))
}

/** The line is 352 px wide: a gap narrower than a four-hundredth of it is less than a pixel. */
const cells = 400

/** The stretches, with those in one that no gap of `least` characters parts: a long text has thousands. */
function joined(stretches: readonly Span[], least: number): Span[] {
  const all: Span[] = []
  for (const { start, end } of stretches) {
    const last = all.at(-1)
    if (last && start - last.end < least) last.end = end
    else all.push({ start, end })
  }
  return all
}
