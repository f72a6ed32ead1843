import { PrismaPg } from '@prisma/adapter-pg'
import { expect, it } from 'vitest'
import { database } from '@/lib/data/database'
import { PrismaClient } from '@/lib/data/generated/client'
import { refusalFor } from '@/lib/services/failures'

it.each([
  ['does not listen', 'postgresql://rubric@127.0.0.1:1/rubric'],
  ['is not where its name says', 'postgresql://rubric@nowhere.invalid/rubric'],
])('says that a database is away which %s', async (_what, connectionString) => {
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString }) })
  expect(refusalFor(await errorOf(client.person.count()))).toMatchObject({
    reason: 'unavailable',
    message: 'The database does not answer. Nothing was saved; try again in a moment.',
  })
})

it('does not blame the database for a mistake of ours', async () => {
  expect(refusalFor(new TypeError('x is not a function'))).toBeNull()
  expect(refusalFor(await errorOf(database.$queryRaw`SELECT nothing`))).toBeNull()
})

function errorOf(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => {
      throw new Error('This was meant to fail.')
    },
    (error: unknown) => error,
  )
}
