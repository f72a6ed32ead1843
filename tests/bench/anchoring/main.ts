import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { measureSet, type SetResult, tallyBy } from './accuracy'
import { type BenchSet, listSets, readSet } from './data'
import { roster } from './engines/roster'
import { ratesOf } from './metrics'
import { defaultData, type Options, parseOptions } from './options'
import {
  describeCase,
  describeGroups,
  describeSaid,
  describeSets,
  describeTail,
  tallyOf,
} from './report'

/** `npm run bench:anchoring`: how well and how fast, ours beside its peers. */
export async function benchAnchoring(line: string[]): Promise<void> {
  const options = parseOptions(line)
  const engines = choose(roster, options.engines, 'engine')
  const sets = readSets(options)
  const results: SetResult[] = []
  if (options.parts.includes('accuracy'))
    for (const set of sets)
      for (const engine of engines) {
        note(`${engine.name} on ${set.name}`)
        results.push(await measureSet(engine, set))
      }
  if (results.length > 0) printAccuracy(results, sets)
  printCases(results, sets, options)
  if (options.json) writeFileSync(options.json, `${JSON.stringify(figuresOf(results), null, 2)}\n`)
}

function readSets({ data, sets, limit, parts }: Options): BenchSet[] {
  const names = listSets(data)
  if (names.length === 0) {
    console.log(noData(data))
    return []
  }
  if (!parts.includes('accuracy')) return []
  const chosen = choose(
    names.map(name => ({ name })),
    sets,
    'set',
  )
  return chosen.map(({ name }) => readSet(data, name, limit))
}

function noData(folder: string): string {
  const found = existsSync(folder) ? 'holds no set' : 'is not there'
  const advice = `Give a folder of NAME-pairs.jsonl.gz and NAME-cases.jsonl.gz with --data DIR; the format is in docs/benchmarks.md.`
  const what =
    folder === defaultData ? `No data was found: ${folder}` : `No data: ${resolve(folder)}`
  return `${what} ${found}. ${advice}\n`
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
  if (spoken.length > 0) {
    print('What our placements say, and what came of it', describeSaid(spoken))
    print('Our slowest pairs', describeTail(spoken, sets))
  }
}

function print(title: string, body: string): void {
  console.log(`${title}\n\n${body}\n`)
}

function printCases(results: SetResult[], sets: BenchSet[], options: Options): void {
  if (options.cases.length === 0) return
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

function figuresOf(results: SetResult[]) {
  return {
    node: process.version,
    accuracy: results.map(({ set, engine, judged, cpu, skipped }) => ({
      set,
      engine,
      ...ratesOf(tallyOf(judged)),
      byKind: Object.fromEntries(
        tallyBy(judged, each => each.span.kind).map(([kind, tally]) => [kind, ratesOf(tally)]),
      ),
      cpuMilliseconds: cpu.reduce((sum, each) => sum + each.milliseconds, 0),
      pairsSkipped: skipped,
    })),
  }
}
