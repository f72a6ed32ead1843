import { announceEntry, appendEntries, findLastEntry, lockAudit } from '@/lib/data/audit'
import type { Db } from '@/lib/data/database'
import { type AuditEntry, type AuditEvent, entryHash, genesisHash } from '@/lib/domain/audit'

/** What an entry is about; it stands in the histories of these. */
interface About {
  articleId?: string
  annotationId?: string
}

/** An event, and what it is about. */
export interface Told {
  event: AuditEvent
  about: About
}

interface By {
  actor: { id: string } | null
  at: Date
}

/**
 * Writes an entry to the log, in the transaction of the change it tells of. It is called last: from
 * here to the commit nobody else can write an entry, which is what leaves the log without gaps.
 */
export function record(tx: Db, by: By, event: AuditEvent, about: About = {}): Promise<void> {
  return recordAll(tx, by, [{ event, about }])
}

/** {@link record} for a change that has much to tell, in this order. */
export async function recordAll(tx: Db, { actor, at }: By, events: readonly Told[]): Promise<void> {
  await lockAudit(tx)
  let last = await findLastEntry(tx)
  const entries = events.map(({ event, about }) => {
    const entry: AuditEntry = {
      seq: (last?.seq ?? 0) + 1,
      at: at.toISOString(),
      actorId: actor?.id ?? null,
      articleId: about.articleId ?? null,
      annotationId: about.annotationId ?? null,
      event,
      previousHash: last?.hash ?? genesisHash,
    }
    last = { seq: entry.seq, hash: entryHash(entry) }
    return { ...entry, hash: last.hash }
  })
  await appendEntries(tx, entries)
  if (last) await announceEntry(tx, last.seq)
}
