import type { TextRange } from '@/lib/document/positions'

/** The part of one place of a note that lies in one block. */
export interface Stretch extends TextRange {
  id: string
  /** Characters of the whole place: the shorter lies on top. */
  length: number
}

/** A run of words on which the same notes rest, the shortest first: it lies on top, which is innermost. */
export interface Piece {
  from: number
  to: number
  ids: string[]
}

/** Cuts the stretches of one block wherever one of them begins or ends. */
export function piecesOf(stretches: readonly Stretch[]): Piece[] {
  const cuts = [...new Set(stretches.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const shortestFirst = [...stretches].sort((a, b) => a.length - b.length || b.from - a.from)
  return cuts.flatMap((from, index) => {
    const to = cuts[index + 1]
    if (to === undefined) return []
    const covering = shortestFirst.filter(each => each.from <= from && each.to >= to)
    const ids = [...new Set(covering.map(({ id }) => id))]
    return ids.length ? [{ from, to, ids }] : []
  })
}
