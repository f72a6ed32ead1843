import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '@/lib/data/generated/client'
import { env } from '@/lib/env'

/** The client, or a transaction of it: what every function of lib/data takes first. */
export type Db = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$extends' | '$transaction'
>

/** The development server loads modules again at every change, and must not open a new pool each time. */
const shared = globalThis as typeof globalThis & { rubricDatabase?: PrismaClient }

/** One pool for the process, opened at its first use: building the application needs no database. */
export const database: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_target, name) => {
    shared.rubricDatabase ??= connect()
    const value: unknown = Reflect.get(shared.rubricDatabase, name)
    return typeof value === 'function' ? value.bind(shared.rubricDatabase) : value
  },
})

/** Three tries: two who stand in each other's way seldom meet again, and a fourth would only wait longer. */
const tries = 3

/**
 * Runs `work` as one transaction: all of it is written, or nothing. Thirty seconds is a hundred
 * times the longest of ours (an edition with all its files), because a machine may have much else to
 * do; ten to wait for a free connection. Where
 * PostgreSQL gave it up so that another could go on (a deadlock), `work` runs again from the start.
 */
export async function transaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.$transaction(tx => work(tx), { timeout: 30_000, maxWait: 10_000 })
    } catch (error) {
      if (attempt === tries || !gaveWay(error)) throw error
    }
  }
}

/** Runs reads that must fit together as of one moment, whatever is written meanwhile. */
export async function snapshot<T>(read: (tx: Db) => Promise<T>): Promise<T> {
  return database.$transaction(tx => read(tx), {
    isolationLevel: 'RepeatableRead',
    timeout: 30_000,
    maxWait: 10_000,
  })
}

/** Closes the pool, so that a command can end. */
export async function disconnect(): Promise<void> {
  const open = shared.rubricDatabase
  delete shared.rubricDatabase
  await open?.$disconnect()
}

/** Whether `error` says that the database could not be reached, or went away in the middle. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true
  return codesOf(error).some(
    code => awayCodes.has(code) || code.startsWith('08') || code.startsWith('57P'),
  )
}

/** Whether `error` is the database's refusal of a second row with the same unique value. */
export function isUniqueViolation(error: unknown): boolean {
  return codesOf(error).some(code => code === 'P2002' || code === '23505')
}

/** Prisma's word for a conflict, and PostgreSQL's for a deadlock and for what cannot be put in an order. */
function gaveWay(error: unknown): boolean {
  return codesOf(error).some(code => ['P2034', '40P01', '40001'].includes(code))
}

/** Prisma's own: unreachable, timed out, connection closed, no free connection, transaction that could not start. */
const awayCodes = new Set([
  'P1000',
  'P1001',
  'P1002',
  'P1003',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
])

/** The codes of an error and of what caused it, Prisma's, PostgreSQL's and the system's alike. */
function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return []
  const { code, originalCode, cause, meta } = error as {
    code?: unknown
    originalCode?: unknown
    cause?: unknown
    meta?: { driverAdapterError?: unknown }
  }
  const own = [code, originalCode].filter(each => typeof each === 'string')
  return [...own, ...codesOf(cause), ...codesOf(meta?.driverAdapterError)]
}

function connect(): PrismaClient {
  const connectionString = env.databaseUrl
  if (!connectionString)
    throw new Error(
      'DATABASE_URL is not set. Start Rubric with npm start, which brings a database along.',
    )
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: 10, connectionTimeoutMillis: 5_000 }),
  })
}
