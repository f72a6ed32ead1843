import type { Span } from '@/lib/domain/anchoring/anchors'
import type { Stretch } from '@/lib/domain/anchoring/equal-stretches'

/** Parts of both texts that are each other's; between two windows both texts are the same. UTF-16 offsets. */
export interface Window {
  older: Span
  newer: Span
}

/** 300 characters of what is the same go with each difference: some fifty words to judge it by. */
const context = 300

/**
 * The differences between `stretches`, each with some of what is the same around it, and with all of
 * the spans that reach into it. With `touched` only those that one of the spans does reach into.
 */
export function windowsBetween(
  stretches: readonly Stretch[],
  lengths: { older: number; newer: number },
  spans: readonly Span[],
  touched: boolean,
): Window[] {
  const leads = stretches.map(() => context)
  const tails = stretches.map(() => context)
  const reached = new Set<number>()
  for (const span of spans)
    for (let at = firstEndingAfter(stretches, span.start); at <= stretches.length; at++) {
      const stretch = stretches[at]
      if (span.start < (stretch?.older ?? lengths.older)) reached.add(at)
      if (!stretch || stretch.older >= span.end) break
      const end = stretch.older + stretch.length
      if (span.start < stretch.older)
        leads[at] = Math.max(leads[at] as number, Math.min(span.end, end) - stretch.older + context)
      if (span.end > end)
        tails[at] = Math.max(
          tails[at] as number,
          end - Math.max(span.start, stretch.older) + context,
        )
    }
  const windows: Window[] = []
  for (let at = 0; at <= stretches.length; at++) {
    if (touched && !reached.has(at)) continue
    const window = windowAt(stretches, lengths, at, tails, leads)
    const last = windows.at(-1)
    if (last && window.older.start <= last.older.end) {
      last.older.end = window.older.end
      last.newer.end = window.newer.end
    } else windows.push(window)
  }
  return windows
}

/** The gap before stretch `at`, widened by the tail of the stretch before it and the lead of its own. */
function windowAt(
  stretches: readonly Stretch[],
  lengths: { older: number; newer: number },
  at: number,
  tails: readonly number[],
  leads: readonly number[],
): Window {
  const before = stretches[at - 1]
  const after = stretches[at]
  const tail = before ? Math.min(tails[at - 1] as number, before.length) : 0
  const lead = after ? Math.min(leads[at] as number, after.length) : 0
  return {
    older: {
      start: before ? before.older + before.length - tail : 0,
      end: after ? after.older + lead : lengths.older,
    },
    newer: {
      start: before ? before.newer + before.length - tail : 0,
      end: after ? after.newer + lead : lengths.newer,
    },
  }
}

/** The stretch that holds all of the span. */
export function stretchAround(stretches: readonly Stretch[], { start, end }: Span): Stretch | null {
  const stretch = stretches[firstEndingAfter(stretches, start)]
  const holds = stretch && stretch.older <= start && end <= stretch.older + stretch.length
  return holds ? stretch : null
}

/** Index of the first stretch that ends after `offset` of the older text. */
function firstEndingAfter(stretches: readonly Stretch[], offset: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    const { older, length } = stretches[middle] as Stretch
    if (older + length > offset) high = middle
    else low = middle + 1
  }
  return low
}
