import { matchSequences } from '@/lib/domain/anchoring/sequences'
import { slideGaps } from '@/lib/domain/anchoring/sliding'
import { firstStartingFrom, TokenKeys, type Tokens, tokensOf } from '@/lib/domain/anchoring/tokens'
import { weightsOf } from '@/lib/domain/anchoring/weights'
import type { Window } from '@/lib/domain/anchoring/windows'

/** Two wordings of a text, token by token. */
export interface TextAlignment {
  older: Tokens
  newer: Tokens
  /** For each older token the index of the newer one that it is, or -1. Increasing. */
  forth: Int32Array
  /** For each newer token the index of the older one that it is, or -1. */
  back: Int32Array
  /** For each word key how much it says: 0.2 for a comma to 1.7 for a word that is nowhere else. */
  weights: Float32Array
  /** The longest stretches of equal words in both, in order. Empty where nothing is left. */
  readonly runs: readonly TextRun[]
}

/** A stretch of equal words. UTF-16 offsets in the older and the newer text, ends exclusive. */
export interface TextRun {
  oldStart: number
  oldEnd: number
  newStart: number
  newEnd: number
}

/** Aligns two wordings once; everything that is asked of them is carried through the result. */
export function alignTexts(olderText: string, newerText: string): TextAlignment {
  const everything = {
    older: { start: 0, end: olderText.length },
    newer: { start: 0, end: newerText.length },
  }
  return alignWindows(olderText, newerText, [everything])
}

/** Aligns only parts of two wordings, each with its own counterpart; the tokens are those of the parts. */
export function alignWindows(
  olderText: string,
  newerText: string,
  windows: readonly Window[],
): TextAlignment {
  const keys = new TokenKeys()
  const older = tokensOf(
    olderText,
    keys,
    windows.map(window => window.older),
  )
  const newer = tokensOf(
    newerText,
    keys,
    windows.map(window => window.newer),
  )
  const weights = weightsOf([older, newer], keys)
  const ranges = windows.map(window => ({
    olderFrom: firstStartingFrom(older, window.older.start),
    olderTo: firstStartingFrom(older, window.older.end),
    newerFrom: firstStartingFrom(newer, window.newer.start),
    newerTo: firstStartingFrom(newer, window.newer.end),
  }))
  const forth = matchSequences(older.keys, newer.keys, weights, ranges)
  for (const range of ranges) slideGaps(forth, older, newer, range)
  const back = new Int32Array(newer.count).fill(-1)
  for (let at = 0; at < forth.length; at++) {
    const of = forth[at] as number
    if (of >= 0) back[of] = at
  }
  return {
    older,
    newer,
    forth,
    back,
    weights,
    get runs() {
      return runsOf(older, newer, forth)
    },
  }
}

function runsOf(older: Tokens, newer: Tokens, forth: Int32Array): TextRun[] {
  const runs: TextRun[] = []
  let at = 0
  while (at < forth.length) {
    const start = at
    const first = forth[at] as number
    at++
    if (first < 0) continue
    while (at < forth.length && forth[at] === first + at - start) at++
    runs.push({
      oldStart: older.starts[start] as number,
      oldEnd: older.ends[at - 1] as number,
      newStart: newer.starts[first] as number,
      newEnd: newer.ends[first + at - 1 - start] as number,
    })
  }
  return runs
}
