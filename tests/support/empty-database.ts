import { database } from '@/lib/data/database'

/**
 * Empties every table, for tests that count on being the first. The guards refuse it, as they
 * should; a superuser, which only tests are, can set them aside.
 */
export async function emptyDatabase(): Promise<void> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`
  await database.$transaction([
    database.$executeRaw`SET LOCAL session_replication_role = replica`,
    // Not TRUNCATE: it makes new files for every table and index, which takes a hundred times as long.
    ...tables.map(({ name }) => database.$executeRawUnsafe(`DELETE FROM ${name}`)),
  ])
}
