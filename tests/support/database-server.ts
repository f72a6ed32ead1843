import { rm } from 'node:fs/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/lib/data/migrations'
import { startPostgres } from '@/scripts/postgres'
import { hasty } from '@/tests/support/hasty'
import { makeRunFolder } from '@/tests/support/run-folder'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the test server's own database; each test file copies `template` into one of its own. */
    server: string
    template: string
  }
}

const template = 'template_rubric'

/** One PostgreSQL for the run, and a migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await makeRunFolder('test')
  const server = await startPostgres(folder, hasty)
  await onServer(server.urlOf('postgres'), `CREATE DATABASE ${template}`)
  await migrate(server.urlOf(template))
  // A database that somebody is connected to cannot be copied, not even by a connection just closing.
  await onServer(
    server.urlOf('postgres'),
    `ALTER DATABASE ${template} ALLOW_CONNECTIONS false`,
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${template}'`,
  )
  project.provide('server', server.urlOf('postgres'))
  project.provide('template', template)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function onServer(address: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
