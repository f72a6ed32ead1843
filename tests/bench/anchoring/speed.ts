import type { Span } from '@/lib/domain/anchoring/anchors'
import { cpuSince } from './accuracy'
import type { Engine } from './engines/engine'
import { medianOf } from './metrics'
import type { SpeedText } from './speed-texts'

/** How long one engine takes for one text: CPU milliseconds, preparation included. */
export interface SpeedCell {
  engine: string
  edits: SpeedText['edits']
  size: number
  anchors: number
  /** `left out`: by its last two sizes it would have taken too long. `gave up`: it said itself that this is too much. */
  took: number | 'left out' | 'gave up'
}

/** A run that would take longer is left out, in milliseconds. */
const patience = 30_000

/** All repetitions of one cell together; five of a slow one say as much as fifty. In milliseconds. */
const budget = 400
const leastRuns = 3
const mostRuns = 50

/** A batch is repeated until it is long enough for the clock of the processor. In milliseconds. */
const leastBatch = 2

/** The median of several runs; the first ones, in which the code is still being compiled, are not counted. */
export async function measureSpeed(
  engine: Engine,
  text: SpeedText,
  spans: Span[],
  expected: number,
): Promise<SpeedCell['took']> {
  if (expected > patience && !engine.isBounded) return 'left out'
  await engine.describe?.(text.old, spans)
  const first = await timeRuns(engine, text, spans, 1)
  if (first === null) return 'gave up'
  if (first > budget * leastRuns) return first
  for (let warm = first; warm < budget / 4; )
    warm += ((await timeRuns(engine, text, spans, 1)) ?? 0) + 0.05
  const once = (await timeRuns(engine, text, spans, 1)) ?? 0
  const batch = Math.ceil(leastBatch / Math.max(once, 0.01))
  const times: number[] = []
  for (let spent = 0; times.length < leastRuns || (spent < budget && times.length < mostRuns); ) {
    const time = (await timeRuns(engine, text, spans, batch)) ?? 0
    times.push(time / batch)
    spent += time
  }
  return medianOf(times)
}

async function timeRuns(
  engine: Engine,
  text: SpeedText,
  spans: Span[],
  runs: number,
): Promise<number | null> {
  const begun = process.cpuUsage()
  for (let run = 0; run < runs; run++)
    if (!(await engine.place(text.old, text.new, spans))) return null
  return cpuSince(begun)
}

/** What the next size, ten times this one, will take: as many times this as this was of the one before, at least ten. */
export function expectNext(times: SpeedCell['took'][]): number {
  const last = times.at(-1)
  const before = times.at(-2)
  if (last === undefined) return 0
  if (typeof last !== 'number') return Number.POSITIVE_INFINITY
  const growth = typeof before === 'number' && before > 0 ? last / before : 10
  return last * Math.max(10, growth)
}
