import { placementWords } from '@/components/revisions/placement-words'
import type { PlacementKind } from '@/lib/domain/anchoring/placements'

/** Lines of 16 by 16: what stays is a tick, what moved an arrow, what is in doubt a broken or forked line. */
const shapes: Record<PlacementKind, string> = {
  kept: 'M3 8.6 6.6 12 13 4.4',
  moved: 'M2.5 4v4.5h10M9.4 5.2l3.3 3.3-3.3 3.3',
  changed: 'M3 6h10M3 10h10M10.6 2.8 5.4 13.2',
  ambiguous: 'M8 14V9.5M8 9.5 3.4 3.4M8 9.5l4.6-6.1M3 6.6V3h3.4M13 6.6V3H9.6',
  lost: 'M2.5 8h2.4m2 0h2.2m2 0h2.4M5 3l6 10M11 3 5 13',
}

/** What became of a note's words, as sign and word. */
export function PlacementMark({ placement }: { placement: PlacementKind }) {
  return (
    <span className={`placement p-${placement}`}>
      <PlacementIcon placement={placement} />
      {placementWords[placement].word}
    </span>
  )
}

/** The sign alone: only where the word stands beside it. */
export function PlacementIcon({ placement }: { placement: PlacementKind }) {
  return (
    <svg className="i" viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[placement]} fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  )
}
