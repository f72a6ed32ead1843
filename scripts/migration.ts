import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
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

const server = await startPostgres(join(tmpdir(), 'rubric-migration'))
const sql = await describeChange(
  server.urlOf('postgres'),
  committedSchema(),
  await readFile('prisma/schema.prisma', 'utf8'),
)
if (sql === '') console.log('The schema is as it was committed: there is nothing to migrate.')
else await write(sql)
await server.stop()
process.exit(0)

function committedSchema(): string {
  return execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { encoding: 'utf8' })
}

async function write(sql: string): Promise<void> {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join('prisma', 'migrations', `${stamp}_${name}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), sql)
  console.log(`Wrote ${join(folder, 'migration.sql')}. Read it before you commit it.`)
}
