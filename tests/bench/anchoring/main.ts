import { existsSync, writeFileSync } from 'node:fs'
import { measureSet, type SetResult, tallyBy } from './accuracy'
import { type BenchSet, listSets, readSet } from './data'
import type { Engine } from './engines/engine'
import { roster } from './engines/roster'
import { ratesOf } from './metrics'
import { type Options, parseOptions, usage } from './options'
import {
  describeCase,
  describeGroups,
  describeSaid,
  describeSets,
  describeSpeed,
  describeTail,
  tallyOf,
} from './report'
import { expectNext, measureSpeed, type SpeedCell } from './speed'
import { composeText, type SpeedText, spreadSpans } from './speed-texts'

/** Characters. */
const sizes = [5_000, 50_000, 500_000, 5_000_000]
/** Hardly a peer comes to its end beyond this. */
const largestForPeers = 500_000
const anchorCounts = [1, 20, 200, 2_000]

/** `npm run bench:anchoring`: how well and how fast, ours beside its peers. */
export async function benchAnchoring(line: string[]): Promise<void> {
  const options = parseOptions(line)
  if (options.help) return console.log(usage)
  const engines = choose(roster, options.engines, 'engine')
  const sets = readSets(options)
  const results = options.parts.includes('accuracy') ? await runAccuracy(engines, sets) : []
  if (results.length > 0) printAccuracy(results, sets)
  printCases(results, sets, options)
  const cells = options.parts.includes('speed') ? await runSpeed(engines, sets) : []
  if (options.json) writeFigures(options.json, results, cells)
}

function readSets({ data, sets, limit }: Options): BenchSet[] {
  const names = listSets(data).map(name => ({ name }))
  if (names.length > 0)
    return choose(names, sets, 'set').map(({ name }) => readSet(data, name, limit))
  const missing = existsSync(data) ? `There is no set in ${data}.` : `There is no folder ${data}.`
  console.log(
    `${missing} Give one of NAME-pairs.jsonl.gz and NAME-cases.jsonl.gz with --data DIR (docs/benchmarks.md says what is in them). Without data there are no shares of right and wrong; the speed is measured on generated texts.\n`,
  )
  return []
}

/** Those that were asked for by name, in their own order; all of them where none was. */
function choose<T extends { name: string }>(all: T[], names: string[], what: string): T[] {
  const unknown = names.find(name => !all.some(each => each.name === name))
  if (unknown)
    throw new Error(
      `There is no ${what} “${unknown}”. There are: ${all.map(({ name }) => name).join(', ')}.`,
    )
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name))
}

async function runAccuracy(engines: Engine[], sets: BenchSet[]): Promise<SetResult[]> {
  const results: SetResult[] = []
  for (const set of sets)
    for (const engine of engines) {
      note(`${engine.name} on ${set.name}`)
      results.push(await measureSet(engine, set))
    }
  return results
}

/** Progress, for whoever waits; kept out of what is piped into a file. */
function note(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K… ${words}\r`)
}

function printAccuracy(results: SetResult[], sets: BenchSet[]): void {
  const langOf = (set: string, pair: number) =>
    sets.find(each => each.name === set)?.pairs[pair]?.lang ?? '–'
  print('By set', describeSets(results))
  print(
    'By kind',
    describeGroups('kind', results, (_, { span }) => span.kind),
  )
  print(
    'By language',
    describeGroups('lang', results, (set, { pair }) => langOf(set, pair)),
  )
  const spoken = results.filter(({ judged }) => judged.some(({ said }) => said))
  if (spoken.length === 0) return
  print('What our placements say, and what came of it', describeSaid(spoken))
  print('Our slowest pairs', describeTail(spoken, sets))
}

function print(title: string, body: string): void {
  console.log(`${title}\n\n${body}\n`)
}

function printCases(results: SetResult[], sets: BenchSet[], options: Options): void {
  for (const result of results) {
    const pairs = sets.find(({ name }) => name === result.set)?.pairs ?? []
    for (const each of result.judged) {
      const pair = pairs[each.pair]
      if (!pair || !options.cases.includes(each.outcome)) continue
      if (options.kinds.length > 0 && !options.kinds.includes(each.span.kind)) continue
      if (options.langs.length > 0 && !options.langs.includes(pair.lang)) continue
      console.log(`${describeCase(result, each, pair)}\n`)
    }
  }
}

async function runSpeed(engines: Engine[], sets: BenchSet[]): Promise<SpeedCell[]> {
  const timed = engines.filter(({ name }) => name !== 'position')
  const names = timed.map(({ name }) => name)
  const all: SpeedCell[] = []
  for (const edits of ['few', 'many'] as const) {
    const texts = sizes.map(size => ({ size, ...composeText(sets, size, edits) }))
    const cells: SpeedCell[] = []
    for (const text of texts)
      for (const anchors of anchorCounts) await timeEach(timed, text, anchors, cells)
    print(
      `${edits === 'few' ? 'Three edits' : 'Many edits'}: CPU milliseconds for all anchors of a text, preparation included; × how many times ${names[0]}`,
      `${describeSpeed(cells, names)}\n\n${texts.map(describeText).join('\n')}`,
    )
    all.push(...cells)
  }
  return all
}

const describeText = ({ old, origin }: SpeedText) =>
  `${old.length.toLocaleString('en')} characters: ${origin}`

/** One row, engine after engine; `cells` are those of the smaller texts, and it adds to them. */
async function timeEach(
  engines: Engine[],
  text: SpeedText & { size: number },
  anchors: number,
  cells: SpeedCell[],
): Promise<void> {
  const { size, edits } = text
  const spans = spreadSpans(text.old, anchors)
  for (const engine of engines) {
    if (size > largestForPeers && !engine.placements) continue
    note(`${engine.name}, ${size} characters, ${anchors} anchors`)
    const before = cells.filter(each => each.engine === engine.name && each.anchors === anchors)
    const expected = expectNext(before.map(({ took }) => took))
    const took = await measureSpeed(engine, text, spans, expected)
    cells.push({ engine: engine.name, edits, size, anchors, took })
  }
}

function writeFigures(file: string, results: SetResult[], speed: SpeedCell[]): void {
  const accuracy = results.map(({ set, engine, judged, cpu, skipped }) => ({
    set,
    engine,
    ...ratesOf(tallyOf(judged)),
    byKind: Object.fromEntries(
      tallyBy(judged, each => each.span.kind).map(([kind, tally]) => [kind, ratesOf(tally)]),
    ),
    cpuMilliseconds: cpu.reduce((sum, each) => sum + each.milliseconds, 0),
    pairsSkipped: skipped,
  }))
  writeFileSync(file, `${JSON.stringify({ node: process.version, accuracy, speed }, null, 2)}\n`)
}
