import { setTimeout as pause } from 'node:timers/promises'
import { disconnect } from '@/lib/data/database'
import { migrate } from '@/lib/data/migrations'
import type { Settings } from '@/lib/env'
import { paths } from '@/lib/paths'
import { demoPeople } from '@/prisma/seed'
import { build, isBuilt, launch, type RunningApplication } from '@/scripts/application'
import { type OpenDatabase, openDatabase } from '@/scripts/databases'
import { type Hold, holdFolder } from '@/scripts/hold'
import { type NewsroomState, openNewsroom } from '@/scripts/newsroom'
import { isPortFree } from '@/scripts/ports'
import { readSecret, requireSettings } from '@/scripts/settings'
import { step } from '@/scripts/steps'

type Mode = 'start' | 'dev'

/** What runs by now, and what stands ready to be told. */
interface Run {
  hold?: Extract<Hold, { ok: true }>
  database?: OpenDatabase
  application?: RunningApplication
  newsroom?: NewsroomState
}

/** All of `npm start` and `npm run dev`: build, database, migrations, first newsroom, server; until it is stopped. */
export async function serve(mode: Mode): Promise<void> {
  const settings = requireSettings()
  const run: Run = {}
  const stop = stopper(run)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void stop(0, '\nStopping…'))

  try {
    await startAll(mode, settings, run)
    greet(settings, run.newsroom)
    run.application?.process.once('exit', () => void stop(1, 'The server ended. Stopping…'))
  } catch (error) {
    await stop(1, `${error instanceof Error ? error.message : String(error)}`)
  }
}

async function startAll(mode: Mode, settings: Settings, run: Run): Promise<void> {
  // Both before any work: nobody should wait for a build to hear of them.
  if (!settings.databaseUrl) run.hold = await requireFolder(settings)
  await refuseTakenPort(settings.port)
  console.log('Starting Rubric')
  const secret = await readSecret(settings)

  const [built, opened] = await Promise.allSettled([
    mode === 'start' && !isBuilt() && buildNow(),
    open(settings, run),
  ])
  if (built.status === 'rejected') throw built.reason
  if (opened.status === 'rejected') throw opened.reason

  run.application = await step(
    () =>
      launch(mode, settings.port, {
        DATABASE_URL: opened.value.url,
        APP_URL: settings.appUrl,
        AUTH_SECRET: secret,
        RUBRIC_DATA: settings.dataFolder,
        RUBRIC_PROXIES: String(settings.proxies),
        PORT: String(settings.port),
      }),
    () => 'server started',
  )
}

function buildNow(): Promise<void> {
  console.log('  building the application…')
  return step(build, () => 'application built')
}

async function open(settings: Settings, run: Run): Promise<OpenDatabase> {
  const database = await step(
    () =>
      openDatabase(settings, async url => {
        process.env.DATABASE_URL = url
        await step(() => migrate(url), sayApplied)
        run.newsroom = await step(() => openNewsroom(settings, new Date()), sayNewsroom)
        await disconnect()
      }),
    () => 'database ready',
  )
  run.database = database
  return database
}

/** Ends the run once, from the top down; the second call waits for nothing and changes nothing. */
function stopper(run: Run): (code: number, words: string) => Promise<void> {
  let isStopping = false
  return async (code, words) => {
    if (isStopping) return
    isStopping = true
    if (code === 0) console.log(words)
    else console.error(words)
    await run.application?.stop()
    await disconnect()
    await run.database?.close()
    await run.hold?.release()
    process.exit(code)
  }
}

/** Two seconds of patience: the server of a run that was killed just now ends within one. */
async function refuseTakenPort(port: number): Promise<void> {
  for (const deadline = Date.now() + 2_000; Date.now() < deadline; await pause(200))
    if ((await isPortFree(port)) && (await isPortFree(port, '127.0.0.1'))) return
  throw new Error(
    `Port ${port} is in use, perhaps by a Rubric in another folder. Stop that program, or start with another port: PORT=${port + 1} npm start`,
  )
}

async function requireFolder(settings: Settings): Promise<Extract<Hold, { ok: true }>> {
  const hold = await holdFolder(settings.dataFolder, settings.appUrl)
  if (hold.ok) return hold
  throw new Error(
    hold.address
      ? `Rubric runs on the data in ${settings.dataFolder} already, at ${hold.address}. Stop that one first, or set RUBRIC_DATA to another folder.`
      : 'A command is at work on the data just now. Try again in a moment.',
  )
}

function sayApplied(applied: string[]): string {
  if (applied.length === 0) return 'database is up to date'
  return `${applied.length} ${applied.length === 1 ? 'migration' : 'migrations'} applied`
}

function sayNewsroom({ kind, isNew }: NewsroomState): string {
  if (!isNew) return 'newsroom opened'
  return kind === 'demo' ? 'demonstration newsroom made' : 'empty newsroom made'
}

function greet(settings: Settings, newsroom: NewsroomState | undefined): void {
  console.log(`\nRubric is at ${settings.appUrl}\n`)
  if (newsroom?.kind === 'demo') greetDemo(settings)
  if (newsroom?.kind === 'real' && newsroom.link)
    console.log(`The first admin joins here, once, within seven days:\n  ${newsroom.link}\n`)
  console.log('Ctrl-C stops it.')
}

function greetDemo(settings: Settings): void {
  console.log(
    `A demonstration newsroom. Sign in at ${settings.appUrl}${paths.desk} as any of these:`,
  )
  for (const { name, email, role } of demoPeople)
    console.log(`  ${role.padEnd(8)} ${name.padEnd(15)} ${email}`)
  const password = demoPeople[0]?.password
  console.log(`The password of each is: ${password}`)
  console.log('Everyone can read it in the source: keep a demonstration off the internet.\n')
}
