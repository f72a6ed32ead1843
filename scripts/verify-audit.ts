import { verifyAuditChain } from '@/lib/services/history'
import { withDatabase } from '@/scripts/commands'

/** `npm run audit:verify` walks the chain of the audit log, and fails where an entry is not what was written. */
await withDatabase(async () => {
  const outcome = await verifyAuditChain()
  if (outcome.ok) console.log(`The audit log is whole: ${outcome.entries} entries.`)
  else console.error(`The audit log is not whole: ${outcome.fault}.`)
  return outcome.ok ? 0 : 1
})
