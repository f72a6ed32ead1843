import type { Placement, PlacementKind } from '@/lib/domain/anchoring/placements'
import type { BenchSet, Case, Pair } from './data'
import { type Engine, type Place, placeOf } from './engines/engine'
import { judge, newTally, type Outcome, type Tally } from './metrics'

/** One span as one engine placed it. `said`: where the engine says more than a place. */
export interface Judged {
  pair: number
  span: Case
  got: Place
  said: Placement | null
  outcome: Outcome
}

/** What one engine made of one set. */
export interface SetResult {
  set: string
  engine: string
  judged: Judged[]
  /** CPU milliseconds of each pair that was run, all of its spans together. */
  cpu: { pair: number; milliseconds: number }[]
  /** Pairs left out: too large for this engine. */
  skipped: number
}

/** Runs an engine over a set, pair by pair, and holds what it says against the truth. */
export async function measureSet(engine: Engine, set: BenchSet): Promise<SetResult> {
  const result: SetResult = { set: set.name, engine: engine.name, judged: [], cpu: [], skipped: 0 }
  for (const [at, pair] of set.pairs.entries()) {
    const spans = set.cases[at] ?? []
    if (spans.length === 0) continue
    const { places, said, milliseconds } = await placeAll(engine, pair, spans)
    if (!places) {
      result.skipped++
      continue
    }
    result.cpu.push({ pair: at, milliseconds })
    spans.forEach((span, index) => {
      const got = places[index] ?? null
      const outcome = judge(span.truth, got)
      result.judged.push({ pair: at, span, got, said: said?.[index] ?? null, outcome })
    })
  }
  return result
}

async function placeAll(engine: Engine, pair: Pair, spans: Case[]) {
  await engine.describe?.(pair.old, spans)
  const begun = process.cpuUsage()
  const said = engine.placements?.(pair.old, pair.new, spans) ?? null
  const places = said ? said.map(placeOf) : await engine.place(pair.old, pair.new, spans)
  const milliseconds = cpuSince(begun)
  if (places && places.length !== spans.length)
    throw new Error(`${engine.name} placed ${places.length} of ${spans.length} spans.`)
  return { places, said, milliseconds }
}

/** CPU time of this process, all threads, in milliseconds. */
export function cpuSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

/** The tallies of what `keyOf` calls the same, in the order of their names. */
export function tallyBy(judged: Judged[], keyOf: (each: Judged) => string): [string, Tally][] {
  const tallies = new Map<string, Tally>()
  for (const each of judged) {
    const key = keyOf(each)
    const tally = tallies.get(key) ?? newTally()
    tally[each.outcome]++
    tallies.set(key, tally)
  }
  return [...tallies].sort(([one], [other]) => (one < other ? -1 : 1))
}

/** How often each kind of placement came to what outcome. */
export function tallySaid(judged: Judged[]): [PlacementKind, Tally][] {
  const withWords = judged.filter(each => each.said)
  return tallyBy(withWords, each => each.said?.kind ?? '') as [PlacementKind, Tally][]
}
