import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { describeChange } from '@/lib/data/migrations'

const catalogue = `
  SELECT table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS line
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
  UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
  WHERE contype = 'f' AND connamespace = 'public'::regnamespace
  ORDER BY line`

describe('the migrations', () => {
  it('make the very tables that the schema describes', async () => {
    const schema = await readFile('prisma/schema.prisma', 'utf8')
    const fromSchema = await inNewDatabase(
      'from_schema',
      await describeChange(inject('server'), null, schema),
    )
    const fromMigrations = await linesOf(process.env.DATABASE_URL ?? '')
    expect(fromMigrations).toEqual(fromSchema)
  })

  it.each([
    'revisions',
    'annotation_versions',
    'reviews',
    'editions',
    'edition_notes',
    'edition_files',
    'corrections',
    'audit_events',
  ])('refuse to truncate %s', async table => {
    await expect(
      query(process.env.DATABASE_URL ?? '', `TRUNCATE ${table} CASCADE`),
    ).rejects.toThrow(/refused/)
  })
})

async function inNewDatabase(name: string, sql: string): Promise<string[]> {
  const server = inject('server')
  await query(server, `DROP DATABASE IF EXISTS ${name}`)
  await query(server, `CREATE DATABASE ${name}`)
  const address = new URL(server)
  address.pathname = `/${name}`
  await query(address.href, sql)
  return linesOf(address.href)
}

async function linesOf(connectionString: string): Promise<string[]> {
  const { rows } = await query(connectionString, catalogue)
  return rows.map(row => String(row.line))
}

async function query(connectionString: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}
