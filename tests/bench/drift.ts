import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Change, changeReasons, classifyChange } from '@/lib/domain/anchoring/changes'
import { left, percent, right, table } from './table'

const driftKinds = [...changeReasons, 'typography', 'wording'] as const
type DriftKind = (typeof driftKinds)[number]

/** A line of the drift set; what each field means stands in tests/corpora/drift/README.md. */
const driftLine = z.object({
  lang: z.string(),
  before: z.string(),
  after: z.string(),
  kind: z.enum(driftKinds),
  kinds: z.array(z.enum(driftKinds)).optional(),
})
type DriftPair = z.infer<typeof driftLine>

/** A pair, and what the classifier says of it. */
interface Classed {
  pair: DriftPair
  /** What changed: the kind and, where it is more than one thing, the others. */
  kinds: DriftKind[]
  change: Change
}

const classes = ['none', 'typography', 'wording', 'meaning'] as const
type Class = (typeof classes)[number]

const defaultData = 'tests/corpora/drift'

const usage = `npm run bench:drift [-- OPTIONS]

  --data DIR       folder of LANGUAGE.jsonl files
  --lang A,B       only these languages
  --cases          list every pair that is classed wrongly, or for a wrong reason`

/** `npm run bench:drift`: whether the classifier tells a change of meaning from one of words or typography. */
export async function benchDrift(line: string[]): Promise<void> {
  const { values } = parseArgs({
    args: line,
    options: {
      data: { type: 'string', default: defaultData },
      lang: { type: 'string', default: '' },
      cases: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(usage)
  const asked = values.lang.split(',').filter(each => each !== '')
  const pairs = readPairs(values.data).filter(
    ({ lang }) => asked.length === 0 || asked.includes(lang),
  )
  if (pairs.length === 0)
    return console.log(
      `There are no pairs in ${values.data}. Give a folder of them with --data DIR.`,
    )
  const classed = pairs.map(classify)
  print(
    'By language: what was found of each class, and how much of it rightly',
    byLanguage(classed),
  )
  print('By kind: how its pairs were classed, and the reasons that were told', byKind(classed))
  print('A change of meaning that passed as none or as typography', dangerous(classed))
  if (values.cases) print('Every miss', missed(classed))
}

function readPairs(folder: string): DriftPair[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter(file => file.endsWith('.jsonl'))
  return files.sort().flatMap(file => {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n')
    return lines.filter(each => each.trim() !== '').map(each => driftLine.parse(JSON.parse(each)))
  })
}

function classify(pair: DriftPair): Classed {
  const change = classifyChange(pair.before, pair.after, pair.lang)
  return { pair, kinds: [pair.kind, ...(pair.kinds ?? [])], change }
}

/** The class that a pair should get: a reason is a change of meaning. */
function classOf({ pair: { kind } }: Classed): Class {
  return kind === 'typography' || kind === 'wording' ? kind : 'meaning'
}

function byLanguage(classed: Classed[]): string {
  const languages = [...new Set(classed.map(({ pair }) => pair.lang))]
  const groups = languages.map(lang => ({
    name: lang,
    ofIt: classed.filter(({ pair }) => pair.lang === lang),
  }))
  const others = classed.filter(({ pair }) => pair.lang !== 'en')
  const rows = [...groups, { name: 'not en', ofIt: others }, { name: 'all', ofIt: classed }]
  const shown = ['meaning', 'typography', 'wording'] as const
  const heads = shown.flatMap(each => [right(each), right('precision %'), right('recall %')])
  return table(
    [left('lang'), right('pairs'), ...heads, right('right reason %')],
    rows.map(({ name, ofIt }) => [
      name,
      String(ofIt.length),
      ...shown.flatMap(each => scoreCells(ofIt, each)),
      percent(rightReasons(ofIt)),
    ]),
  )
}

/** How many there are, and of those said to be and of those that are the share that is both. */
function scoreCells(classed: Classed[], which: Class): string[] {
  const are = classed.filter(each => classOf(each) === which)
  const said = classed.filter(({ change }) => change.kind === which)
  const both = are.filter(({ change }) => change.kind === which).length
  return [String(are.length), percent(share(both, said.length)), percent(share(both, are.length))]
}

/** Of the changes of meaning that were found, those with a right reason among the ones told. */
function rightReasons(classed: Classed[]): number | null {
  const found = classed.filter(each => classOf(each) === 'meaning' && isFound(each))
  return share(found.filter(hasRightReason).length, found.length)
}

const isFound = ({ change }: Classed) => change.kind === 'meaning'
const hasRightReason = ({ change, kinds }: Classed) =>
  change.reasons.some(each => kinds.includes(each))

function byKind(classed: Classed[]): string {
  const rows = driftKinds.map(kind => {
    const ofIt = classed.filter(({ pair }) => pair.kind === kind)
    const counts = classes.map(each => ofIt.filter(({ change }) => change.kind === each).length)
    return [kind, ...[ofIt.length, ...counts].map(String), ...reasonCells(classed, kind)]
  })
  const counts = classes.map(each => right(each))
  const scores = [right('reason precision %'), right('reason recall %')]
  return table([left('kind'), right('pairs'), ...counts, ...scores], rows)
}

/** A pair may have several reasons: each is counted where it was told, and where it should have been. */
function reasonCells(classed: Classed[], kind: DriftKind): string[] {
  const told = classed.filter(({ change }) => change.reasons.some(each => each === kind))
  const ofIt = classed.filter(({ pair }) => pair.kind === kind)
  const precision = share(told.filter(({ kinds }) => kinds.includes(kind)).length, told.length)
  const recall = share(ofIt.filter(each => told.includes(each)).length, ofIt.length)
  const isReason = kind !== 'typography' && kind !== 'wording'
  return isReason ? [percent(precision), percent(recall)] : ['', '']
}

const share = (part: number, all: number) => (all === 0 ? null : (100 * part) / all)

function dangerous(classed: Classed[]): string {
  const passed = classed.filter(
    each => classOf(each) === 'meaning' && ['none', 'typography'].includes(each.change.kind),
  )
  return passed.length === 0 ? 'None.' : passed.map(inWords).join('\n\n')
}

function missed(classed: Classed[]): string {
  const wrong = classed.filter(
    each => each.change.kind !== classOf(each) || (isFound(each) && !hasRightReason(each)),
  )
  return wrong.length === 0 ? 'None.' : wrong.map(inWords).join('\n\n')
}

function inWords({ pair, change, kinds }: Classed): string {
  const said = [change.kind, ...change.reasons].join(' ')
  return `${pair.lang} · ${[...new Set(kinds)].join(', ')} · classed as ${said}\n  ${pair.before}\n  ${pair.after}`
}

function print(title: string, body: string): void {
  console.log(`${title}\n\n${body}\n`)
}
