import { disconnect } from '@/lib/data/database'
import { migrate } from '@/lib/data/migrations'
import { inviteRequest } from '@/lib/domain/people'
import { borrowDatabase } from '@/scripts/databases'
import { inviteLink } from '@/scripts/newsroom'
import { requireSettings } from '@/scripts/settings'

/** `npm run invite -- EMAIL ROLE` prints a one-time link. */
const [email, role] = process.argv.slice(2)
const request = inviteRequest.safeParse({ email, role })
if (!request.success) {
  console.error(
    'Say whom, and as what: npm run invite -- name@newsroom.example checker (or editor, or admin)',
  )
  process.exit(1)
}

const settings = requireSettings()
const database = await borrowDatabase(settings)
process.env.DATABASE_URL = database.url
try {
  await migrate(database.url)
  console.log(await inviteLink(settings, request.data.email, request.data.role, new Date()))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  await disconnect()
  await database.close()
}
process.exit()
