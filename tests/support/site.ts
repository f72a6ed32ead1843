import { rm } from 'node:fs/promises'
import { disconnect } from '@/lib/data/database'
import { migrate } from '@/lib/data/migrations'
import { seedDemo } from '@/prisma/seed'
import { launch } from '@/scripts/application'
import { findFreePort } from '@/scripts/ports'
import { startPostgres } from '@/scripts/postgres'
import { hasty } from '@/tests/support/hasty'
import { makeRunFolder } from '@/tests/support/run-folder'
import { openSessions } from '@/tests/support/sessions'

/**
 * The site that the end-to-end tests visit: the production build with a database and a port of its
 * own, filled with the demonstration, so that a running `npm start` is not disturbed.
 */
export default async function site(): Promise<() => Promise<void>> {
  const folder = await makeRunFolder('e2e')
  const postgres = await startPostgres(folder, hasty)
  const url = postgres.urlOf('postgres')
  const port = await findFreePort()
  const address = `http://localhost:${port}`
  await fill(url, address)
  const application = await launch('start', port, {
    DATABASE_URL: url,
    APP_URL: address,
    AUTH_SECRET: 'a secret for tests only, of more than 32 characters',
    RUBRIC_DATA: folder,
    RUBRIC_PROXIES: '0',
    PORT: String(port),
  })
  await openSessions(address, folder)
  process.env.RUBRIC_TEST_SITE = address
  return async () => {
    await application.stop()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function fill(url: string, address: string): Promise<void> {
  process.env.DATABASE_URL = url
  process.env.APP_URL = address
  await migrate(url)
  await seedDemo(new Date())
  await disconnect()
}
