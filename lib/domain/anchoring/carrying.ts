import { findSpanFault, type Span } from '@/lib/domain/anchoring/anchors'
import { type Change, classifyChange } from '@/lib/domain/anchoring/changes'
import { isSameWords } from '@/lib/domain/anchoring/folding'
import { atWholeWords, type Placement, type PlacementKind } from '@/lib/domain/anchoring/placements'
import {
  type ChangedSentence,
  findChangedSentence,
  type Passage,
} from '@/lib/domain/anchoring/surroundings'

/** What decides whether an anchor is sound: its row, as the revision left it or a person settled it. */
export interface Resting {
  placement: PlacementKind
  /** UTF-16 offset; null where the words are lost, in several places, or taken off the note. */
  start: number | null
  /** When a person settled it, or null. */
  settledAt: Date | null
}

/** Whether a person still has to say where the anchor rests. */
export function isOpen({ placement, settledAt }: Resting): boolean {
  return settledAt === null && placement !== 'kept' && placement !== 'moved'
}

/** Whether a note rests on it: on the same words as before, or where a person said. */
export function isSound(anchor: Resting): boolean {
  return !isOpen(anchor) && anchor.start !== null
}

/** What became of one anchor, judged by its words. */
export interface Judged {
  placement: PlacementKind
  /** Where it is in the new text; null where ambiguous or lost. */
  span: Span | null
  /** What kind of change it is, of the words or else of their sentence; null unless `changed`. */
  change: Change | null
  /** The sentence around words that are the same, where it is not; else null. */
  sentence: ChangedSentence | null
  /** Equally likely places; none unless `ambiguous`. */
  candidates: Span[]
  /** The suggested place: an offset in the new text. */
  near: number
}

/**
 * Judges a placement by the words themselves, whoever found it: same words but for typography are
 * kept, or moved; anything else is changed, whatever the placement says of itself, and so are words
 * with others in their stead. So too are the same words in a sentence that turns what they say: they
 * are where they were, but a person must say whether the verdict holds. `quote`: the words that the
 * verdict was given to; `older`: where they were then, or null where that text is not known.
 */
export function judgePlacement(
  quote: string,
  newText: string,
  placement: Placement,
  language: string,
  older: Passage | null,
): Judged {
  switch (placement.kind) {
    case 'ambiguous':
      return { ...nowhere('ambiguous', placement.near), candidates: placement.candidates }
    case 'lost':
      return placement.instead
        ? judgePlacement(quote, newText, { kind: 'changed', ...placement.instead }, language, older)
        : nowhere('lost', placement.near)
    case 'kept':
    case 'moved':
    case 'changed': {
      const { kind } = placement
      const { start, end } = (kind === 'changed' && placement.within) || placement
      const span = { start, end }
      const found = { span, sentence: null, candidates: [], near: start }
      const change = changeBetween(quote, newText.slice(start, end), language)
      if (change) return { ...found, placement: 'changed', change }
      const sentence = older && findChangedSentence(older, { text: newText, span }, language)
      if (sentence?.isTurned)
        return { ...found, placement: 'changed', change: sentence.change, sentence }
      return { ...found, placement: kind === 'moved' ? 'moved' : 'kept', change: null, sentence }
    }
  }
}

/**
 * Judges where an editor's own typing has carried an anchor (null: its words were deleted). Nothing is
 * believed but the offsets, and no offsets against the texts: the same words are where the typing has
 * them only if the engine finds them there too (`placed`). Where it has them elsewhere, in several
 * places or nowhere, a person says which they are. `older`: where the words were, if that is known.
 */
export function judgeTyped(
  quote: string,
  newText: string,
  typed: Span | null,
  placed: Placement,
  language: string,
  older: Passage | null,
): Judged {
  if (!typed || findSpanFault(newText, typed) !== null)
    return nowhere('lost', 'near' in placed ? placed.near : placed.start)
  const found = judgePlacement(quote, newText, placed, language, null)
  const isThere = found.span !== null && overlaps(found.span, typed)
  const placement: Placement = { kind: 'kept', ...typed }
  const whole = older ? atWholeWords(older.text, older.span, newText, placement) : placement
  const judged = judgePlacement(quote, newText, whole, language, older)
  const isElsewhere = isSame(found) && !isThere
  // Edited words are for a person to settle as it is.
  if (isThere || (!isSame(judged) && !isElsewhere)) return judged
  const others = found.span ? [found.span] : found.candidates
  const candidates = [...others.filter(each => !overlaps(each, typed)), typed]
  candidates.sort((a, b) => a.start - b.start)
  return { ...nowhere('ambiguous', found.near), candidates }
}

const isSame = ({ placement }: Judged) => placement === 'kept' || placement === 'moved'

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/**
 * Two places of one note are never carried onto the same words: one of them is gone, so the later
 * is lost. `anchors`: of one note, by ordinal.
 */
export function withoutDoubles<T extends Judged>(anchors: readonly T[]): T[] {
  const taken = new Set<string>()
  return anchors.map(anchor => {
    if (!anchor.span || anchor.placement === 'changed') return anchor
    const place = `${anchor.span.start}-${anchor.span.end}`
    if (taken.has(place)) return { ...anchor, ...nowhere('lost', anchor.span.start) }
    taken.add(place)
    return anchor
  })
}

/**
 * Whether a note rests on the same words as before, place by place: the same number of places, and for
 * each its own one among the others.
 */
export function restsOnSame(
  before: readonly { quote: string }[],
  now: readonly { quote: string }[],
  language: string,
): boolean {
  const left = [...now]
  for (const { quote } of before) {
    const index = left.findIndex(each => changeBetween(quote, each.quote, language) === null)
    if (index < 0) return false
    left.splice(index, 1)
  }
  return left.length === 0
}

/** What differs between two wordings; null where it is typography, or nothing. */
function changeBetween(before: string, now: string, language: string): Change | null {
  if (isSameWords(before, now)) return null
  const change = classifyChange(before, now, language)
  return change.kind === 'none' || change.kind === 'typography' ? null : change
}

const gravity: Record<PlacementKind, number> = {
  kept: 0,
  moved: 1,
  changed: 2,
  ambiguous: 3,
  lost: 4,
}

/** The worst of what became of a note's anchors; `kept` where it has none. */
export function worstOf(placements: readonly PlacementKind[]): PlacementKind {
  return placements.reduce((worst, each) => (gravity[each] > gravity[worst] ? each : worst), 'kept')
}

function nowhere(placement: 'ambiguous' | 'lost', near: number): Judged {
  return { placement, span: null, change: null, sentence: null, candidates: [], near }
}
