import {
  type AnchorRow,
  createAnchorRows,
  listAnchorRows,
  listSoundAnchors,
  type SoundAnchor,
} from '@/lib/data/anchors'
import {
  appendCarriedVersions,
  listNewestVersions,
  type NewestVersion,
} from '@/lib/data/annotation-versions'
import {
  type CarriedRow,
  listCarriedRows,
  saveCarried,
  saveUnsettled,
} from '@/lib/data/annotations'
import type { Db } from '@/lib/data/database'
import { listTextsFrom, type RevisionRow } from '@/lib/data/revisions'
import { type Anchor, describeAnchor, type Span } from '@/lib/domain/anchoring/anchors'
import {
  isOpen,
  isSound,
  type Judged,
  judgePlacement,
  judgeTyped,
  restsOnSame,
  withoutDoubles,
  worstOf,
} from '@/lib/domain/anchoring/carrying'
import type { Placement, PlacementKind } from '@/lib/domain/anchoring/placements'
import { placeThrough } from '@/lib/domain/anchoring/revisions'
import type { Passage } from '@/lib/domain/anchoring/surroundings'
import { carriedContent, contentHash } from '@/lib/domain/annotations'
import { hashValue } from '@/lib/domain/canonical'
import { stateAfterUnsettling } from '@/lib/domain/review'
import type { CarriedAnchor, Wording } from '@/lib/domain/revisions'
import type { Call } from '@/lib/domain/roles'
import type { Told } from '@/lib/services/audit'

/** A note's place as the verdict was given to it, and what became of it in a new wording. */
export interface Placed extends Judged {
  from: Origin
}

type Origin = Pick<
  SoundAnchor,
  'annotationId' | 'revisionId' | 'ordinal' | 'quote' | 'prefix' | 'suffix'
> & { start: number | null; end: number | null }

/** What the notes are carried into. */
export interface NewWording {
  articleId: string
  /** BCP 47. */
  language: string
  /** The revision that it follows. */
  base: RevisionRow
  text: string
  textHash: string
  wording: Wording
}

/** What becomes of the notes' places in a new wording, by note, each note's by ordinal. */
export async function placeNotes(tx: Db, into: NewWording): Promise<Map<string, Placed[]>> {
  // What a person took off its note is neither open nor sound, and never comes back.
  const rows = (await listAnchorRows(tx, into.base.id)).filter(row => isOpen(row) || isSound(row))
  const origins = await findOrigins(tx, into.articleId, rows)
  const found = await placeFrom(tx, into, origins)
  const typed = typedSpans(into.wording, rows)
  const placed = new Map<string, Placed[]>()
  for (const from of origins) {
    const judged = judge(from, into, found.get(from) ?? unknown, typed.get(nameOf(from)))
    const others = placed.get(from.annotationId)
    if (others) others.push({ ...judged, from })
    else placed.set(from.annotationId, [{ ...judged, from }])
  }
  for (const [id, own] of placed) placed.set(id, withoutDoubles(own))
  return placed
}

/** SHA-256 over the version of every note, and what becomes of its places. */
export async function hashPlaced(
  tx: Db,
  articleId: string,
  placed: ReadonlyMap<string, Placed[]>,
): Promise<string> {
  const notes = await listCarriedRows(tx, articleId)
  const becomes = ({ from: { ordinal }, placement, span, candidates }: Placed) => ({
    ordinal,
    placement,
    span,
    candidates,
  })
  return hashValue(
    notes.map(({ id, version }) => ({ id, version, places: placed.get(id)?.map(becomes) ?? [] })),
  )
}

/** What the engine says of a place, and where that was. */
interface Found {
  placement: Placement
  older: Passage | null
}

const unknown: Found = { placement: { kind: 'lost', near: 0 }, older: null }

function judge(
  { quote }: Origin,
  { text, language }: NewWording,
  { placement, older }: Found,
  typed: Span | null | undefined,
): Judged {
  return typed === undefined
    ? judgePlacement(quote, text, placement, language, older)
    : judgeTyped(quote, text, typed, placement, language, older)
}

/**
 * Each place as it last was sound, so that words which went in one revision and come back in the next
 * are found again. A place that never was is lost from the start.
 */
async function findOrigins(
  tx: Db,
  articleId: string,
  rows: readonly AnchorRow[],
): Promise<Origin[]> {
  const open = new Set(rows.filter(isOpen).map(row => row.annotationId))
  const sound = open.size > 0 ? await listSoundAnchors(tx, articleId, [...open]) : []
  const earlier = new Map(sound.map(anchor => [nameOf(anchor), anchor]))
  return rows.map(row => (isOpen(row) ? (earlier.get(nameOf(row)) ?? nowhere(row)) : row))
}

const nowhere = (row: AnchorRow): Origin => ({ ...row, start: null, end: null })

/** Places the origins in the new text; the texts are compared once for each revision they are in. */
async function placeFrom(
  tx: Db,
  { articleId, base, text }: NewWording,
  origins: readonly Origin[],
): Promise<Map<Origin, Found>> {
  const places = origins.filter(isSomewhere)
  const ids = [...new Set(places.map(origin => origin.revisionId))]
  const isOfBase = ids.every(id => id === base.id)
  const chain = isOfBase ? [base] : await listTextsFrom(tx, articleId, ids)
  const texts = [...chain.map(revision => revision.text), text]
  const found = new Map<Origin, Found>()
  chain.forEach(({ id, text: older }, index) => {
    const of = places.filter(origin => origin.revisionId === id)
    placeThrough(texts.slice(index), of).forEach((placement, at) => {
      const span = of[at] as Origin & Span
      found.set(span, { placement, older: { text: older, span } })
    })
  })
  return found
}

function isSomewhere(origin: Origin): origin is Origin & Span {
  return origin.start !== null && origin.end !== null
}

/**
 * Where the editor says that its typing has carried each place. What has been marked anew since the
 * typing began is left out: the typing began at other words.
 */
function typedSpans(wording: Wording, rows: readonly AnchorRow[]): Map<string, Span | null> {
  const carried = wording.from === 'editor' ? wording.carried : []
  const now = new Map(rows.map(row => [nameOf(row), row]))
  const isStill = (each: CarriedAnchor) => {
    const row = now.get(nameOf(each))
    return row?.start === each.from.start && row.end === each.from.end
  }
  return new Map(carried.filter(isStill).map(each => [nameOf(each), each.span]))
}

function nameOf({ annotationId, ordinal }: { annotationId: string; ordinal: number }): string {
  return `${annotationId} ${ordinal}`
}

/**
 * Writes where every note rests in the new revision: those whose words are the same keep their verdict
 * and approval, the others are left to be settled. Answers what there is to tell of each.
 */
export async function carryNotes(
  tx: Db,
  call: Call,
  revision: {
    articleId: string
    language: string
    id: string
    number: number
    text: string
    textHash: string
  },
  placed: ReadonlyMap<string, Placed[]>,
): Promise<Told[]> {
  const { articleId } = revision
  await createAnchorRows(
    tx,
    [...placed.values()].flat().map(each => rowIn(revision, each)),
  )
  const notes = (await listCarriedRows(tx, articleId)).map(note => {
    const anchors = placed.get(note.id) ?? []
    return { note, anchors, worst: worstOf(anchors.map(each => each.placement)) }
  })
  const isCarried = (each: NoteInRevision) => isSamePlacement(each.worst)
  const carried = await carry(tx, call, revision, notes.filter(isCarried))
  const unsettled = await unsettle(
    tx,
    call,
    revision.number,
    notes.filter(each => !isCarried(each)),
  )
  return [...carried, ...unsettled].map(({ note, event }) => ({
    event,
    about: { articleId, annotationId: note.id },
  }))
}

const isSamePlacement = (placement: PlacementKind) => placement === 'kept' || placement === 'moved'

interface NoteInRevision {
  note: CarriedRow
  anchors: readonly Placed[]
  worst: Placed['placement']
}

type NoteEvent = Pick<Told, 'event'> & { note: CarriedRow }

async function carry(
  tx: Db,
  call: Call,
  into: { text: string; textHash: string; language: string },
  notes: readonly NoteInRevision[],
): Promise<NoteEvent[]> {
  const newest = await listNewestVersions(
    tx,
    notes.map(each => each.note.id),
  )
  const carried = notes.map(each => {
    const before = newest.get(each.note.id)
    if (!before) throw new Error(`Annotation ${each.note.id} has no version.`)
    const version = carriedVersion(call, into, each, before)
    return { note: each.note, version, settledBy: before.authorName }
  })
  const versions = carried.map(each => each.version)
  await appendCarriedVersions(tx, versions, call.at)
  await saveCarried(
    tx,
    versions.map(({ annotationId, hash }) => ({ id: annotationId, hash })),
  )
  return carried.map(({ note, settledBy, version: { version, hash, carriedFrom: from } }) => {
    const named = { key: note.key, version, hash }
    return from === null
      ? { note, event: { kind: 'annotation.rejoined', ...named, settledBy } }
      : { note, event: { kind: 'annotation.carried', ...named, from } }
  })
}

/**
 * The content of a note in the new revision. Mostly nobody wrote it. But where a person had settled
 * some of the note's places, and this revision brought the words of the others back, it rests on other
 * words than before: it is theirs, and no approval of the former holds.
 */
function carriedVersion(
  { actor }: Call,
  { text, textHash, language }: { text: string; textHash: string; language: string },
  { note, anchors }: NoteInRevision,
  before: NewestVersion,
) {
  const sound = soundIn(text, anchors)
  const content = carriedContent(before.content, sound, textHash)
  const isSame = restsOnSame(before.content.anchors, sound, language)
  return {
    annotationId: note.id,
    version: note.version + 1,
    content,
    hash: contentHash(content),
    ...(isSame
      ? { carriedFrom: note.contentHash, authorId: actor.id, isMark: false }
      : { carriedFrom: null, authorId: before.authorId, isMark: before.isMark }),
  }
}

async function unsettle(
  tx: Db,
  call: Call,
  revision: number,
  notes: readonly NoteInRevision[],
): Promise<NoteEvent[]> {
  const byState = new Map<CarriedRow['state'], string[]>()
  for (const { note } of notes) {
    const state = stateAfterUnsettling(note.state)
    byState.set(state, [...(byState.get(state) ?? []), note.id])
  }
  for (const [state, ids] of byState) await saveUnsettled(tx, ids, state, call.at)
  return notes.flatMap(({ note, anchors }): NoteEvent[] => {
    const { key, contentHash: hash } = note
    const placements = anchors.map(each => each.placement)
    const isAround = anchors.every(
      each => isSamePlacement(each.placement) || each.sentence !== null,
    )
    const voided = note.state === 'approved'
    const told = { key, revision, placements, isAround, voided }
    const event = { kind: 'annotation.unsettled', ...told } as const
    if (!voided) return [{ note, event }]
    return [
      { note, event },
      { note, event: { kind: 'annotation.approval_voided', key, hash } },
    ]
  })
}

/** The row of a place in the new revision. What is not the same keeps the words of its verdict. */
function rowIn(
  { id, text }: { id: string; text: string },
  { from, placement, span, candidates, near }: Placed,
): AnchorRow {
  const { annotationId, ordinal, quote, prefix, suffix } = from
  const row = { annotationId, revisionId: id, ordinal, placement, candidates, settledAt: null }
  if (!span) return { ...row, start: null, end: null, quote, prefix, suffix, near }
  return placement === 'changed'
    ? { ...row, ...span, quote, prefix, suffix, near }
    : { ...row, ...describeAnchor(text, span), near: null }
}

/** Where a note rests that is carried as a whole. */
function soundIn(text: string, anchors: readonly Placed[]): Anchor[] {
  return anchors.flatMap(({ span }) => (span ? describeAnchor(text, span) : []))
}
