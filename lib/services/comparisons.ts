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
import { type ChangedSentence, findChangedSentence } from '@/lib/domain/anchoring/surroundings'
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
  const turned = (was: Span, is: Span) => {
    const [before, after] = [
      { text: older.text, span: was },
      { text: newer.text, span: is },
    ]
    const sentence = findChangedSentence(before, after, language)
    return sentence?.isTurned ? sentence : null
  }
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
      ...becomesOf(
        before,
        after,
        before.map(() => placements.next().value),
        newer.anchors.get(view.id)?.some(isUndecided) ?? false,
        turned,
      ),
    }
  })
}

/** Whether a person still has to say which of several places is meant. */
const isUndecided = ({ placement, start, settledAt }: AnchorRow) =>
  placement === 'ambiguous' && start === null && settledAt === null

/** What became of one place: `sentence` where it is changed though its words are the same. */
interface Becomes {
  placement: PlacementKind
  sentence: ChangedSentence | null
}

/** What became of a note's places between two revisions, whatever lay between; null where it is new. */
function becomesOf(
  older: readonly ComparedPlace[],
  newer: readonly ComparedPlace[],
  placed: readonly (Placement | undefined)[],
  isUndecided: boolean,
  turned: (was: Span, is: Span) => ChangedSentence | null,
): Pick<ComparedNote, 'placement' | 'sentence'> {
  if (older.length === 0) return { placement: null, sentence: null }
  const all = older.map((was, index): Becomes => {
    const same = newer.filter(place => isSameWords(was.quote, place.quote))
    if (same.length > 0) {
      const sentences = same.map(is => turned(was, is))
      const [first] = sentences
      if (first && sentences.every(Boolean)) return { placement: 'changed', sentence: first }
      return { placement: placed[index]?.kind === 'moved' ? 'moved' : 'kept', sentence: null }
    }
    if (newer.length >= older.length) return { placement: 'changed', sentence: null }
    return { placement: isUndecided ? 'ambiguous' : 'lost', sentence: null }
  })
  const placement = worstOf(all.map(each => each.placement))
  const worst = all.filter(each => each.placement === placement)
  const [first] = worst
  if (!first?.sentence || !worst.every(each => each.sentence)) return { placement, sentence: null }
  const { before, after } = first.sentence
  return { placement, sentence: { before, after } }
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
