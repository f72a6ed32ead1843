import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { disconnect } from '@/lib/data/database'
import { migrate } from '@/lib/data/migrations'
import type { Settings } from '@/lib/env'
import { demoPeople } from '@/prisma/seed'
import { ensureBuild, launch, type RunningApplication } from '@/scripts/application'
import { type OpenDatabase, openDatabase } from '@/scripts/databases'
import { type FirstStart, setUpOnce } from '@/scripts/newsroom'
import { readSecret, requireSettings } from '@/scripts/settings'

/** All of `npm start` and `npm run dev`: build, database, migrations, first newsroom, server; until it is stopped. */
export async function serve(mode: 'start' | 'dev'): Promise<void> {
  const settings = requireSettings()
  const running: { database?: OpenDatabase; application?: RunningApplication } = {}
  const lock = join(settings.dataFolder, 'running.json')
  let stopping = false

  const stopAll = async (code: number) => {
    if (stopping) return
    stopping = true
    await running.application?.stop()
    await disconnect()
    await running.database?.close()
    await rm(lock, { force: true })
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (!stopping) console.log('\nStopping…')
      void stopAll(0)
    })

  try {
    await refuseSecond(lock)
    await refuseTakenPort(settings.port)
    await mkdir(settings.dataFolder, { recursive: true })
    await writeFile(lock, JSON.stringify({ processId: process.pid, url: settings.appUrl }))

    if (mode === 'start')
      await step('Building the application', () => ensureBuild() || 'already built')
    const database = await step('Starting the database', () => openDatabase(settings))
    running.database = database
    process.env.DATABASE_URL = database.url
    await step('Bringing the database up to date', async () =>
      sayApplied(await migrate(database.url)),
    )
    const first = await step('Opening the newsroom', () => setUpOnce(settings, new Date()))
    await disconnect()
    const application = await step('Starting the server', async () =>
      launch(mode, settings.port, await settingsFor(settings, database)),
    )
    running.application = application
    greet(settings, first)
    application.process.once('exit', () => void stopAll(1))
  } catch (error) {
    if (!stopping) console.error(`\n${error instanceof Error ? error.message : String(error)}`)
    await stopAll(1)
  }
}

async function settingsFor(
  settings: Settings,
  database: OpenDatabase,
): Promise<Record<string, string>> {
  return {
    DATABASE_URL: database.url,
    APP_URL: settings.appUrl,
    AUTH_SECRET: await readSecret(settings),
    RUBRIC_DATA: settings.dataFolder,
    PORT: String(settings.port),
  }
}

/** Does one step with a line about it: what, and how long it took. */
async function step<T>(what: string, work: () => Promise<T> | T): Promise<T> {
  const begun = performance.now()
  process.stdout.write(`  ${what}… `)
  const result = await work()
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(typeof result === 'string' ? result : `${seconds} s`)
  return result
}

function sayApplied(applied: string[]): string {
  return applied.length === 0
    ? 'nothing to do'
    : `${applied.length} ${applied.length === 1 ? 'migration' : 'migrations'} applied`
}

function greet(settings: Settings, first: FirstStart): void {
  console.log(`\nRubric is at ${settings.appUrl}\n`)
  if (first.kind === 'real')
    console.log(`The first admin joins here, once, within seven days:\n  ${first.link}\n`)
  else if (settings.isDemo) greetDemo()
  console.log('Ctrl-C stops it.')
}

function greetDemo(): void {
  console.log('The demonstration newsroom. These people can sign in at the desk (/desk):')
  for (const { name, email, role, password } of demoPeople)
    console.log(`  ${role.padEnd(8)} ${name.padEnd(14)} ${email.padEnd(30)} password: ${password}`)
  console.log('')
}

/** Two runs in one folder would share a database that only one of them stops. */
async function refuseSecond(lock: string): Promise<void> {
  if (!existsSync(lock)) return
  const { processId, url } = JSON.parse(await readFile(lock, 'utf8').catch(() => '{}')) as {
    processId?: number
    url?: string
  }
  if (processId && (await isRubric(processId)))
    throw new Error(
      `Rubric runs from this folder already, at ${url} (process ${processId}). Stop that one first, or set RUBRIC_DATA and PORT.`,
    )
}

/** A process number is used again by others; on Linux the command line tells. */
async function isRubric(processId: number): Promise<boolean> {
  try {
    process.kill(processId, 0)
  } catch {
    return false
  }
  const command = await readFile(`/proc/${processId}/cmdline`, 'utf8').catch(() => 'scripts/')
  return command.includes('scripts/')
}

function refuseTakenPort(port: number): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', () =>
      fail(
        new Error(
          `Port ${port} is in use by another program. Stop it, or start with PORT=${port + 1} npm start.`,
        ),
      ),
    )
    probe.listen(port, () => probe.close(() => done()))
  })
}
