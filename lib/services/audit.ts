import { appendEntry, findLastEntry, lockAudit } from '@/lib/data/audit'
import type { Db } from '@/lib/data/database'
import { type AuditEntry, type AuditEvent, entryHash, genesisHash } from '@/lib/domain/audit'

/**
 * Writes an entry to the log, in the transaction of the change it tells of. It is called last: from
 * here to the commit nobody else can write an entry, which is what leaves the log without gaps.
 */
export async function record(
  tx: Db,
  { actor, at }: { actor: { id: string } | null; at: Date },
  event: AuditEvent,
  about: { articleId?: string; annotationId?: string } = {},
): Promise<void> {
  await lockAudit(tx)
  const previous = await findLastEntry(tx)
  const entry: AuditEntry = {
    seq: (previous?.seq ?? 0) + 1,
    at: at.toISOString(),
    actorId: actor?.id ?? null,
    articleId: about.articleId ?? null,
    annotationId: about.annotationId ?? null,
    event,
    previousHash: previous?.hash ?? genesisHash,
  }
  await appendEntry(tx, entry, entryHash(entry))
}
