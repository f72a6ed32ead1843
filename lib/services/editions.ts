import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { ArticleRow } from '@/lib/data/articles'
import { type Db, database, isUniqueViolation, transaction } from '@/lib/data/database'
import {
  createEdition,
  type EditionFileRow,
  type EditionPlace,
  findEdition,
  findFileRow,
  listEditionSummaries,
  listPlaces,
  lockForEdition,
  saveCheckWords,
  saveWithdrawal,
} from '@/lib/data/editions'
import { listLooks } from '@/lib/data/looks'
import { findPerson } from '@/lib/data/people'
import { hashText } from '@/lib/domain/canonical'
import {
  type Correction,
  changesBetween,
  findCorrectionFaults,
  findPageFaults,
  type NoteChange,
  type NoteFates,
} from '@/lib/domain/corrections'
import { type Coverage, coverageOf, notedSpans } from '@/lib/domain/coverage'
import type { EditionSummary } from '@/lib/domain/desk'
import {
  type EditionPlan,
  type EditionSnapshot,
  editionHash,
  type PreviewRequest,
  type PublishRequest,
} from '@/lib/domain/editions'
import { type Fault, type Outcome, type Refusal, refuse } from '@/lib/domain/outcomes'
import type { PublisherChange } from '@/lib/domain/publisher-changes'
import { type Call, mayPublish } from '@/lib/domain/roles'
import { sentencesOf } from '@/lib/domain/segments'
import { env } from '@/lib/env'
import { record } from '@/lib/services/audit'
import { KeptFiles } from '@/lib/services/kept-files'
import {
  changesSince,
  type EditionMaterial,
  findMaterial,
  goingNotes,
  isOfSameMaterial,
  snapshotOf,
} from '@/lib/services/snapshots'
import { renderEdition } from '@/lib/site/editions'
import { fileNames, type SiteFile } from '@/lib/site/files'

export interface NextEdition {
  plan: EditionPlan
  /** Against the newest edition; empty before the first. */
  changes: NoteChange[]
  /** What readers will be told that the publisher changed in checked passages since the newest edition. */
  publisherChanges: PublisherChange[]
  previous: EditionSnapshot | null
  /** Whether all that the newest edition was made from is as it was then. */
  isUnchanged: boolean
  article: Pick<
    ArticleRow,
    'id' | 'slug' | 'title' | 'publisher' | 'language' | 'isOwn' | 'checkTitle' | 'checkSummary'
  >
  /** How many sentences of the newest revision have a note, were left, or are not looked at. */
  coverage: Coverage['counts']
  /** Newest first. */
  editions: EditionSummary[]
}

/** What would go out now, what would not, and what went out before. Everyone at the desk may look. */
export function planNextEdition(call: Call, articleId: string): Promise<Outcome<NextEdition>> {
  return transaction(async tx => {
    const material = await findMaterial(tx, articleId)
    if (!material) return refuse('not_found')
    const { plan, previous, article } = material
    const { id, slug, title, publisher, language, isOwn, checkTitle, checkSummary } = article
    const notes = goingNotes(material, call.at)
    const { publisherChanges, fates } = changesSince(material, notes, call.at)
    const changes = previous ? changesBetween(previous.notes, notes, fates) : []
    return {
      ok: true,
      plan,
      changes,
      publisherChanges,
      previous,
      isUnchanged: changes.length + publisherChanges.length === 0 && isOfSameMaterial(material),
      article: { id, slug, title, publisher, language, isOwn, checkTitle, checkSummary },
      coverage: await countCoverage(tx, material),
      editions: await listEditionSummaries(tx, articleId),
    }
  })
}

async function countCoverage(
  tx: Db,
  { article, revision: { id, text }, annotations }: EditionMaterial,
): Promise<Coverage['counts']> {
  const looks = await listLooks(tx, id)
  return coverageOf(text, sentencesOf(text, article.language), notedSpans(annotations), looks)
    .counts
}

/** The files of the edition as it would be; nothing is stored, and corrections may be incomplete. */
export async function previewEdition(
  call: Call,
  articleId: string,
  request: PreviewRequest,
): Promise<Outcome<{ files: SiteFile[] }>> {
  const material = await transaction(tx => findMaterial(tx, articleId))
  if (!material) return refuse('not_found')
  if (!mayPublish(call.actor)) return refuse('forbidden', 'Publishing is an editor’s.')
  if (material.plan.going.length === 0) return refuse('incomplete', nothingApproved)
  const { snapshot } = snapshotOf(material, call, request)
  return { ok: true, files: renderEdition(snapshot, { origin: env.appUrl }) }
}

/**
 * Publishes what the editor saw, or nothing. The pages are made between two transactions, since that
 * can take seconds: the second reads everything again and stores the files only if they would be made
 * from the very same snapshot.
 */
export async function publishEdition(
  call: Call,
  articleId: string,
  request: PublishRequest,
): Promise<Outcome<{ number: number; slug: string }>> {
  const prepared = await transaction(tx => prepare(tx, call, articleId, request))
  if (!prepared.ok) return prepared
  const { snapshot } = prepared
  const files = await compressed(renderEdition(snapshot, { origin: env.appUrl }))
  const { number } = snapshot
  const hash = editionHash(snapshot)
  try {
    return await transaction(tx => store(tx, call, { articleId, request, number, hash, files }))
  } catch (error) {
    // Of two who publish the same number at once the table's unique rule lets one through.
    if (isUniqueViolation(error)) return refuse('stale', overtaken)
    throw error
  }
}

/** Takes an edition back: its addresses answer 410 with the reason from now on. Its files are kept. */
export function withdrawEdition(
  call: Call,
  editionId: string,
  { reason }: { reason: string },
): Promise<Outcome> {
  return transaction(async tx => {
    const edition = await findEdition(tx, editionId)
    if (!edition) return refuse('not_found')
    if (!(await mayPublishNow(tx, call)))
      return refuse('forbidden', 'Withdrawing an edition is an editor’s.')
    const saved = await saveWithdrawal(tx, editionId, {
      withdrawnAt: call.at,
      withdrawnReason: reason,
      withdrawnById: call.actor.id,
    })
    if (saved === 'stale') return refuse('not_from_here', 'This edition is withdrawn already.')
    const { articleId, number } = edition
    await record(tx, call, { kind: 'edition.withdrawn', number, reason }, { articleId })
    return { ok: true }
  })
}

/** What an address under /checks gives: a stored file, or the news that its edition was withdrawn. */
export type PublicFile =
  | ({ kind: 'file'; status: 200 | 410 } & EditionFileRow)
  | {
      kind: 'withdrawn'
      number: number
      /** ISO 8601. */
      at: string
      reason: string
      /** Whether a newer edition stands at the article's own address. */
      isReplaced: boolean
    }

/** 64 MiB: the pages of some thousand editions, and a small part of what a server has. */
const kept = new KeptFiles<EditionFileRow>(64 * 1024 * 1024)

/**
 * A file as a reader asks for it; null where there is none. Files never change, so they are kept in
 * memory without end; which edition is the latest and which are withdrawn is asked of the database
 * each time (one query by the unique slug), so that a withdrawal holds for the very next reader.
 */
export async function findEditionFile(
  slug: string,
  edition: number | 'latest',
  path: string,
): Promise<PublicFile | null> {
  const places = await listPlaces(database, slug)
  const place = edition === 'latest' ? places[0] : places.find(each => each.number === edition)
  if (!place) return null
  if (place.withdrawnAt) return withdrawal(place, places, place.withdrawnAt)
  const file = await findFile(place.id, path)
  if (file) return { kind: 'file', status: 200, ...file }
  const key = /^claims\/(.+)\.html$/.exec(path)?.[1]
  const notice = key ? await findFile(place.id, fileNames.retired(key)) : null
  return notice && { kind: 'file', status: 410, ...notice }
}

const nothingApproved = 'No note is approved yet, so there is nothing to publish.'
const overtaken =
  'What would go out has changed since you looked. Nothing was published; look again.'

async function prepare(
  tx: Db,
  call: Call,
  articleId: string,
  request: PublishRequest,
): Promise<Outcome<{ snapshot: EditionSnapshot; material: EditionMaterial }>> {
  const material = await findMaterial(tx, articleId)
  if (!material) return refuse('not_found')
  if (!(await mayPublishNow(tx, call))) return refuse('forbidden', 'Publishing is an editor’s.')
  const refusal = findObstacle(material)
  if (refusal) return refusal
  const { snapshot, fates } = snapshotOf(material, call, request)
  if (!isAsApproved(material, snapshot) || !isAsSeen(snapshot, request))
    return refuse('stale', overtaken)
  const faults = correctionFaults(material.previous, snapshot, fates, request)
  if (faults.length > 0) return refuse('invalid', faults[0]?.message, faults)
  return { ok: true, snapshot, material }
}

/**
 * The role that came with the call was read when the request came in. Making the pages takes seconds,
 * in which it can be taken away or the account closed, so it is asked again where something is written.
 */
async function mayPublishNow(tx: Db, { actor }: Call): Promise<boolean> {
  const person = await findPerson(tx, actor.id)
  if (!person || person.disabledAt !== null) return false
  return mayPublish(actor) && mayPublish({ ...actor, role: person.role })
}

/** Why no edition can go out now, whatever is said of it. */
function findObstacle({ plan }: EditionMaterial): Refusal | null {
  const blocking = plan.held.filter(each => each.blocks)
  if (blocking.length > 0)
    return refuse(
      'not_from_here',
      'A note of the last edition is neither approved nor retired.',
      blocking.map(({ annotation, why }) => ({ path: `notes.${annotation.key}`, message: why })),
    )
  return plan.going.length === 0 ? refuse('incomplete', nothingApproved) : null
}

/**
 * Whether each note has the very content that its stored hash names, which is what was approved.
 * Whoever asks does not decide this: the hash of words that nobody approved can be worked out.
 */
function isAsApproved({ plan }: EditionMaterial, snapshot: EditionSnapshot): boolean {
  const approved = new Map(plan.going.map(view => [view.key, view.contentHash]))
  return snapshot.notes.every(note => approved.get(note.key) === note.contentHash)
}

/**
 * Whether the notes that would go out are those that the editor saw, word for word. The hashes are of
 * the very content in the snapshot, so that a note caught in the middle of a save does not pass.
 */
function isAsSeen(snapshot: EditionSnapshot, request: PublishRequest): boolean {
  const seen = new Map(request.notes.map(note => [note.key, note.contentHash]))
  return (
    (request.number ?? snapshot.number) === snapshot.number &&
    snapshot.notes.length === request.notes.length &&
    seen.size === request.notes.length &&
    snapshot.notes.every(note => seen.get(note.key) === note.contentHash)
  )
}

function correctionFaults(
  previous: EditionSnapshot | null,
  snapshot: EditionSnapshot,
  fates: NoteFates,
  { corrections }: PublishRequest,
) {
  if (previous) return faultsAfter(previous, snapshot, fates, corrections)
  if (corrections.length === 0) return []
  return [{ path: 'corrections', message: 'A first edition has nothing to correct.' }]
}

function faultsAfter(
  previous: EditionSnapshot,
  snapshot: EditionSnapshot,
  fates: NoteFates,
  corrections: readonly Correction[],
): Fault[] {
  const isTelling = snapshot.publisherChanges.some(each => each.edition === snapshot.number)
  const faults = findCorrectionFaults(previous.notes, snapshot.notes, corrections, fates, isTelling)
  // Without anything told that is the one thing to say.
  return corrections.length === 0 && !isTelling
    ? faults
    : [...faults, ...findPageFaults(previous, snapshot, corrections)]
}

async function store(
  tx: Db,
  call: Call,
  asked: {
    articleId: string
    request: PublishRequest
    number: number
    hash: string
    files: EditionFileRow[]
  },
): Promise<Outcome<{ number: number; slug: string }>> {
  const { articleId, request, number, hash, files } = asked
  // What is read from here on stays so until the edition is stored: whoever sends a note back or
  // rewrites it has done so before this, and is seen, or does it after the edition.
  await lockForEdition(tx, articleId)
  const prepared = await prepare(tx, call, articleId, { ...request, number })
  if (!prepared.ok) return prepared
  const { snapshot, material } = prepared
  if (editionHash(snapshot) !== hash) return refuse('stale', overtaken)
  await createEdition(tx, {
    articleId,
    revisionId: material.revision.id,
    snapshot,
    hash,
    publishedById: call.actor.id,
    publishedAt: call.at,
    annotationIds: new Map(material.annotations.map(({ key, id }) => [key, id])),
    corrections: request.corrections,
    files,
  })
  const words = { checkTitle: request.title, checkSummary: request.summary }
  await saveCheckWords(tx, articleId, words)
  await record(
    tx,
    call,
    {
      kind: 'edition.published',
      number,
      hash,
      notes: snapshot.notes.length,
      corrections: request.corrections.map(correction => correction.kind),
    },
    { articleId },
  )
  return { ok: true, number, slug: material.article.slug }
}

const compress = promisify(brotliCompress)

function compressed(files: readonly SiteFile[]): Promise<EditionFileRow[]> {
  return Promise.all(
    files.map(async ({ path, contentType, body }) => {
      const bytes = Buffer.from(body, 'utf8')
      const brotli = await compress(bytes, {
        params: {
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      })
      return { path, contentType, body: bytes, brotli, hash: hashText(body) }
    }),
  )
}

function withdrawal(place: EditionPlace, places: readonly EditionPlace[], at: Date): PublicFile {
  const newest = places[0]
  return {
    kind: 'withdrawn',
    number: place.number,
    at: at.toISOString(),
    reason: place.withdrawnReason ?? '',
    isReplaced: newest !== undefined && newest !== place && newest.withdrawnAt === null,
  }
}

async function findFile(editionId: string, path: string): Promise<EditionFileRow | null> {
  const name = `${editionId}/${path}`
  const known = kept.find(name)
  if (known) return known
  const file = await findFileRow(database, editionId, path)
  if (file) kept.keep(name, file)
  return file
}
