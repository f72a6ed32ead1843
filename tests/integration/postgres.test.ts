import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRunningPostgres, type RunningPostgres, startPostgres } from '@/scripts/postgres'

let folder: string
let server: RunningPostgres

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rubric-private-'))
  server = await startPostgres(folder, ['fsync=off'])
  await query('CREATE TABLE kept (word text)')
  await query(`INSERT INTO kept VALUES ('harbour')`)
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

describe('the private database', () => {
  it('listens on this machine only', async () => {
    expect(await query('SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  })

  it('refuses whoever lacks its password', async () => {
    const address = new URL(server.urlOf('postgres'))
    address.password = 'another'
    await expect(new pg.Client({ connectionString: address.href }).connect()).rejects.toThrow(
      /password/,
    )
  })

  it('keeps its data and its port from one start to the next', async () => {
    const before = server.urlOf('postgres')
    await server.stop()
    expect(await findRunningPostgres(folder)).toBeNull()
    server = await startPostgres(folder)
    expect(server.urlOf('postgres')).toBe(before)
    expect(await query('SELECT word FROM kept')).toEqual([{ word: 'harbour' }])
  })

  it('is taken over where a killed run left it behind', async () => {
    const processId = await processOf(folder)
    const next = await startPostgres(folder)
    expect(await processOf(folder)).toBe(processId)
    expect(next.urlOf('postgres')).toBe(server.urlOf('postgres'))
  })

  it('starts again after it was killed itself', async () => {
    process.kill(await processOf(folder), 'SIGKILL')
    server = await startPostgres(folder)
    expect(await query('SELECT word FROM kept')).toEqual([{ word: 'harbour' }])
  })

  it('starts where its process number belongs to another program by now', async () => {
    const file = join(folder, 'cluster', 'postmaster.pid')
    const lines = (await readFile(file, 'utf8')).split('\n')
    await server.stop()
    await writeFile(file, [String(process.pid), ...lines.slice(1)].join('\n'))
    server = await startPostgres(folder)
    expect(await query('SELECT word FROM kept')).toEqual([{ word: 'harbour' }])
  })

  it('takes another port where its own is in use', async () => {
    const { port } = new URL(server.urlOf('postgres'))
    await server.stop()
    const other = createServer()
    await new Promise<void>(done => other.listen(Number(port), '127.0.0.1', done))
    server = await startPostgres(folder)
    other.close()
    expect(new URL(server.urlOf('postgres')).port).not.toBe(port)
    expect(await query('SELECT word FROM kept')).toEqual([{ word: 'harbour' }])
  })
})

async function processOf(of: string): Promise<number> {
  return Number((await readFile(join(of, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.urlOf('postgres') })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
