import type { Measured, Visit } from '@/tests/bench/editor/measure'
import { type Cost, quantile } from '@/tests/bench/editor/probes'
import { left, milliseconds, right, table } from '@/tests/bench/table'

/**
 * A row for each page. The first visit is that of a browser that has nothing of the page yet; the usual
 * one is the median of those that follow once it keeps what it compiled (from the third on). Pairs are the
 * median and the 95th percentile; × is how many times the first row's median. "Script" is the main thread's
 * script, "busy" all its work; both leave out waiting.
 */
export function describeRows(rows: readonly Measured[]): string {
  const first = rows[0]
  const columns = [
    left(''),
    right('caret ms'),
    right('×'),
    right('ready ms'),
    right('×'),
    right('first: caret'),
    right('ready'),
    right('mark: script'),
    right('busy'),
    right('×'),
    right('painted'),
    right('next: script'),
    right('busy'),
    right('×'),
    right('painted'),
    right('frame ms'),
    right('worst'),
    right('late'),
    right('heap MB'),
    right('nodes'),
  ]
  const lines = rows.map(row => [
    row.name,
    one(usual(row, 'usable')),
    ratio(usual(row, 'usable'), first ? usual(first, 'usable') : []),
    one(usual(row, 'ready')),
    ratio(usual(row, 'ready'), first ? usual(first, 'ready') : []),
    one(row.visits.slice(0, 1).map(each => each.usable)),
    one(row.visits.slice(0, 1).map(each => each.ready)),
    pair(row.marked, 'script'),
    pair(row.marked, 'busy'),
    ratio(row.marked.map(busy), first?.marked.map(busy) ?? []),
    pair(row.marked, 'painted'),
    pair(row.next, 'script'),
    pair(row.next, 'busy'),
    ratio(row.next.map(busy), first?.next.map(busy) ?? []),
    pair(row.next, 'painted'),
    row.frames ? milliseconds(row.frames.median) : none,
    row.frames ? milliseconds(row.frames.worst) : none,
    row.frames ? `${Math.round(100 * row.frames.late)} %` : none,
    row.memory ? (row.memory.heap / 1e6).toFixed(1) : none,
    row.memory ? row.memory.nodes.toLocaleString('en') : none,
  ])
  return [table(columns, lines), ...rows.flatMap(keptLine), ...rows.flatMap(troubleLine)].join('\n')
}

const none = '–'
const busy = (cost: Cost) => cost.busy

/** Chromium keeps what it compiled of a script once it has met it twice. */
const warming = 2

function usual({ visits }: Measured, part: keyof Visit): number[] {
  return visits.slice(warming).map(each => each[part])
}

function one(times: readonly number[]): string {
  return times.length === 0 ? none : milliseconds(quantile(times, 0.5))
}

function pair(costs: readonly Cost[], part: keyof Cost): string {
  if (costs.length === 0) return none
  const times = costs.map(cost => cost[part])
  return `${milliseconds(quantile(times, 0.5))} / ${milliseconds(quantile(times, 0.95))}`
}

function ratio(times: readonly number[], first: readonly number[]): string {
  if (times.length === 0 || first.length === 0) return none
  return (quantile(times, 0.5) / quantile(first, 0.5)).toFixed(1)
}

function keptLine({ name, kept }: Measured): string[] {
  if (kept.length === 0) return []
  return [
    `${name}, from the key T to the note in the text and on the server: script ${pair(kept, 'script')}, busy ${pair(kept, 'busy')}, painted ${pair(kept, 'painted')} ms`,
  ]
}

function troubleLine({ name, trouble }: Measured): string[] {
  return trouble === null ? [] : [`${name} did not come to the end: ${trouble}`]
}
