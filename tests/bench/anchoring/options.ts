import { parseArgs } from 'node:util'
import { type Outcome, outcomes } from './metrics'

/** What to run. `sets` and `engines`: empty for all. `cases`: outcomes to list one by one. */
export interface Options {
  data: string
  sets: string[]
  engines: string[]
  limit: number
  json: string | null
  cases: Outcome[]
  kinds: string[]
  langs: string[]
  parts: string[]
  help: boolean
}

export const usage = `npm run bench:anchoring [-- OPTIONS]

  --data DIR       folder of *-pairs.jsonl.gz and *-cases.jsonl.gz
  --set A,B        only these sets
  --engine A,B     only these engines
  --limit N        only the first N pairs of each set
  --only PART      accuracy or speed
  --cases A,B      list single cases: ${outcomes.join(', ')}
  --kind A,B       list only cases of these kinds
  --lang A,B       list only cases in these languages
  --json FILE      write the figures to a file, too`

/** Beside the project, from its root: where the data lies if it was put there. */
const defaultData = '../shared/bench/anchoring'

/** Reads the command line; what it does not know is an error in words. */
export function parseOptions(line: string[]): Options {
  const { values } = parseArgs({
    args: line,
    options: {
      data: { type: 'string', default: defaultData },
      set: { type: 'string', default: '' },
      engine: { type: 'string', default: '' },
      limit: { type: 'string', default: '' },
      json: { type: 'string', default: '' },
      cases: { type: 'string', default: '' },
      kind: { type: 'string', default: '' },
      lang: { type: 'string', default: '' },
      only: { type: 'string', default: 'accuracy,speed' },
      help: { type: 'boolean', default: false },
    },
  })
  return {
    data: values.data,
    sets: listOf(values.set),
    engines: listOf(values.engine),
    limit: values.limit === '' ? Number.POSITIVE_INFINITY : wholeNumber(values.limit),
    json: values.json || null,
    cases: listOf(values.cases).map(asOutcome),
    kinds: listOf(values.kind),
    langs: listOf(values.lang),
    parts: listOf(values.only).map(asPart),
    help: values.help,
  }
}

const listOf = (text: string) => text.split(',').filter(each => each !== '')

function asPart(text: string): string {
  if (text === 'accuracy' || text === 'speed') return text
  throw new Error(`There is no part “${text}”. Choose accuracy or speed.`)
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`“${text}” is not a number of pairs.`)
  return Number(text)
}

function asOutcome(text: string): Outcome {
  const outcome = outcomes.find(each => each === text)
  if (!outcome) throw new Error(`There is no outcome “${text}”. Choose of: ${outcomes.join(', ')}.`)
  return outcome
}
