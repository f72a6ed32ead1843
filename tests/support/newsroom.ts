import { randomUUID } from 'node:crypto'
import { database } from '@/lib/data/database'
import { createPerson } from '@/lib/data/people'
import type { Span } from '@/lib/domain/anchoring/anchors'
import {
  type AnnotationContent,
  type AnnotationView,
  emptyClaimant,
  newContent,
} from '@/lib/domain/annotations'
import type { ArticleDetails, Block } from '@/lib/domain/articles'
import { personId } from '@/lib/domain/ids'
import type { SettleRequest } from '@/lib/domain/revisions'
import type { DocumentNode } from '@/lib/domain/rich-text'
import type { Call, Role } from '@/lib/domain/roles'
import { defaultScale } from '@/lib/domain/scales'
import type { Citation } from '@/lib/domain/sources'
import { createAnnotation, findAnnotation, moveAnnotation } from '@/lib/services/annotations'
import { createArticle, findArticleDesk } from '@/lib/services/articles'
import { setUpNewsroom } from '@/lib/services/newsrooms'
import { reviewAnnotation } from '@/lib/services/reviews'
import { createNewRevision, previewRevision } from '@/lib/services/revisions'
import { settleAnchor } from '@/lib/services/settlements'
import { minutesAfter, morning, must } from '@/tests/support/newcomers'

/** Two checkers, an editor and an admin at work, all of them since this morning. */
export interface Newsroom {
  maren: Call
  ines: Call
  tobias: Call
  ruth: Call
}

export async function openNewsroom(): Promise<Newsroom> {
  const settings = {
    name: 'The Alderwick Courier',
    language: 'en',
    timeZone: 'Europe/Oslo',
    method: '',
    correctionsPolicy: '',
    contact: '',
  }
  must(await setUpNewsroom({ settings, scale: defaultScale, isDemo: false }, morning))
  return {
    maren: await personAtWork('Maren Oduya', 'checker'),
    ines: await personAtWork('Ines Castellan', 'checker'),
    tobias: await personAtWork('Tobias Fenn', 'editor'),
    ruth: await personAtWork('Ruth Abara', 'admin'),
  }
}

export async function personAtWork(name: string, role: Role): Promise<Call> {
  const email = `${randomUUID()}@courier.example`
  const passwordHash = 'nobody signs in here'
  const { id } = await createPerson(database, {
    name,
    role,
    email,
    passwordHash,
    createdAt: morning,
  })
  return { actor: { id: personId.parse(id), name, role }, at: morning }
}

/** The same person, so many minutes later than the morning. */
export function later(call: Call, minutes: number): Call {
  return { ...call, at: minutesAfter(minutes) }
}

export const details: ArticleDetails = {
  title: 'The harbour that grew',
  standfirst: '',
  publisher: 'Alderwick Post',
  byline: 'Staff',
  publishedOn: '2026-02-27',
  url: 'https://post.example/harbour',
  language: 'en',
}

/** Its words are distinct, so that a test can name a place by them; 🚢 takes two code units. */
export const story =
  'The harbour handled 412 ships in 2025, the mayor said. 🚢 It was the best year since 1998.'

export interface BroughtIn {
  id: string
  revisionId: string
  text: string
}

export async function bringIn(
  call: Call,
  blocks: Block[] = [{ kind: 'paragraph', text: story }],
  own: Partial<ArticleDetails> = {},
): Promise<BroughtIn> {
  const { id } = must(await createArticle(call, { details: { ...details, ...own }, blocks }))
  const { desk } = must(await findArticleDesk(call, id))
  return { id, revisionId: desk.revision.id, text: blocks.map(block => block.text).join('\n') }
}

/** An explanation of one paragraph. */
export function saying(text: string): DocumentNode {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}

export const record: Citation = {
  stance: 'refutes',
  url: 'https://harbour.example/statistics/2025',
  title: 'Ship calls 2025',
  publisher: 'Harbour authority',
  publishedOn: '2026-01',
  passage: '398 calls',
  passageKind: 'exact',
  locator: 'p. 3',
}

/** Where the story, or another text, says these words first. */
export function spanOf(words: string, text = story): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`The text does not say “${words}”.`)
  return { start, end: start + words.length }
}

/** A note on these words with nothing missing, or with what a test wants otherwise. */
export function noteOn(words: string, own: Partial<AnnotationContent> = {}): AnnotationContent {
  return {
    ...newContent([spanOf(words)], 'The harbour handled 412 ships in 2025.'),
    claimant: { ...emptyClaimant, name: 'The mayor' },
    ratingKey: 'false',
    reasons: ['contradicted'],
    explanation: saying('The harbour authority counted 398.'),
    citations: [record],
    ...own,
  }
}

export async function write(
  call: Call,
  article: BroughtIn,
  content = noteOn('412 ships'),
  toCheck = false,
): Promise<AnnotationView> {
  const { revisionId } = article
  const made = await createAnnotation(call, article.id, { revisionId, content, toCheck })
  return must(made).annotation
}

export async function submit(call: Call, { id, version }: AnnotationView): Promise<AnnotationView> {
  return must(await moveAnnotation(call, id, { move: 'submit', version, reason: '' })).annotation
}

export async function approve(
  call: Call,
  { id, contentHash }: AnnotationView,
): Promise<AnnotationView> {
  const request = { decision: 'approve', contentHash, comment: '' } as const
  return must(await reviewAnnotation(call, id, request)).annotation
}

/** A note that `writer` wrote and `reviewer` approved. */
export async function writeApproved(
  writer: Call,
  reviewer: Call,
  article: BroughtIn,
  content = noteOn('412 ships'),
): Promise<AnnotationView> {
  return approve(reviewer, await submit(writer, await write(writer, article, content)))
}

/** The kinds of everything in the log about an article, oldest first. */
export async function kindsOf(articleId: string): Promise<string[]> {
  const rows = await database.auditEvent.findMany({
    where: { articleId },
    orderBy: { seq: 'asc' },
    select: { kind: true },
  })
  return rows.map(row => row.kind)
}

/** The request for a new revision of these words, a paragraph for each line, as it was previewed. */
export async function rewording(call: Call, article: BroughtIn, text: string) {
  const blocks: Block[] = text.split('\n').map(line => ({ kind: 'paragraph', text: line }))
  const wording = { from: 'text', blocks } as const
  const asked = { baseRevisionId: article.revisionId, wording }
  const { preview } = must(await previewRevision(call, article.id, asked))
  const { textHash, notesHash } = preview
  return { ...asked, textHash, notesHash, changedOn: '', changeNote: '' }
}

/** The article as the publisher has it now: its next revision. */
export async function revise(call: Call, article: BroughtIn, text: string): Promise<BroughtIn> {
  const request = await rewording(call, article, text)
  const { id } = must(await createNewRevision(call, article.id, request))
  return { ...article, revisionId: id, text }
}

/** A note as it is now. */
export async function noteNow(call: Call, { id }: { id: string }): Promise<AnnotationView> {
  return must(await findAnnotation(call, id)).annotation
}

/** Settles the first open place of a note. */
export function settle(call: Call, note: AnnotationView, choice: SettleRequest['choice']) {
  const { version, revisionId, unsettled } = note
  const ordinal = unsettled[0]?.ordinal ?? 0
  return settleAnchor(call, note.id, { version, revisionId, ordinal, choice })
}
