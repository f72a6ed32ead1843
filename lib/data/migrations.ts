import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'

const folder = join(process.cwd(), 'prisma', 'migrations')
const schemaPath = join(process.cwd(), 'prisma', 'schema.prisma')

/**
 * Brings a database up to date and gives back the names of the migrations applied now. Prisma's schema
 * engine does it, in WebAssembly, because the engine Prisma's command uses must be downloaded; the
 * folders, the table of applied migrations and the lock that lets one process do it are Prisma's own.
 */
export async function migrate(connectionString: string): Promise<string[]> {
  const { appliedMigrationNames } = await withEngine(connectionString, async engine =>
    engine.applyMigrations({ migrationsList: await readMigrations(), filters: noFilters }),
  )
  return appliedMigrationNames
}

/**
 * The SQL that leads from one schema.prisma (null: an empty database) to another; "" where nothing
 * changes. The engine wants a database to speak to, but reads nothing in it: looking at tables does
 * not work through Prisma's adapter yet.
 */
export async function describeChange(
  connectionString: string,
  before: string | null,
  after: string,
): Promise<string> {
  const { stdout } = await withEngine(connectionString, engine =>
    engine.diff({
      from: before === null ? { tag: 'empty' } : schemaOf(before),
      to: schemaOf(after),
      script: true,
      shadowDatabaseUrl: null,
      exitCode: null,
      filters: noFilters,
    }),
  )
  return stdout?.includes('This is an empty migration') ? '' : (stdout ?? '')
}

const schemaOf = (content: string) => ({
  tag: 'schemaDatamodel',
  files: [{ path: schemaPath, content }],
})

const noFilters = { externalTables: [], externalEnums: [] }

interface Engine {
  applyMigrations(input: unknown): Promise<{ appliedMigrationNames: string[] }>
  diff(input: unknown): Promise<{ stdout: string | null }>
}

interface EngineModule {
  __wbg_set_wasm(exports: WebAssembly.Exports): void
  SchemaEngine: {
    new: (options: unknown, debug: (line: string) => void, adapter: unknown) => Promise<Engine>
  }
}

/** Prisma's schema engine on one database; its connections are closed when `work` is done. */
async function withEngine<T>(
  connectionString: string,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  engineModule ??= loadEngine()
  const { SchemaEngine } = await engineModule
  const schema = await readFile(schemaPath, 'utf8')
  const opened: SqlDriverAdapter[] = []
  try {
    const adapters = bindSqlAdapterFactory(wholeScripts(connectionString, opened))
    return await work(
      await SchemaEngine.new({ datamodels: [[schemaPath, schema]] }, () => {}, adapters),
    )
  } finally {
    for (const adapter of opened) await adapter.dispose()
  }
}

/**
 * Prisma's adapter, with one change: it cuts a script at every semicolon, which breaks functions
 * in two. PostgreSQL takes a script whole.
 */
function wholeScripts(
  connectionString: string,
  opened: SqlDriverAdapter[],
): SqlDriverAdapterFactory {
  const factory = new PrismaPg({ connectionString })
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect()
      adapter.executeScript = script => runScript(connectionString, script)
      opened.push(adapter)
      return adapter
    },
  }
}

async function runScript(connectionString: string, script: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(script)
  } finally {
    await client.end()
  }
}

/** Once for the process: a second instance would take the memory from under the first. */
let engineModule: Promise<EngineModule> | undefined

/** The package's own loader imports WebAssembly as a module, which Node does not do yet. */
async function loadEngine(): Promise<EngineModule> {
  const files = join(process.cwd(), 'node_modules', '@prisma', 'schema-engine-wasm')
  const glue = './schema_engine_bg.js'
  const module = (await import(pathToFileURL(join(files, glue)).href)) as EngineModule
  const bytes = await readFile(join(files, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, {
    [glue]: module as unknown as WebAssembly.ModuleImports,
  })
  module.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  return module
}

async function readMigrations() {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
  const migrationDirectories = await Promise.all(
    names.map(async path => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: await readFile(join(folder, path, 'migration.sql'), 'utf8') },
      },
    })),
  )
  const lock = await readFile(join(folder, 'migration_lock.toml'), 'utf8')
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories,
  }
}
