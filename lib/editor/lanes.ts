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
  const taken: { span: Span; lane: number }[] = []
  for (const { id, spans } of notes) {
    const used = new Set(
      taken.filter(({ span }) => spans.some(each => overlap(each, span))).map(({ lane }) => lane),
    )
    const lane = firstFree(used)
    lanes.set(id, lane)
    for (const span of spans) taken.push({ span, lane })
  }
  return lanes
}

function firstFree(used: ReadonlySet<number>): number {
  for (let lane = 0; lane < laneCount - 1; lane++) if (!used.has(lane)) return lane
  return laneCount - 1
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
