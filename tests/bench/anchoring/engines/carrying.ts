import type { Span } from '@/lib/domain/anchoring/anchors'
import type { Place } from './engine'

/** A piece of a diff: in both texts, in the old one only, or in the new one only. */
export interface Piece {
  kind: 'same' | 'gone' | 'new'
  text: string
}

interface Run {
  oldStart: number
  newStart: number
  text: string
}

/**
 * Carries spans through a diff: from the first to the last of their characters that survived, white
 * space aside; null where none did. What lies between them in the new text belongs to them.
 */
export function carrySpans(pieces: Iterable<Piece>, spans: Span[]): Place[] {
  const runs = listRuns(pieces)
  return spans.map(span => carry(runs, span))
}

function listRuns(pieces: Iterable<Piece>): Run[] {
  const runs: Run[] = []
  let oldStart = 0
  let newStart = 0
  for (const { kind, text } of pieces) {
    if (kind === 'same') runs.push({ oldStart, newStart, text })
    if (kind !== 'new') oldStart += text.length
    if (kind !== 'gone') newStart += text.length
  }
  return runs
}

function carry(runs: Run[], span: Span): Place {
  let start = -1
  let end = -1
  for (let at = findRun(runs, span.start); at < runs.length; at++) {
    const run = runs[at] as Run
    if (run.oldStart >= span.end) break
    const from = Math.max(0, span.start - run.oldStart)
    const words = run.text.slice(from, span.end - run.oldStart)
    if (words.trim() === '') continue
    const base = run.newStart + from
    if (start < 0) start = base + words.length - words.trimStart().length
    end = base + words.trimEnd().length
  }
  return start < 0 ? null : { start, end }
}

/** Index of the first run that ends after `offset` of the old text. */
function findRun(runs: Run[], offset: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    const run = runs[middle] as Run
    if (run.oldStart + run.text.length > offset) high = middle
    else low = middle + 1
  }
  return low
}
