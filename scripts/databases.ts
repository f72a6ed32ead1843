import { join } from 'node:path'
import pg from 'pg'
import type { Settings } from '@/lib/env'
import { holdFolder } from '@/scripts/hold'
import {
  findRunningPostgres,
  hasDatabase,
  type RunningPostgres,
  startPostgres,
} from '@/scripts/postgres'

export interface OpenDatabase {
  url: string
  /** Where the application that has it open is, if another process does. */
  address?: string
  /** Does nothing to a server that is not ours. */
  close(): Promise<void>
}

const name = 'rubric'
/** What a new database is called until all of it is there. */
const draft = 'rubric_draft'
const folderOf = (settings: Settings) => join(settings.dataFolder, 'postgres')

/**
 * The database that the settings name, or a private one, started if need be; `prepare` brings it up
 * to date. A private database that is new gets its name only when `prepare` is done, so that a
 * first start which is killed half-way leaves nothing half-made.
 */
export async function openDatabase(
  settings: Settings,
  prepare: (url: string) => Promise<void>,
): Promise<OpenDatabase> {
  if (settings.databaseUrl) {
    await requireAnswer(settings.databaseUrl)
    await alone(settings.databaseUrl, prepare)
    return { url: settings.databaseUrl, close: async () => {} }
  }
  const server = await startPostgres(folderOf(settings))
  try {
    if (await hasDatabase(server, name)) await prepare(server.urlOf(name))
    else await makeDatabase(server, prepare)
    return { url: server.urlOf(name), close: keepAlive(folderOf(settings), server) }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/**
 * The database for a short command: the one that a running `npm start` has, or else one that is
 * started for as long as the command takes.
 */
export async function borrowDatabase(settings: Settings): Promise<OpenDatabase> {
  if (settings.databaseUrl) {
    await requireAnswer(settings.databaseUrl)
    return { url: settings.databaseUrl, close: async () => {} }
  }
  const hold = await holdFolder(settings.dataFolder, null)
  if (!hold.ok) return borrowRunning(settings, hold.address)
  const server = await startPostgres(folderOf(settings))
  const close = async () => {
    await server.stop()
    await hold.release()
  }
  if (await hasDatabase(server, name)) return { url: server.urlOf(name), close }
  await close()
  throw new Error('There is no newsroom yet. Start Rubric once, with npm start.')
}

/**
 * Starts the server of `folder` again whenever it has ended (somebody stopped it, or the system took
 * its memory), until the function it gives back is called. Its port stays, so the application finds it.
 */
function keepAlive(folder: string, first: RunningPostgres): () => Promise<void> {
  let server = first
  let starting: Promise<void> | undefined
  const restart = async () => {
    console.error('The private database ended. Starting it again…')
    server = await startPostgres(folder)
  }
  const watch = setInterval(() => {
    if (server.isAlive()) return
    starting ??= restart()
      .catch(error => console.error(error instanceof Error ? error.message : error))
      .finally(() => {
        starting = undefined
      })
  }, 1_000)
  return async () => {
    clearInterval(watch)
    await starting
    await server.stop()
  }
}

async function borrowRunning(settings: Settings, address: string | null): Promise<OpenDatabase> {
  const urlOf = await findRunningPostgres(folderOf(settings))
  if (!urlOf || !address)
    throw new Error('Rubric is starting, or at another command. Try again in a moment.')
  return { url: urlOf(name), address, close: async () => {} }
}

async function makeDatabase(
  server: RunningPostgres,
  prepare: (url: string) => Promise<void>,
): Promise<void> {
  await onServer(server, `DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
  await onServer(server, `CREATE DATABASE ${draft}`)
  await prepare(server.urlOf(draft))
  await onServer(server, `ALTER DATABASE ${draft} RENAME TO ${name}`)
}

async function onServer(server: RunningPostgres, sql: string): Promise<void> {
  await onDatabase(server.urlOf('postgres'), sql)
}

/** A database that cannot be reached is named, without its password, with what it says. */
async function requireAnswer(url: string): Promise<void> {
  try {
    await onDatabase(url, 'SELECT 1')
  } catch (error) {
    const { host, pathname } = new URL(url)
    const words = error instanceof Error ? error.message : String(error)
    throw new Error(
      `The database of DATABASE_URL (${host}${pathname}) cannot be used: ${words}. Nothing was changed; see that it runs and that the address is right.`,
    )
  }
}

/** Any number will do, as long as it is ours: "rubric" on a telephone's keys. */
const preparing = 782_742

/** Of several processes that start at once on one database, one prepares it and the others then find it so. */
async function alone(url: string, prepare: (url: string) => Promise<void>): Promise<void> {
  const guard = new pg.Client({ connectionString: url })
  await guard.connect()
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [preparing])
    await prepare(url)
  } finally {
    await guard.end()
  }
}

async function onDatabase(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
