import { describeAnchor, type Span } from '@/lib/domain/anchoring/anchors'
import type { Placement } from '@/lib/domain/anchoring/placements'
import { placeSelectors } from '@/lib/domain/anchoring/selectors'
import { type Engine, placeOf } from './engine'

/** Rubric's engine for annotations that come without the text they were made in. */
export const oursSelector: Engine = {
  name: 'ours-selector',
  selectorOnly: true,
  place: (oldText, newText, spans) => placeAll(oldText, newText, spans).map(placeOf),
  placements: placeAll,
}

function placeAll(oldText: string, newText: string, spans: Span[]): Placement[] {
  const anchors = spans.map(span => describeAnchor(oldText, span))
  return placeSelectors(newText, anchors)
}
