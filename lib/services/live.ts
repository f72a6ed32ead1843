import { listViewsOf } from '@/lib/data/annotations'
import { findArticleRow } from '@/lib/data/articles'
import { findLastEntry, listArticleEventsAfter } from '@/lib/data/audit'
import { type Db, database, snapshot } from '@/lib/data/database'
import { listLooks } from '@/lib/data/looks'
import { findNewestRevisionName } from '@/lib/data/revisions'
import { linesOf } from '@/lib/domain/history'
import { type ArticleChanges, changedEntriesLimit, changedNotesLimit } from '@/lib/domain/live'
import { type Outcome, refuse } from '@/lib/domain/outcomes'
import type { Call } from '@/lib/domain/roles'

/** Whether somebody may hear that something happens to an article: everyone at the desk may read every one. */
export async function mayFollow(_call: Call, articleId: string): Promise<Outcome> {
  return (await findArticleRow(database, articleId)) ? { ok: true } : refuse('not_found')
}

/** What became of an article after entry `since` of the log. Everyone at the desk may read it. */
export async function listChanges(
  _call: Call,
  articleId: string,
  since: number,
): Promise<Outcome<{ changes: ArticleChanges }>> {
  const changes = await snapshot(tx => readChanges(tx, articleId, since))
  return changes ? { ok: true, changes } : refuse('not_found')
}

async function readChanges(
  tx: Db,
  articleId: string,
  since: number,
): Promise<ArticleChanges | null> {
  const revision = await findNewestRevisionName(tx, articleId)
  if (!revision) return null
  const seq = (await findLastEntry(tx))?.seq ?? 0
  // One more than is shown tells that there are more.
  const events = await listArticleEventsAfter(tx, articleId, since, changedEntriesLimit + 1)
  const ids = new Set(events.flatMap(({ annotation }) => annotation?.id ?? []))
  const about = { seq, revisionId: revision.id }
  // A log that is shorter than the page remembers is another one: of a backup, say.
  const isTooMuch =
    since > seq || events.length > changedEntriesLimit || ids.size > changedNotesLimit
  if (isTooMuch) return { ...about, notes: [], looks: null, lines: [], isTooMuch }
  const notes = await listViewsOf(tx, articleId, [...ids])
  const isOfLooks = events.some(({ event }) => event.kind.startsWith('sentences.'))
  const looks = isOfLooks ? await listLooks(tx, revision.id) : null
  return { ...about, notes, looks, lines: linesOf(events), isTooMuch }
}
