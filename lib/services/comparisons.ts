import { type AnchorRow, listAnchorRows } from '@/lib/data/anchors'
import { listVerdictsBy, type VerdictBy } from '@/lib/data/annotation-versions'
import { findArticleRow } from '@/lib/data/articles'
import { type Db, snapshot } from '@/lib/data/database'
import { findNewsroomRow } from '@/lib/data/newsrooms'
import { findRevisionText } from '@/lib/data/revisions'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { isSound, worstOf } from '@/lib/domain/anchoring/carrying'
import { compareTexts } from '@/lib/domain/anchoring/comparison'
import { isSameWords } from '@/lib/domain/anchoring/folding'
import { type Placement, type PlacementKind, placeSpans } from '@/lib/domain/anchoring/placements'
import { findChangedSentence } from '@/lib/domain/anchoring/surroundings'
import { type Outcome, refuse } from '@/lib/domain/outcomes'
import type { ComparedNote, ComparedPlace, RevisionComparison } from '@/lib/domain/revisions'
import type { Call } from '@/lib/domain/roles'
import type { Rating } from '@/lib/domain/scales'
import { listNumbered, type NumberedNote } from '@/lib/services/numbered-notes'

/** Two revisions of an article side by side, whichever of them is named first. */
export function compareRevisions(
  _call: Call,
  articleId: string,
  from: number,
  to: number,
): Promise<Outcome<{ comparison: RevisionComparison }>> {
  return snapshot(async tx => {
    const article = await findArticleRow(tx, articleId)
    const older = article && (await findRevisionText(tx, article.id, Math.min(from, to)))
    const newer = article && (await findRevisionText(tx, article.id, Math.max(from, to)))
    if (!older || !newer) return refuse('not_found')
    const notes = await listNumbered(tx, articleId)
    const ids = notes.map(({ view }) => view.id)
    const before = await readSide(tx, articleId, older, ids)
    const after = await readSide(tx, articleId, newer, ids)
    const ratings = (await findNewsroomRow(tx))?.ratings ?? []
    const rows = compareTexts(older.text, newer.text)
    return {
      ok: true,
      comparison: {
        older: nameOf(older),
        newer: nameOf(newer),
        rows,
        notes: compareNotes(notes, ratings, before, after, article.language),
      },
    }
  })
}

/** What there was of the notes in one revision, by note. */
interface ComparedSide {
  text: string
  anchors: ReadonlyMap<string, AnchorRow[]>
  verdicts: ReadonlyMap<string, VerdictBy>
}

async function readSide(
  tx: Db,
  articleId: string,
  { id, number, text, textHash }: { id: string; number: number; text: string; textHash: string },
  annotationIds: readonly string[],
): Promise<ComparedSide> {
  const anchors = byNote(await listAnchorRows(tx, id))
  const verdicts = await listVerdictsBy(tx, { articleId, number, textHash }, annotationIds)
  return { text, anchors, verdicts }
}

/** The notes that were there in one of the two revisions at least. */
function compareNotes(
  notes: readonly NumberedNote[],
  ratings: readonly Rating[],
  older: ComparedSide,
  newer: ComparedSide,
  language: string,
): ComparedNote[] {
  const ratingBy = (verdict: VerdictBy | undefined) =>
    ratings.find(({ key }) => key === verdict?.ratingKey) ?? null
  const placesIn = ({ text, anchors, verdicts }: ComparedSide, id: string) => {
    const verdict = verdicts.get(id)
    const given = verdict?.isOfRevision ? ratingBy(verdict) : null
    return (anchors.get(id) ?? []).flatMap(row => placeOf(row, text, given))
  }
  const compared = notes.filter(
    ({ view: { id } }) => older.anchors.has(id) || newer.anchors.has(id),
  )
  const sides = compared.map(({ view: { id } }) => ({
    older: placesIn(older, id),
    newer: placesIn(newer, id),
  }))
  const placements = placeSpans(
    older.text,
    newer.text,
    sides.flatMap(side => side.older),
  ).values()
  const isTurned = (was: Span, is: Span) =>
    findChangedSentence({ text: older.text, span: was }, { text: newer.text, span: is }, language)
      ?.isTurned ?? false
  return compared.map(({ view, number }, index) => {
    const verdict = newer.verdicts.get(view.id)
    const { older: before = [], newer: after = [] } = sides[index] ?? {}
    return {
      annotationId: view.id,
      number,
      rating: ratingBy(verdict),
      isFrozen: verdict?.isOfRevision === false,
      claim: view.content.claim,
      older: before,
      newer: after,
      placement: becomesOf(
        before,
        after,
        before.map(() => placements.next().value),
        newer.anchors.get(view.id)?.some(isUndecided) ?? false,
        isTurned,
      ),
    }
  })
}

/** Whether a person still has to say which of several places is meant. */
const isUndecided = ({ placement, start, settledAt }: AnchorRow) =>
  placement === 'ambiguous' && start === null && settledAt === null

/** What became of a note's places between two revisions, whatever lay between; null where it is new. */
function becomesOf(
  older: readonly ComparedPlace[],
  newer: readonly ComparedPlace[],
  placed: readonly (Placement | undefined)[],
  isUndecided: boolean,
  isTurned: (was: Span, is: Span) => boolean,
): PlacementKind | null {
  if (older.length === 0) return null
  const kinds = older.map((was, index): PlacementKind => {
    const same = newer.filter(place => isSameWords(was.quote, place.quote))
    if (same.length > 0) {
      if (same.every(is => isTurned(was, is))) return 'changed'
      return placed[index]?.kind === 'moved' ? 'moved' : 'kept'
    }
    if (newer.length >= older.length) return 'changed'
    return isUndecided ? 'ambiguous' : 'lost'
  })
  return worstOf(kinds)
}

function byNote(rows: readonly AnchorRow[]): Map<string, AnchorRow[]> {
  const notes = new Map<string, AnchorRow[]>()
  for (const row of rows) {
    const own = notes.get(row.annotationId)
    if (own) own.push(row)
    else notes.set(row.annotationId, [row])
  }
  return notes
}

/**
 * Where an anchor was in the text of its revision, none where it was lost. The words of one that was
 * left open there were never judged.
 */
function placeOf(row: AnchorRow, text: string, given: Rating | null): ComparedPlace[] {
  const { start, end, placement } = row
  if (start === null || end === null) return []
  const rating = isSound(row) ? given : null
  return [{ start, end, quote: text.slice(start, end), placement, rating }]
}

function nameOf(revision: { id: string; number: number; createdAt: Date }) {
  const { id, number, createdAt } = revision
  return { id, number, createdAt: createdAt.toISOString() }
}
