import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { disconnect } from '@/lib/data/database'

// Each test file has a database of its own, so that files may run side by side and a test may
// count on finding nothing but what it made.
const name = `test_${randomBytes(6).toString('hex')}`
const address = new URL(inject('server'))

await onServer(`CREATE DATABASE ${name} TEMPLATE ${inject('template')}`)
address.pathname = `/${name}`
process.env.DATABASE_URL = address.href
process.env.AUTH_SECRET = 'a secret for tests only, of more than 32 characters'
process.env.LOG_LEVEL = 'silent'

afterAll(async () => {
  await disconnect()
  await onServer(`DROP DATABASE ${name} WITH (FORCE)`)
})

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('server') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
