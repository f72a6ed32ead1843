import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type BrowserContext, chromium } from '@playwright/test'
import { database, disconnect } from '@/lib/data/database'
import { findPersonByEmail } from '@/lib/data/people'
import { personId } from '@/lib/domain/ids'
import type { Call } from '@/lib/domain/roles'
import { defaultScale } from '@/lib/domain/scales'
import { paths } from '@/lib/paths'
import playwright from '@/playwright.config'
import { type DemoPerson, people } from '@/prisma/demo/people'
import { build, isBuilt } from '@/scripts/application'
import { ensureBrowser } from '@/scripts/browser'
import { type Measured, measure, type Repeats } from '@/tests/bench/editor/measure'
import { servePeers } from '@/tests/bench/editor/peers/server'
import { describeRows } from '@/tests/bench/editor/report'
import { type BenchSize, defaultSizes, nameOfSize, parseSize } from '@/tests/bench/editor/sizes'
import { ourStage, peerStage, peers } from '@/tests/bench/editor/stage'
import { signIn } from '@/tests/support/browsing'
import { type ScaleArticle, writeScale } from '@/tests/support/scale'
import site from '@/tests/support/site'

const usage = `npm run bench:editor [-- OPTIONS]

  --size 10000x500,…   words and notes of the articles
  --only A,B           only these: rubric, ${peers.map(({ peer }) => peer).join(', ')}
  --json FILE          write the figures to a file, too

It builds the application where it has changed, and runs it with a database of its own.`

const repeats: Repeats = { visits: 7, marks: 20, steps: 20, notches: 120 }

/** `npm run bench:editor`: how fast one marks and reads at any size, ours beside its peers, in one browser. */
export async function benchEditor(line: string[]): Promise<void> {
  const options = parseOptions(line)
  if (options.help) return console.log(usage)
  const executablePath = ensureBrowser()
  if (!isBuilt()) await build()
  const close = await site()
  try {
    const results: { size: BenchSize; rows: Measured[] }[] = []
    for (const size of options.sizes) {
      const rows = await runSize(executablePath, size, options.only)
      results.push({ size, rows })
      console.log(`${nameOfSize(size)}\n\n${describeRows(rows)}\n`)
    }
    if (options.json) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`)
  } finally {
    await disconnect()
    await close()
  }
}

function parseOptions(line: string[]) {
  const { values } = parseArgs({
    args: line,
    options: {
      size: { type: 'string', default: '' },
      only: { type: 'string', default: '' },
      json: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  })
  const names = ['rubric', ...peers.map(({ peer }) => peer)]
  const only = values.only === '' ? names : values.only.split(',')
  const unknown = only.find(name => !names.includes(name))
  if (unknown) throw new Error(`There is no “${unknown}”. There are: ${names.join(', ')}.`)
  const sizes = values.size === '' ? defaultSizes : values.size.split(',').map(parseSize)
  return { sizes, only, json: values.json, help: values.help }
}

async function runSize(
  executablePath: string,
  size: BenchSize,
  only: string[],
): Promise<Measured[]> {
  const article = await writeScale(await callOf('maren'), await callOf('tobias'), size)
  const server = await servePeers(article.text, { notes: notesOf(article) })
  const often = {
    ...repeats,
    // Each in a paragraph of its own: the same words are not marked twice.
    marks: Math.min(repeats.marks, Math.max(1, Math.floor(size.words / 200))),
    // Two notes fewer than there are: the first may stand before the caret, and the last has none after it.
    steps: Math.min(repeats.steps, Math.max(1, size.notes - 2)),
  }
  const ours = ourStage(new URL(paths.article(article.id), process.env.RUBRIC_TEST_SITE).href)
  try {
    const rows: Measured[] = []
    if (only.includes('rubric'))
      rows.push(
        await inNewBrowser(executablePath, async context => {
          const page = await context.newPage()
          await signIn(page, 'maren')
          await page.close()
          return measure(context, ours, often)
        }),
      )
    for (const each of peers.filter(({ peer }) => only.includes(peer)))
      rows.push(
        await inNewBrowser(executablePath, context =>
          measure(context, peerStage(each, server.address), often),
        ),
      )
    return rows
  } finally {
    await server.close()
  }
}

/** A browser with a folder of its own, as a person has one: what it keeps between visits is part of it. */
async function inNewBrowser<T>(
  executablePath: string,
  act: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'rubric-bench-'))
  const { args = [] } = playwright.use?.launchOptions ?? {}
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: [...args, '--js-flags=--expose-gc'],
    baseURL: process.env.RUBRIC_TEST_SITE ?? '',
    viewport: { width: 1440, height: 1000 },
  })
  try {
    return await act(context)
  } finally {
    await context.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function notesOf({ notes }: ScaleArticle) {
  const tintOf = (key: string | null) =>
    defaultScale.ratings.find(rating => rating.key === key)?.tint ?? 'none'
  return notes.map(({ id, spans, ratingKey }) => ({
    id,
    spans: [...spans],
    tint: tintOf(ratingKey),
  }))
}

/** Somebody of the demonstration, now. */
async function callOf(who: DemoPerson): Promise<Call> {
  const { email, name, role } = people[who]
  const person = await findPersonByEmail(database, email)
  if (!person) throw new Error(`${name} is not at the desk.`)
  return { actor: { id: personId.parse(person.id), name, role }, at: new Date() }
}
