import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { disconnect } from '@/lib/data/database'
import { migrate } from '@/lib/data/migrations'
import { seedDemo } from '@/prisma/seed'
import { launch } from '@/scripts/application'
import { ensureDatabase, startPostgres } from '@/scripts/postgres'

/**
 * The site that the end-to-end tests visit: the production build with a database and a port of its
 * own, filled with the demonstration, so that a running `npm start` is not disturbed.
 */
export default async function site(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'rubric-e2e-'))
  const postgres = await startPostgres(join(folder, 'postgres'))
  await ensureDatabase(postgres, 'rubric')
  const url = postgres.urlOf('rubric')
  await migrate(url)
  process.env.DATABASE_URL = url
  const port = await findFreePort()
  const address = `http://localhost:${port}`
  process.env.APP_URL = address
  await seedDemo(new Date())
  await disconnect()
  const application = await launch('start', port, {
    DATABASE_URL: url,
    APP_URL: address,
    AUTH_SECRET: 'a secret for tests only, of more than 32 characters',
    RUBRIC_DATA: folder,
    PORT: String(port),
  })
  process.env.RUBRIC_TEST_SITE = address
  return async () => {
    await application.stop()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address
          ? done(address.port)
          : fail(new Error('No port is free.')),
      )
    })
  })
}
