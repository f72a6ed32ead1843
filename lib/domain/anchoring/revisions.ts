import type { Span } from '@/lib/domain/anchoring/anchors'
import { isSameWords } from '@/lib/domain/anchoring/folding'
import { atWholeWords, type Placement, placeSpans } from '@/lib/domain/anchoring/placements'

/**
 * Where each span of the first of `texts` is in the last, with every wording between known. The same
 * words, found straight from first to last, stand: they may have gone and come back. What was edited is
 * followed step by step, since words that changed little each time may have changed beyond knowing;
 * where that ends is judged by the first text, as one step is.
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
    const { isMoved, ...place } = at
    const isSame = isSameWords(first.slice(span.start, span.end), last.slice(at.start, at.end))
    const kind = isSame ? (isMoved ? 'moved' : 'kept') : 'changed'
    return atWholeWords(first, span, last, { kind, ...place })
  })
}

/** Where a span is, and whether it moved on the way there. */
interface Followed extends Span {
  isMoved: boolean
}

/** Where each span is after all steps; null where it was lost, or in doubt, on the way. */
function followed(texts: readonly string[], spans: readonly Span[]): (Followed | null)[] {
  let at: (Followed | null)[] = spans.map(({ start, end }) => ({ start, end, isMoved: false }))
  for (let step = 1; step < texts.length; step++) {
    const known = at.filter(span => span !== null)
    const placed = placeSpans(texts[step - 1] as string, texts[step] as string, known).values()
    at = at.map(span => span && followedTo(span, placed.next().value))
  }
  return at
}

function followedTo({ isMoved }: Followed, placement: Placement | undefined): Followed | null {
  const place = placement ? spanOf(placement) : null
  return place && { ...place, isMoved: isMoved || placement?.kind === 'moved' }
}

/** Words that became part of another word or number are followed as that. */
function spanOf(placement: Placement): Span | null {
  if (placement.kind === 'changed' && placement.within) return placement.within
  if ('start' in placement) return { start: placement.start, end: placement.end }
  return (placement.kind === 'lost' && placement.instead) || null
}
