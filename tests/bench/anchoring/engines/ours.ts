import { placeSpans } from '@/lib/domain/anchoring/placements'
import { type Engine, placeOf } from './engine'

/** Rubric's engine, which has the whole old text. */
export const ours: Engine = {
  name: 'ours',
  selectorOnly: false,
  place: (oldText, newText, spans) => placeSpans(oldText, newText, spans).map(placeOf),
  placements: placeSpans,
}
