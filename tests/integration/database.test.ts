import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import {
  type Db,
  database,
  disconnect,
  isDatabaseAway,
  isUniqueViolation,
  transaction,
} from '@/lib/data/database'

describe('a transaction', () => {
  it('writes nothing where its work fails', async () => {
    const id = randomUUID()
    const failed = transaction(async tx => {
      await write(tx, id)
      throw new Error('in the middle')
    })
    await expect(failed).rejects.toThrow('in the middle')
    expect(await nameOf(id)).toBeUndefined()
  })

  it('runs again where two stand in each other’s way, so that both are done', async () => {
    const [one, two] = [randomUUID(), randomUUID()]
    await write(database, one)
    await write(database, two)
    const bothHold = meeting(2)
    let runs = 0
    const lengthen = (first: string, second: string) =>
      transaction(async tx => {
        await rename(tx, first)
        if (++runs <= 2) await bothHold()
        await rename(tx, second)
      })
    await Promise.all([lengthen(one, two), lengthen(two, one)])
    expect(runs).toBe(3)
    expect([await nameOf(one), await nameOf(two)]).toEqual(['A scale++', 'A scale++'])
  })
})

describe('a database that is away', () => {
  it('is told where its connection ends in the middle, and nothing is half-written', async () => {
    const id = randomUUID()
    const cut = transaction(async tx => {
      await write(tx, id)
      await tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`
    })
    expect(isDatabaseAway(await cut.catch(error => error))).toBe(true)
    expect(await nameOf(id)).toBeUndefined()
  })

  it('is used again when it is back, though every connection was cut', async () => {
    await Promise.all([nameOf(randomUUID()), nameOf(randomUUID())])
    await database.$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`
    expect(await nameOf(randomUUID())).toBeUndefined()
  })

  it('is told where nobody answers', async () => {
    await disconnect()
    vi.resetModules()
    // Nothing listens at port 1.
    vi.stubEnv('DATABASE_URL', 'postgresql://rubric:x@127.0.0.1:1/rubric')
    const elsewhere = await import('@/lib/data/database')
    const failed = await elsewhere.database.scale.count().catch(error => error)
    await elsewhere.disconnect()
    expect(elsewhere.isDatabaseAway(failed)).toBe(true)
  })

  it('is not what a refused row tells', async () => {
    const id = randomUUID()
    await write(database, id)
    const refused = await write(database, id).catch(error => error)
    expect(isDatabaseAway(refused)).toBe(false)
    expect(isUniqueViolation(refused)).toBe(true)
  })
})

async function write(db: Db, id: string): Promise<void> {
  await db.scale.create({ data: { id, name: 'A scale' } })
}

async function rename(db: Db, id: string): Promise<void> {
  await db.$executeRaw`UPDATE scales SET name = name || '+' WHERE id = ${id}::uuid`
}

async function nameOf(id: string): Promise<string | undefined> {
  return (await database.scale.findUnique({ where: { id } }))?.name
}

/** Lets nobody on before `count` have come. */
function meeting(count: number): () => Promise<void> {
  let open = () => {}
  const all = new Promise<void>(done => {
    open = done
  })
  return () => {
    if (--count === 0) open()
    return all
  }
}
