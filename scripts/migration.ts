import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeChange } from '@/lib/data/migrations'
import { startPostgres } from '@/scripts/postgres'

/** `npm run migration -- NAME` writes the migration from the committed schema to the one in the work tree. */
const name = process.argv[2]
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Name the migration in small letters: npm run migration -- add_captures')
  process.exit(1)
}

const folder = await mkdtemp(join(tmpdir(), 'rubric-migration-'))
const server = await startPostgres(folder)
try {
  const schema = await readFile('prisma/schema.prisma', 'utf8')
  const sql = await describeChange(server.urlOf('postgres'), committedSchema(), schema)
  if (sql === '') console.log('The schema is as it was committed: there is nothing to migrate.')
  else await write(sql)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)

function committedSchema(): string {
  return execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { encoding: 'utf8' })
}

async function write(sql: string): Promise<void> {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const migration = join('prisma', 'migrations', `${stamp}_${name}`)
  await mkdir(migration, { recursive: true })
  await writeFile(join(migration, 'migration.sql'), sql)
  console.log(`Wrote ${join(migration, 'migration.sql')}. Read it before you commit it.`)
}
