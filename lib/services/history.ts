import { findArticleRow } from '@/lib/data/articles'
import { listArticleEvents, listEntriesAfter } from '@/lib/data/audit'
import { database } from '@/lib/data/database'
import { findChainFault } from '@/lib/domain/audit'
import type { HistoryEntry } from '@/lib/domain/desk'
import { linesOf } from '@/lib/domain/history'
import { type Outcome, refuse } from '@/lib/domain/outcomes'
import type { Call } from '@/lib/domain/roles'

/** What happened to an article and its notes, newest first. Everyone at the desk may read it. */
export async function listHistory(
  _call: Call,
  articleId: string,
): Promise<Outcome<{ title: string; entries: HistoryEntry[] }>> {
  const article = await findArticleRow(database, articleId)
  if (!article) return refuse('not_found')
  const events = await listArticleEvents(database, article.id)
  return { ok: true, title: article.title, entries: linesOf(events) }
}

/** A thousand entries at a time: a log of any length is read in the memory of a small server. */
const batch = 1000

/** An entry by which the log up to there can be known again. */
export interface Fingerprint {
  seq: number
  hash: string
}

/**
 * Reads the whole log and says whether every entry is what was written, in its place. A log that was
 * recomputed as a whole, or lost its tail, is a good chain too: only an entry noted elsewhere, the
 * `expected`, shows it.
 */
export async function verifyAuditChain(
  expected?: Fingerprint,
): Promise<{ ok: true; last: Fingerprint | null } | { ok: false; fault: string }> {
  let isMet = false
  let previous: { seq: number; hash: string } | null = null
  for (;;) {
    const entries = await listEntriesAfter(database, previous?.seq ?? 0, batch)
    for (const { kind, ...entry } of entries) {
      const fault: string | null = findChainFault(previous, entry)
      if (fault) return { ok: false, fault }
      // The column stands beside the event for looking things up, and no hash covers it.
      if (kind !== entry.event.kind)
        return { ok: false, fault: `entry ${entry.seq} is filed as ${kind}` }
      previous = entry
      if (entry.seq === expected?.seq) isMet = entry.hash === expected.hash
    }
    if (entries.length === batch) continue
    if (expected && !isMet)
      return { ok: false, fault: `entry ${expected.seq} is not there with the expected hash` }
    return { ok: true, last: previous && { seq: previous.seq, hash: previous.hash } }
  }
}
