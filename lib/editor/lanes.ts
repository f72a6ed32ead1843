import type { Span } from '@/lib/domain/anchoring/anchors'

/** Three lanes are drawn: a fourth line under one word could not be told from the next line of text. */
export const laneCount = 3

/**
 * A lane for each note, counted from 0, so that lines of overlapping notes never cross. A note keeps
 * its lane from its first word to its last and in all its places. Where more than three notes
 * overlap, the later ones share the last lane. Earlier notes in `notes` choose first.
 */
export function assignLanes(
  notes: readonly { id: string; spans: readonly Span[] }[],
): Map<string, number> {
  const lanes = new Map<string, number>()
  // Whoever finds no other lane free takes the last, so what is in that one need not be known.
  const taken = Array.from({ length: laneCount - 1 }, () => new Coverage())
  for (const { id, spans } of notes) {
    const free = taken.findIndex(lane => !spans.some(span => lane.meets(span)))
    lanes.set(id, free < 0 ? laneCount - 1 : free)
    if (free >= 0) for (const span of spans) taken[free]?.add(span)
  }
  return lanes
}

/** The words that a lane's notes take, as stretches in the order of the text of which no two overlap. */
class Coverage {
  readonly #stretches: Span[] = []

  meets(span: Span): boolean {
    const next = this.#stretches[this.#firstEndingAfter(span.start)]
    return next !== undefined && overlap(next, span)
  }

  /** A note's own places may overlap: then they are one stretch. */
  add(span: Span): void {
    const first = this.#firstEndingAfter(span.start)
    let { start, end } = span
    let last = first
    for (let next = this.#stretches[last]; next && overlap(next, span); ) {
      start = Math.min(start, next.start)
      end = Math.max(end, next.end)
      last += 1
      next = this.#stretches[last]
    }
    this.#stretches.splice(first, last - first, { start, end })
  }

  #firstEndingAfter(offset: number): number {
    let low = 0
    let high = this.#stretches.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#stretches[middle]?.end ?? 0) > offset) high = middle
      else low = middle + 1
    }
    return low
  }
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
