import { left, milliseconds, percent, right, table } from '../table'
import { type Judged, type SetResult, tallyBy, tallySaid } from './accuracy'
import type { BenchSet, Pair } from './data'
import { newTally, outcomes, ratesOf, type Tally } from './metrics'
import type { SpeedCell } from './speed'

/** How much of the text around a span a listed case shows, in characters. */
const shownContext = 60

const rateColumns = [
  right('spans'),
  right('exact %'),
  right('partial %'),
  right('wrong %'),
  right('lost %'),
  right('deleted'),
  right('false pos. %'),
]

function rateCells(tally: Tally): string[] {
  const rates = ratesOf(tally)
  const shares = [rates.exact, rates.partial, rates.wrong, rates.lost].map(percent)
  return [String(rates.present), ...shares, String(rates.deleted), percent(rates.falsePositive)]
}

/** Every engine on every set, with the CPU time of the whole set and of its slowest pair. */
export function describeSets(results: SetResult[]): string {
  const rows = results.map(result => {
    const total = result.cpu.reduce((sum, each) => sum + each.milliseconds, 0)
    const slowest = slowestOf(result)
    return [
      result.set,
      result.engine,
      ...rateCells(tallyOf(result.judged)),
      milliseconds(total),
      slowest ? milliseconds(slowest.milliseconds) : '–',
      result.skipped ? String(result.skipped) : '',
    ]
  })
  const cpu = [right('CPU ms'), right('slowest pair'), right('pairs skipped')]
  return table([left('set'), left('engine'), ...rateColumns, ...cpu], rows)
}

/** The same by kind or by language, engines beneath one another. */
export function describeGroups(
  head: string,
  results: SetResult[],
  groupOf: (set: string, each: Judged) => string,
): string {
  const rows = results.flatMap(({ set, engine, judged }) =>
    tallyBy(judged, each => groupOf(set, each)).map(([group, tally]) => ({
      order: `${set} ${group}`,
      cells: [set, group, engine, ...rateCells(tally)],
    })),
  )
  // Stable: engines stay in the order in which they were run.
  rows.sort((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0))
  return table(
    [left('set'), left(head), left('engine'), ...rateColumns],
    rows.map(({ cells }) => cells),
  )
}

/** What our placements say, and how often each was right. */
export function describeSaid(results: SetResult[]): string {
  const rows = results.flatMap(({ set, engine, judged }) =>
    tallySaid(judged).map(([kind, tally]) => [
      set,
      engine,
      kind,
      ...outcomes.map(outcome => String(tally[outcome])),
      kind === 'ambiguous' ? String(countOffered(judged)) : '',
    ]),
  )
  const counts = outcomes.map(outcome =>
    right(outcome === 'falsePositive' ? 'false pos.' : outcome),
  )
  return table(
    [left('set'), left('engine'), left('placement'), ...counts, right('truth offered')],
    rows,
  )
}

/** Ambiguous ones with the truth among their candidates. */
function countOffered(judged: Judged[]): number {
  return judged.filter(({ span: { truth }, said }) => {
    if (!truth || said?.kind !== 'ambiguous') return false
    return said.candidates.some(({ start, end }) => start === truth.start && end === truth.end)
  }).length
}

/** The pair that took an engine the most CPU time. */
export function slowestOf({ cpu }: SetResult): { pair: number; milliseconds: number } | null {
  return cpu.reduce<{ pair: number; milliseconds: number } | null>(
    (most, each) => (most && most.milliseconds >= each.milliseconds ? most : each),
    null,
  )
}

/** The slowest pair of each set, with its size. */
export function describeTail(results: SetResult[], sets: BenchSet[]): string {
  const rows = results.flatMap(result => {
    const slowest = slowestOf(result)
    const set = sets.find(each => each.name === result.set)
    const pair = slowest && set?.pairs[slowest.pair]
    if (!slowest || !pair) return []
    const spans = set.cases[slowest.pair]?.length ?? 0
    const sizes = [pair.old.length, pair.new.length, spans].map(String)
    const place = [String(slowest.pair), pair.lang, pair.source]
    return [[result.set, result.engine, milliseconds(slowest.milliseconds), ...sizes, ...place]]
  })
  const sizes = [right('old'), right('new'), right('spans')]
  return table(
    [
      left('set'),
      left('engine'),
      right('CPU ms'),
      ...sizes,
      right('pair'),
      left('lang'),
      left('source'),
    ],
    rows,
  )
}

/** Sizes and numbers of anchors beneath one another, engines side by side: milliseconds, and how many times ours. */
export function describeSpeed(cells: SpeedCell[], engines: string[]): string {
  const keys = [...new Set(cells.map(({ size, anchors }) => `${size} ${anchors}`))]
  const rows = keys.map(key => {
    const [size = 0, anchors = 0] = key.split(' ').map(Number)
    const times = engines.map(
      engine =>
        cells.find(each => each.engine === engine && each.size === size && each.anchors === anchors)
          ?.took,
    )
    const [first] = times
    return [kilobytes(size), String(anchors), ...times.map(time => speedCell(time, first))]
  })
  return table([right('text'), right('anchors'), ...engines.map(right)], rows)
}

function speedCell(
  time: SpeedCell['took'] | undefined,
  first: SpeedCell['took'] | undefined,
): string {
  if (typeof time !== 'number') return time ?? ''
  const times = typeof first === 'number' && time !== first ? `${factor(time / first)}×` : ''
  return `${milliseconds(time)} ${times.padStart(8)}`
}

const factor = (value: number) => value.toFixed(value < 10 ? 2 : 0)

function kilobytes(size: number): string {
  return size >= 1_000_000 ? `${size / 1_000_000} MB` : `${size / 1_000} kB`
}

/** One judged span for a person to look at: old, truth and got, each with its surroundings. */
export function describeCase(result: SetResult, each: Judged, pair: Pair): string {
  const { span, got, said } = each
  const show = (text: string, at: { start: number; end: number } | null) =>
    at ? `${inContext(text, at.start, at.end)}  @${at.start}–${at.end}` : '–'
  const lines = [
    `${result.set} · pair ${each.pair} (${pair.lang}) · ${span.kind} · ${result.engine}: ${said?.kind ?? ''} ${each.outcome}`,
    `  old    ${show(pair.old, span)}`,
    `  truth  ${show(pair.new, span.truth)}`,
    `  got    ${show(pair.new, got)}`,
  ]
  if (said?.kind === 'ambiguous')
    for (const candidate of said.candidates) lines.push(`  or     ${show(pair.new, candidate)}`)
  return lines.join('\n')
}

function inContext(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - shownContext), start)
  const after = text.slice(end, end + shownContext)
  return `${before}⟦${text.slice(start, end)}⟧${after}`.replaceAll('\n', '⏎')
}

export function tallyOf(judged: Judged[]): Tally {
  const tally = newTally()
  for (const each of judged) tally[each.outcome]++
  return tally
}
