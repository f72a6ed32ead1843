import { parseArgs } from 'node:util'
import { type Fingerprint, verifyAuditChain } from '@/lib/services/history'
import { withDatabase } from '@/scripts/commands'

/**
 * `npm run audit:verify` walks the chain of the audit log, and fails where an entry is not what was
 * written. With `-- --expect SEQ:HASH` it fails too where that entry is not there with that hash.
 */
const expected = readExpected()
await withDatabase(async () => {
  const outcome = await verifyAuditChain(expected)
  if (outcome.ok) sayWhole(outcome.last)
  else console.error(`The audit log is not whole: ${outcome.fault}.`)
  return outcome.ok ? 0 : 1
})

function sayWhole(last: Fingerprint | null): void {
  console.log(`The audit log is whole: ${last?.seq ?? 0} entries.`)
  if (last) console.log(`The last one, to keep elsewhere: ${last.seq}:${last.hash}`)
}

/** What is written wrongly ends the command: a check that was not made must not look like one. */
function readExpected(): Fingerprint | undefined {
  try {
    const { expect } = parseArgs({ options: { expect: { type: 'string' } } }).values
    if (expect === undefined) return undefined
    const [, seq, hash] = /^([1-9]\d*):([\da-f]{64})$/.exec(expect) ?? []
    if (seq && hash) return { seq: Number(seq), hash }
  } catch {
    // An option that is not known is told of below, like a value that is wrong.
  }
  console.error('Say it as it was printed: npm run audit:verify -- --expect SEQ:HASH')
  process.exit(1)
}
