import { disconnect } from '@/lib/data/database'
import { verifyAuditChain } from '@/lib/services/history'
import { borrowDatabase } from '@/scripts/databases'
import { requireSettings } from '@/scripts/settings'

/** `npm run audit:verify` walks the chain of the audit log, and fails where an entry is not what was written. */
const database = await borrowDatabase(requireSettings())
process.env.DATABASE_URL = database.url
const outcome = await verifyAuditChain()
await disconnect()
await database.close()
if (outcome.ok) console.log(`The audit log is whole: ${outcome.entries} entries.`)
else console.error(`The audit log is not whole: ${outcome.fault}.`)
process.exit(outcome.ok ? 0 : 1)
