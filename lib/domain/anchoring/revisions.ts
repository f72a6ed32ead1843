import type { Span } from '@/lib/domain/anchoring/anchors'
import { isSameWords } from '@/lib/domain/anchoring/folding'
import { type Placement, placeSpans } from '@/lib/domain/anchoring/placements'

/**
 * Where each span of the first of `texts` is in the last, with every wording between known. The same
 * words, found straight from first to last, stand: they may have gone and come back. What was edited is
 * followed step by step, since words that changed little each time may have changed beyond knowing.
 *
 * @throws RangeError where there are not two texts, and as {@link placeSpans} does.
 */
export function placeThrough(texts: readonly string[], spans: readonly Span[]): Placement[] {
  const [first, last] = [texts[0], texts.at(-1)]
  if (first === undefined || last === undefined || texts.length < 2)
    throw new RangeError('Two wordings are needed to say what became of words.')
  const straight = placeSpans(first, last, spans)
  if (texts.length === 2) return straight
  const stepwise = followed(texts, spans)
  return straight.map((placement, index) => {
    const [span, at] = [spans[index], stepwise[index]]
    if (placement.kind === 'kept' || placement.kind === 'moved' || !at || !span) return placement
    const isSame = isSameWords(first.slice(span.start, span.end), last.slice(at.start, at.end))
    return { kind: isSame ? 'kept' : 'changed', start: at.start, end: at.end }
  })
}

/** Where each span is after all steps; null where it was lost, or in doubt, on the way. */
function followed(texts: readonly string[], spans: readonly Span[]): (Span | null)[] {
  let at: (Span | null)[] = [...spans]
  for (let step = 1; step < texts.length; step++) {
    const known = at.filter(span => span !== null)
    const placed = placeSpans(texts[step - 1] as string, texts[step] as string, known).values()
    at = at.map(span => span && spanOf(placed.next().value))
  }
  return at
}

function spanOf(placement: Placement | undefined): Span | null {
  if (!placement) return null
  if ('start' in placement) return { start: placement.start, end: placement.end }
  return (placement.kind === 'lost' && placement.instead) || null
}
