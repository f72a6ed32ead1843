import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { fingerprintMigrations, migrate } from '@/lib/data/migrations'
import { ensureDatabase, startPostgres } from '@/scripts/postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the test server's own database; each test file copies `template` into one of its own. */
    server: string
    template: string
  }
}

/** One PostgreSQL for the run, and a migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres(
    join(tmpdir(), `rubric-test-${process.getuid?.() ?? 0}-${process.pid}`),
  )
  const template = `template_${await fingerprintMigrations()}`
  await ensureDatabase(server, template)
  await migrate(server.urlOf(template))
  project.provide('server', server.urlOf('postgres'))
  project.provide('template', template)
  return () => server.stop()
}
