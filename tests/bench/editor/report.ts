import type { Measured } from '@/tests/bench/editor/measure'
import { type Cost, quantile } from '@/tests/bench/editor/probes'
import { left, milliseconds, right, table } from '@/tests/bench/table'

/**
 * A row for each page. Pairs are the median and the 95th percentile; × is how many times the first
 * row's median. "Script" is the main thread's script, "busy" all its work; both leave out waiting.
 */
export function describeRows(rows: readonly Measured[]): string {
  const first = rows[0]
  const columns = [
    left(''),
    right('caret ms'),
    right('×'),
    right('ready ms'),
    right('×'),
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
    one(row.usable),
    ratio(row.usable, first?.usable ?? []),
    one(row.ready),
    ratio(row.ready, first?.ready ?? []),
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
