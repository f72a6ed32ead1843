import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, isBuilt } from '@/scripts/application'
import { ensureBrowser } from '@/scripts/browser'

/** `npm test [-- unit | integration | e2e | check]`: every suite, or one; ends with one line of sums. */
interface Tally {
  passed: number
  failed: number
  skipped: number
}

const suites = {
  types,
  lint: async () =>
    verdict(await node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings')),
  unit: () => vitest('unit'),
  integration: () => vitest('integration'),
  e2e: playwright,
} satisfies Record<string, () => Promise<Tally>>
type Suite = keyof typeof suites

const groups: Record<string, Suite[]> = {
  all: ['types', 'lint', 'unit', 'integration', 'e2e'],
  check: ['types', 'lint'],
  unit: ['unit'],
  integration: ['integration'],
  e2e: ['e2e'],
}

const [asked = 'all', ...rest] = process.argv.slice(2)
const chosen = groups[asked]
if (!chosen) {
  console.error(`There is no suite “${asked}”. Choose one of: ${Object.keys(groups).join(', ')}.`)
  process.exit(1)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

const sum: Tally = { passed: 0, failed: 0, skipped: 0 }
for (const name of chosen) {
  const begun = performance.now()
  console.log(`\n── ${name}`)
  const tally = await run(name)
  sum.passed += tally.passed
  sum.failed += tally.failed
  sum.skipped += tally.skipped
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`── ${name}: ${inWords(tally)} (${seconds} s)`)
}
console.log(`\n${inWords(sum)}`)
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1)

function inWords({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}

/** A suite that cannot even start has failed; the others still run. */
async function run(name: Suite): Promise<Tally> {
  try {
    return await suites[name]()
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function verdict(isGood: boolean): Tally {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 }
}

/** Next declares stylesheets and routes in files that it makes; a fresh clone has none. */
async function types(): Promise<Tally> {
  const isDeclared =
    existsSync('next-env.d.ts') || (await node('node_modules/next/dist/bin/next', 'typegen'))
  return verdict(isDeclared && (await node('node_modules/typescript/bin/tsc', '-p', '.')))
}

async function vitest(project: string): Promise<Tally> {
  const report = reportFile(project)
  const isGood = await node(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...rest,
  )
  const counts = readReport(report) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
  }
  const skipped = counts.numPendingTests + counts.numTodoTests
  return honest(isGood, { passed: counts.numPassedTests, failed: counts.numFailedTests, skipped })
}

async function playwright(): Promise<Tally> {
  process.env.CHROMIUM_PATH = ensureBrowser()
  if (!isBuilt()) await build()
  const report = reportFile('e2e')
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = report
  const isGood = await node(
    'node_modules/@playwright/test/cli.js',
    'test',
    '--reporter=list,json',
    ...rest,
  )
  const { stats } = readReport(report) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  // A test that passed only at its second try is one that failed.
  return honest(isGood, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  })
}

/** Runs a program of Node's to its end, and says whether that was a good one. */
function node(program: string, ...options: string[]): Promise<boolean> {
  const child = spawn(process.execPath, ['--no-deprecation', program, ...options], {
    stdio: 'inherit',
  })
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', code => done(code === 0))
  })
}

function reportFile(name: string): string {
  const file = join(tmpdir(), `rubric-${name}-${process.pid}.json`)
  rmSync(file, { force: true })
  return file
}

function readReport(file: string): unknown {
  if (!existsSync(file)) throw new Error('The tests ended without a report.')
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
  rmSync(file)
  return report
}

/** A runner that failed for a reason it did not count (a broken file, a hook) has one failure more. */
function honest(isGood: boolean, tally: Tally): Tally {
  return isGood || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}
