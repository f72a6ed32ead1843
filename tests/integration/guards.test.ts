import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { database } from '@/lib/data/database'
import { describeChange, migrate } from '@/lib/data/migrations'
import { seedDemo } from '@/prisma/seed'

// The demonstration has rows in every table that is guarded.
beforeAll(() => seedDemo(new Date('2026-03-02T09:30:00Z')))

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
    const sql = await describeChange(inject('server'), null, schema)
    const fromSchema = await inNewDatabase('from_schema', async address => {
      await query(address, sql)
      return linesOf(address)
    })
    expect(await linesOf(address())).toEqual(fromSchema)
  })

  it('are applied once, by one of two who start at once', async () => {
    const applied = await inNewDatabase('two_at_once', url =>
      Promise.all([migrate(url), migrate(url)]),
    )
    expect(applied.map(names => names.length).sort()).toEqual([0, expect.any(Number)])
    expect(applied.flat()).toEqual(expect.arrayContaining([expect.stringMatching(/_init$/)]))
  })
})

const frozen = {
  revisions: 'number = number + 1',
  annotation_versions: 'version = version + 1',
  looks: 'turn = turn + 1',
  reviews: `comment = 'another'`,
  editions: 'number = number + 1',
  edition_notes: `claim = 'another'`,
  edition_files: `content_type = 'another'`,
  corrections: `text = 'another'`,
  comments: `body = 'another'`,
  audit_events: `kind = 'another'`,
}

describe.each(Object.entries(frozen))('the table %s', (table, change) => {
  it('has rows to lose', async () => {
    expect((await query(address(), `SELECT FROM ${table}`)).rowCount).toBeGreaterThan(0)
  })

  it.each([
    ['changed', `UPDATE ${table} SET ${change}`],
    ['deleted', `DELETE FROM ${table}`],
    ['emptied', `TRUNCATE ${table} CASCADE`],
  ])('refuses to be %s', async (_what, sql) => {
    await expect(query(address(), sql)).rejects.toMatchObject({ code: '23001' })
  })
})

describe('a thread', () => {
  it.each([
    ['deleted', 'DELETE FROM threads'],
    ['emptied with its remarks', 'TRUNCATE threads CASCADE'],
  ])('refuses to be %s', async (_what, sql) => {
    await expect(query(address(), sql)).rejects.toMatchObject({ code: '23001' })
  })

  it('may be settled and opened again', async () => {
    const settle = `UPDATE threads SET resolved_at = now(), resolved_by_id = (SELECT id FROM people LIMIT 1)`
    const open = 'UPDATE threads SET resolved_at = NULL, resolved_by_id = NULL'
    for (const sql of [settle, open])
      expect((await query(address(), sql)).rowCount).toBe(await database.thread.count())
  })
})

describe('an edition', () => {
  const withdrawal = `withdrawn_at = now(), withdrawn_reason = 'A source was forged.', withdrawn_by_id = published_by_id`

  it.each([
    ['a withdrawal without a reason', `withdrawn_at = now(), withdrawn_by_id = published_by_id`],
    ['a withdrawal by nobody', `withdrawn_at = now(), withdrawn_reason = 'A source was forged.'`],
    ['a withdrawal that changes more', `${withdrawal}, snapshot = '{}'`],
  ])('refuses %s', async (_what, change) => {
    await expect(query(address(), `UPDATE editions SET ${change}`)).rejects.toMatchObject({
      code: '23001',
    })
  })

  it('is withdrawn once', async () => {
    const withdraw = `UPDATE editions SET ${withdrawal} WHERE number = 1`
    expect((await query(address(), withdraw)).rowCount).toBe(1)
    await expect(query(address(), withdraw)).rejects.toMatchObject({ code: '23001' })
  })
})

it('keeps the address of an article that was published', async () => {
  await expect(query(address(), `UPDATE articles SET slug = 'another'`)).rejects.toThrow(
    /published address/,
  )
})

it('takes no review of a note from anyone who wrote a version of it', async () => {
  const own = `INSERT INTO reviews (id, annotation_id, reviewer_id, decision, content_hash)
    SELECT gen_random_uuid(), annotation_id, author_id, 'approve', hash FROM annotation_versions LIMIT 1`
  await expect(query(address(), own)).rejects.toThrow(/note of their own/)
})

it.each([
  ['a second newsroom', 'newsroom_is_one', 'UPDATE newsroom SET id = 2'],
  ['an address in capitals', 'people_email_is_lower', 'UPDATE people SET email = upper(email)'],
  [
    'an invitation in capitals',
    'invites_email_is_lower',
    'UPDATE invites SET email = upper(email)',
  ],
  ['a rating below 1', 'ratings_value_from_1', 'UPDATE ratings SET value = 0'],
  [
    'a note without a hash',
    'annotations_hash_is_sha256',
    `UPDATE annotations SET content_hash = ''`,
  ],
  [
    'a note retired for no reason',
    'annotations_retired_have_a_reason',
    `UPDATE annotations SET state = 'retired', retired_reason = NULL`,
  ],
  ['an anchor on no words', 'anchors_have_words', `UPDATE anchors SET quote = ''`],
  ['an anchor of no length', 'anchors_have_words', 'UPDATE anchors SET "end" = start'],
  ['an anchor before the text', 'anchors_have_words', 'UPDATE anchors SET start = -1'],
  ['an anchor with a start alone', 'anchors_have_words', 'UPDATE anchors SET "end" = NULL'],
  [
    'a kept anchor that is nowhere',
    'anchors_have_words',
    'UPDATE anchors SET start = NULL, "end" = NULL',
  ],
  [
    'a lost anchor that is somewhere',
    'anchors_have_words',
    `UPDATE anchors SET placement = 'lost', near = 0`,
  ],
  [
    'a lost anchor without a suggested place',
    'anchors_have_words',
    `UPDATE anchors SET start = NULL, "end" = NULL, placement = 'lost'`,
  ],
  [
    'a settled anchor with nothing to settle',
    'anchors_have_words',
    'UPDATE anchors SET settled_at = now()',
  ],
  [
    'a suggested place before the text',
    'anchors_have_words',
    `UPDATE anchors SET start = NULL, "end" = NULL, placement = 'lost', near = -1`,
  ],
  [
    'a content carried from no hash',
    'annotation_versions_carried_from_is_sha256',
    `INSERT INTO annotation_versions (id, annotation_id, version, content, hash, author_id, carried_from)
     SELECT gen_random_uuid(), annotation_id, 1000, content, hash, author_id, 'none' FROM annotation_versions LIMIT 1`,
  ],
])('refuses %s', async (_what, constraint, sql) => {
  await expect(query(address(), sql)).rejects.toMatchObject({ code: '23514', constraint })
})

it('lets an anchor be nowhere when its words are lost', async () => {
  const lose = `UPDATE anchors SET start = NULL, "end" = NULL, placement = 'lost', near = 0`
  expect((await query(address(), lose)).rowCount).toBe(await database.anchor.count())
})

// The anchors of the demonstration are lost by now.
it.each(['in_review', 'approved'])(
  'keeps a note whose words are lost from being %s',
  async state => {
    const decide = `UPDATE annotations SET state = '${state}', retired_reason = NULL`
    await expect(query(address(), decide)).rejects.toThrow('settle first where the note rests')
  },
)

it('lets such a note be approved once a person has settled where it rests', async () => {
  const approve = `UPDATE annotations SET state = 'approved', retired_reason = NULL`
  await query(address(), 'UPDATE anchors SET settled_at = now(), start = 0, "end" = 1')
  expect((await query(address(), approve)).rowCount).toBe(await database.annotation.count())
})

const address = () => process.env.DATABASE_URL ?? ''

async function inNewDatabase<T>(name: string, work: (url: string) => Promise<T>): Promise<T> {
  const server = inject('server')
  await query(server, `CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  try {
    return await work(url.href)
  } finally {
    await query(server, `DROP DATABASE ${name} WITH (FORCE)`)
  }
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
