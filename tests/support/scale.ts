import { randomUUID } from 'node:crypto'
import { database } from '@/lib/data/database'
import { asJson } from '@/lib/data/json'
import { findRatingRow } from '@/lib/data/ratings'
import { describeAnchor, type Span } from '@/lib/domain/anchoring/anchors'
import {
  type AnnotationContent,
  contentHash,
  contentOf,
  emptyClaimant,
  newContent,
} from '@/lib/domain/annotations'
import { hashText } from '@/lib/domain/canonical'
import type { AnnotationState } from '@/lib/domain/review'
import type { Call } from '@/lib/domain/roles'
import { defaultScale, type Rating } from '@/lib/domain/scales'
import { type Citation, canonicalAddress } from '@/lib/domain/sources'
import { createArticle } from '@/lib/services/articles'
import { must } from '@/tests/support/newcomers'
import { saying } from '@/tests/support/newsroom'
import { pick, randomFrom, type Size, scaleBlocks, scalePlaces } from '@/tests/support/scale-text'

/** An article of some size as it was written, for whoever draws the same spans by other means. */
export interface ScaleArticle {
  id: string
  revisionId: string
  text: string
  notes: { id: string; spans: readonly Span[]; ratingKey: string | null }[]
}

/**
 * Writes an article of so many words with so many notes, in every state that a note at work can have.
 * The article comes about as in life; the notes go straight into the tables, since written one by one
 * they would take minutes, so the log says nothing of them. What they say and its hashes are sound:
 * every one can be opened, saved, sent and approved.
 */
export async function writeScale(author: Call, reviewer: Call, size: Size): Promise<ScaleArticle> {
  const blocks = scaleBlocks(size)
  const details = {
    title: `An article of ${size.words} words with ${size.notes} notes`,
    standfirst: '',
    publisher: 'The Long Review',
    byline: 'Staff',
    publishedOn: '2026-02-27',
    url: '',
    language: 'en',
  }
  const { id, revisionId } = must(await createArticle(author, { details, blocks }))
  const text = blocks.map(block => block.text).join('\n')
  const notes = planNotes(text, size)
  await saveNotes(author, reviewer, { id, revisionId }, notes)
  return {
    id,
    revisionId,
    text,
    notes: notes.map(note => ({
      id: note.id,
      spans: note.anchors,
      ratingKey: note.canonical.rating?.key ?? null,
    })),
  }
}

type PlannedNote = ReturnType<typeof planNotes>[number]

function planNotes(text: string, size: Size) {
  const random = randomFrom((size.seed ?? 1) + 2)
  const textHash = hashText(text)
  return scalePlaces(text, size).map((spans, index) => {
    const state = pick(random, states)
    const rating = state === 'to_check' ? null : pick(random, ratings)
    const content = rating ? written(spans, text, rating, random) : newContent(spans, '')
    const anchors = spans
      .toSorted((a, b) => a.start - b.start || a.end - b.end)
      .map(span => describeAnchor(text, span))
    const canonical = contentOf(content, anchors, rating, textHash)
    const hash = contentHash(canonical)
    return { id: randomUUID(), key: `s${index}`, state, content, anchors, canonical, hash }
  })
}

function written(
  spans: readonly Span[],
  text: string,
  { key }: Rating,
  random: () => number,
): AnnotationContent {
  const words = spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '))
  return {
    ...newContent([...spans], words.join(' … ').slice(0, 300)),
    claimant: { ...emptyClaimant, name: 'The harbour master', saidOn: '2026-02' },
    ratingKey: key,
    reasons: ['contradicted'],
    explanation: saying(
      'The record of that year says otherwise. It counts each of them once, and names the day on which it was done; what the article adds to it stands nowhere else.',
    ),
    citations: [pick(random, citations)],
  }
}

async function saveNotes(
  author: Call,
  reviewer: Call,
  article: { id: string; revisionId: string },
  notes: readonly PlannedNote[],
): Promise<void> {
  const ratingIds = await ratingIdsByKey()
  const sourceIds = await sourceIdsByAddress()
  await database.annotation.createMany({
    data: notes.map(({ id, key, state, content, hash }) => ({
      id,
      key,
      state,
      articleId: article.id,
      contentHash: hash,
      ownerId: author.actor.id,
      claim: content.claim,
      claimant: asJson(content.claimant),
      ratingId: ratingIds.get(content.ratingKey ?? '') ?? null,
      reasons: content.reasons,
      explanation: asJson(content.explanation),
      submittedAt: state === 'in_review' || state === 'approved' ? author.at : null,
      createdAt: author.at,
      updatedAt: author.at,
    })),
  })
  await database.annotationVersion.createMany({
    data: notes.map(({ id, state, canonical, hash }) => ({
      annotationId: id,
      version: 1,
      content: asJson(canonical),
      hash,
      authorId: author.actor.id,
      isMark: state === 'to_check',
      createdAt: author.at,
    })),
  })
  await database.anchor.createMany({
    data: notes.flatMap(({ id, anchors }) =>
      anchors.map((anchor, ordinal) => ({
        ...anchor,
        annotationId: id,
        revisionId: article.revisionId,
        ordinal,
      })),
    ),
  })
  await database.citation.createMany({
    data: notes.flatMap(({ id, content }) =>
      content.citations.map((citation, ordinal) => ({
        ...citation,
        annotationId: id,
        ordinal,
        sourceId: requireId(sourceIds, canonicalAddress(citation.url)),
      })),
    ),
  })
  await database.review.createMany({
    data: notes
      .filter(({ state }) => state === 'approved')
      .map(({ id, hash }) => ({
        annotationId: id,
        reviewerId: reviewer.actor.id,
        decision: 'approve' as const,
        contentHash: hash,
        createdAt: author.at,
      })),
  })
  // The tables have just grown many times over: the database plans its reads by the numbers it knows.
  await database.$executeRaw`ANALYZE`
}

async function ratingIdsByKey(): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { key } of ratings) ids.set(key, (await findRatingRow(database, key))?.id ?? '')
  return ids
}

/** The sources that the notes cite; a second article finds those of the first. */
async function sourceIdsByAddress(): Promise<Map<string, string>> {
  await database.source.createMany({
    data: citations.map(({ url, title, publisher, publishedOn }) => ({
      url,
      canonicalUrl: canonicalAddress(url),
      title,
      publisher,
      publishedOn,
    })),
    skipDuplicates: true,
  })
  const rows = await database.source.findMany({
    where: { canonicalUrl: { in: citations.map(({ url }) => canonicalAddress(url)) } },
    select: { id: true, canonicalUrl: true },
  })
  return new Map(rows.map(({ id, canonicalUrl }) => [canonicalUrl ?? '', id]))
}

function requireId(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (!id) throw new Error(`There is no source at ${name}.`)
  return id
}

/** As at a desk in the middle of its work. */
const states = [
  'draft',
  'draft',
  'in_review',
  'approved',
  'approved',
  'changes_asked',
  'to_check',
] as const satisfies AnnotationState[]

const ratings = defaultScale.ratings as [Rating, ...Rating[]]

const citations = Array.from({ length: 40 }, (_, index) => ({
  stance: 'refutes' as const,
  url: `https://record.example/volumes/${index + 1}`,
  title: `The record, volume ${index + 1}`,
  publisher: 'Harbour authority',
  publishedOn: '2025',
  passage: 'Counted on the first working day of the month, each of them once.',
  passageKind: 'exact' as const,
  locator: `p. ${index + 3}`,
})) as [Citation, ...Citation[]]
