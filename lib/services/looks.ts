import { lockText } from '@/lib/data/articles'
import { type Db, database, isUniqueViolation, transaction } from '@/lib/data/database'
import { appendLooks, type LookRow, listLookRows, listLooks, type NewLook } from '@/lib/data/looks'
import { findNewestRevisionName, listRevisionTexts, type RevisionRow } from '@/lib/data/revisions'
import { findSpanFault, type Span } from '@/lib/domain/anchoring/anchors'
import { placeSpans } from '@/lib/domain/anchoring/placements'
import type { LeftCounts } from '@/lib/domain/audit'
import {
  type LookChange,
  type LookChanges,
  type LookView,
  nameOf,
  type StaleLooks,
} from '@/lib/domain/looks'
import { type Outcome, type Refusal, refuse } from '@/lib/domain/outcomes'
import { type Call, mayChangeLook } from '@/lib/domain/roles'
import { recordAll, type Told } from '@/lib/services/audit'

/** The looks at the sentences that were named, as they are now; where somebody was first, what they are instead. */
export type LooksOutcome = Outcome<{ looks: LookView[] }> | (Refusal & StaleLooks)

/**
 * Says of sentences of the newest revision that they were looked at and left, why, or that they were
 * not: all of it or nothing. Everyone at the desk may look; a look is changed by whoever looked, or an
 * editor.
 */
export async function changeLooks(
  call: Call,
  articleId: string,
  request: LookChanges,
): Promise<LooksOutcome> {
  try {
    return await transaction(tx => change(tx, call, articleId, request))
  } catch (error) {
    // Of two who speak of a sentence at once the table's unique rule lets one through.
    if (!isUniqueViolation(error)) throw error
    return refuseStale(await listLookRows(database, request.revisionId, request.changes))
  }
}

async function change(
  tx: Db,
  call: Call,
  articleId: string,
  { revisionId, changes }: LookChanges,
): Promise<LooksOutcome> {
  await lockText(tx, articleId)
  const revision = await findNewestRevisionName(tx, articleId)
  if (!revision) return refuse('not_found')
  if (revision.id !== revisionId)
    return refuse('stale', 'The article has a newer revision. Reload to look at its sentences.')
  const text = (await listRevisionTexts(tx, [revisionId])).get(revisionId) ?? ''
  const fault = findFault(text, changes)
  if (fault) return refuse('invalid', fault)

  const rows = await listLookRows(tx, revisionId, changes)
  // What stands there already needs nobody's permission, and may be a request whose answer was lost.
  const real = wantedOf(changes, rows).filter(isReal)
  if (real.some(({ change, row }) => change.seen !== (holding(row)?.id ?? null)))
    return refuseStale(rows)
  const foreign = real.map(({ row }) => holding(row)).find(look => !mayChangeLook(call.actor, look))
  if (foreign) return refuse('forbidden', wordsOfForeign(foreign))

  if (real.length > 0) {
    await appendLooks(
      tx,
      real.map(each => newLook(call, revisionId, each)),
    )
    await recordAll(tx, call, tellOf(real, text, articleId))
  }
  const now = wantedOf(changes, await listLookRows(tx, revisionId, changes))
  return { ok: true, looks: now.flatMap(({ row }) => holding(row) ?? []) }
}

interface Wanted {
  change: LookChange
  /** What was said of the sentence so far; null: nothing yet. */
  row: LookRow | null
}

function wantedOf(changes: readonly LookChange[], rows: readonly LookRow[]): Wanted[] {
  const bySentence = new Map(rows.map(row => [nameOf(row.look), row]))
  return changes.map(change => ({ change, row: bySentence.get(nameOf(change)) ?? null }))
}

/** The look that holds: null where nobody looked, or it was taken back. */
function holding(row: LookRow | null): LookView | null {
  return row?.isLeft ? row.look : null
}

/** Whether it makes a difference: whoever says again what stands there leaves no trace. */
function isReal({ change: { to }, row }: Wanted): boolean {
  const held = holding(row)
  return to === null ? held !== null : held === null || held.reason !== to.reason
}

function newLook({ actor, at }: Call, revisionId: string, { change, row }: Wanted): NewLook {
  const { start, end, to } = change
  const said = { isLeft: to !== null, reason: to?.reason ?? null }
  return {
    revisionId,
    start,
    end,
    turn: (row?.turn ?? 0) + 1,
    ...said,
    personId: actor.id,
    lookedAt: at,
  }
}

function findFault(text: string, changes: readonly Span[]): string | null {
  for (const change of changes) {
    const fault = findSpanFault(text, change)
    if (fault) return fault
    if (text.slice(change.start, change.end).includes('\n'))
      return 'No sentence goes on in the next paragraph. Name them one by one.'
  }
  return null
}

function wordsOfForeign({ by }: LookView): string {
  return `${by.name} has looked at this; only they, or an editor, can change it.`
}

function refuseStale(rows: readonly LookRow[]): Refusal & StaleLooks {
  const current = rows.flatMap(row => holding(row) ?? [])
  const [first] = current
  const message = first
    ? `${first.by.name} looked at this meanwhile. Nothing was changed; see what stands there now.`
    : 'The look was taken back meanwhile. Nothing was changed.'
  return { ...refuse('stale', message), current }
}

/** At most two entries, whatever the number of sentences. */
function tellOf(wanted: readonly Wanted[], text: string, articleId: string): Told[] {
  const left = wanted.filter(({ change }) => change.to !== null)
  const opened = wanted.filter(({ change }) => change.to === null)
  const about = { articleId }
  const told: Told[] = []
  const quoteOf = (of: readonly Wanted[]) => {
    const first = of.reduce((a, b) => (b.change.start < a.change.start ? b : a))
    return [...text.slice(first.change.start, first.change.end)].slice(0, quoteKept).join('')
  }
  if (left.length > 0) {
    const counts = countReasons(left)
    told.push({ event: { kind: 'sentences.left', quote: quoteOf(left), counts }, about })
  }
  if (opened.length > 0) {
    const event = {
      kind: 'sentences.opened',
      quote: quoteOf(opened),
      count: opened.length,
    } as const
    told.push({ event, about })
  }
  return told
}

function countReasons(left: readonly Wanted[]): LeftCounts {
  const counts: LeftCounts = {}
  for (const { change } of left) {
    const reason = change.to?.reason ?? 'none'
    counts[reason] = (counts[reason] ?? 0) + 1
  }
  return counts
}

/** 200 characters: an entry of the log names the words, it does not keep them. */
const quoteKept = 200

/**
 * Carries the looks of a revision into the next: to the same words, moved or set otherwise maybe. Where
 * the words are others, or in several places, the sentence is open again. Answers what there is to tell.
 */
export async function carryLooks(
  tx: Db,
  base: Pick<RevisionRow, 'id' | 'text'>,
  revision: { articleId: string; id: string; number: number; text: string },
): Promise<Told[]> {
  const looks = await listLooks(tx, base.id)
  if (looks.length === 0) return []
  const carried = placeLooks(base.text, revision.text, looks)
  await appendLooks(
    tx,
    carried.map(({ start, end, reason, by, at }) => ({
      revisionId: revision.id,
      start,
      end,
      turn: 1,
      isLeft: true,
      reason,
      personId: by.id,
      lookedAt: new Date(at),
    })),
  )
  const counts = { kept: carried.length, opened: looks.length - carried.length }
  const event = { kind: 'sentences.carried', revision: revision.number, ...counts } as const
  return [{ event, about: { articleId: revision.articleId } }]
}

/** Where the looks are in the new text: only those whose words are there, and no two on the same. */
function placeLooks(before: string, after: string, looks: readonly LookView[]): LookView[] {
  const placed = new Map<string, LookView>()
  placeSpans(before, after, looks).forEach((placement, index) => {
    const look = looks[index]
    if (!look || (placement.kind !== 'kept' && placement.kind !== 'moved')) return
    const { start, end } = placement
    if (!placed.has(nameOf(placement))) placed.set(nameOf(placement), { ...look, start, end })
  })
  return [...placed.values()]
}
