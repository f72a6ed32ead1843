import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuild } from '@/scripts/application'
import { ensureBrowser } from '@/scripts/browser'

/** `npm test [-- unit | integration | e2e | check]`: every suite, or one; ends with one line of sums. */
interface Tally {
  passed: number
  failed: number
  skipped: number
}

const suites = {
  types: () => verdict(node('node_modules/typescript/bin/tsc', '-p', '.')),
  lint: () =>
    verdict(node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings')),
  unit: () => vitest('unit'),
  integration: () => vitest('integration'),
  e2e: () => playwright(),
} satisfies Record<string, () => Tally>
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

const sum: Tally = { passed: 0, failed: 0, skipped: 0 }
for (const name of chosen) {
  const begun = performance.now()
  console.log(`\n── ${name}`)
  const tally = run(name)
  sum.passed += tally.passed
  sum.failed += tally.failed
  sum.skipped += tally.skipped
  console.log(
    `── ${name}: ${tally.passed} passed, ${tally.failed} failed, ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  )
}
console.log(
  `\n${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`,
)
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1)

/** A suite that cannot even start has failed; the others still run. */
function run(name: Suite): Tally {
  try {
    return suites[name]()
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function verdict(isGood: boolean): Tally {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 }
}

function node(program: string, ...options: string[]): boolean {
  return spawnSync(process.execPath, [program, ...options], { stdio: 'inherit' }).status === 0
}

function vitest(project: string): Tally {
  const report = reportFile(project)
  const isGood = node(
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

function playwright(): Tally {
  process.env.CHROMIUM_PATH = ensureBrowser()
  if (ensureBuild()) console.log('Built the application.')
  const report = reportFile('e2e')
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = report
  const isGood = node(
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

function reportFile(name: string): string {
  const file = join(tmpdir(), `rubric-${name}-${process.pid}.json`)
  rmSync(file, { force: true })
  return file
}

function readReport(file: string): unknown {
  if (!existsSync(file)) throw new Error('The tests ended without a report.')
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** A runner that failed for a reason it did not count (a broken file, a hook) has one failure more. */
function honest(isGood: boolean, tally: Tally): Tally {
  return isGood || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}
