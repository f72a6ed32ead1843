import { Node } from '@tiptap/pm/model'
import { documentFromBlocks } from '@/lib/document/build'
import { textOf } from '@/lib/document/positions'
import { articleSchema } from '@/lib/document/schemas'
import { describeAnchor } from '@/lib/domain/anchoring/anchors'
import {
  type AnnotationContent,
  type CanonicalContent,
  contentHash,
  contentOf,
  emptyClaimant,
} from '@/lib/domain/annotations'
import type { ArticleDetails } from '@/lib/domain/articles'
import { hashText } from '@/lib/domain/canonical'
import type { EditionNote, EditionSnapshot } from '@/lib/domain/editions'
import type { PublisherChange } from '@/lib/domain/publisher-changes'
import type { DocumentNode } from '@/lib/domain/rich-text'
import { defaultScale } from '@/lib/domain/scales'

/** A made-up article for tests of pages; anything can be given otherwise. */
export const plainDetails: ArticleDetails = {
  title: 'Harbour traffic is back',
  standfirst: '',
  publisher: 'Meridian Wire',
  byline: 'Staff correspondent',
  publishedOn: '2022-01-29',
  url: 'https://wire.example/harbour',
  language: 'en',
}

export interface SnapshotNote {
  key: string
  /** The words it rests on, in each place; found in the text. */
  words: string[]
  content?: Partial<Omit<AnnotationContent, 'anchors'>>
  authors?: string[]
  approvedBy?: string[]
}

/** A snapshot of an edition made by hand: a document or paragraphs, and notes on their words. */
export function snapshotOf(
  text: DocumentNode | string[],
  notes: SnapshotNote[],
  overrides: Partial<EditionSnapshot> = {},
): EditionSnapshot {
  const document = Array.isArray(text)
    ? documentFromBlocks(text.map(each => ({ kind: 'paragraph', text: each })))
    : text
  const plain = textOf(Node.fromJSON(articleSchema, document))
  const at = '2022-02-01T10:00:00.000Z'
  return {
    format: 2,
    number: 1,
    publishedAt: at,
    firstPublishedAt: at,
    publishedBy: 'Ruth Akande',
    newsroom: {
      name: 'The Alderwick Courier',
      language: 'en',
      timeZone: 'UTC',
      contact: 'corrections@courier.example',
      isDemo: true,
    },
    article: { ...plainDetails, slug: 'harbour-traffic' },
    check: { title: 'A report on the harbour, checked', summary: 'One claim, and it holds.' },
    revision: {
      number: 1,
      textHash: hashText(plain),
      frozenAt: '2022-01-30T09:00:00.000Z',
      document,
    },
    scale: defaultScale.ratings,
    notes: notes.map((note, index) => editionNote(note, index + 1, plain, at)),
    retired: [],
    corrections: [],
    publisherChanges: [],
    earlier: [],
    ...overrides,
  }
}

/** What the publisher changed in the words of note k1, as edition 2 tells it. */
export function publisherChange(own: Partial<PublisherChange> = {}): PublisherChange {
  return {
    noteKey: 'k1',
    claim: 'The harbour handled 412 ships.',
    ordinal: 0,
    before: '412 ships',
    after: '398 ships',
    kind: 'meaning',
    reasons: ['number'],
    revision: 2,
    frozenAt: '2022-02-02T09:00:00.000Z',
    changedOn: '',
    changeNote: '',
    again: null,
    isOwn: false,
    edition: 2,
    at: '2022-02-03T10:00:00.000Z',
    ...own,
  }
}

/** A paragraph of plain words as an explanation. */
export function explained(...paragraphs: string[]): DocumentNode {
  return {
    type: 'doc',
    content: paragraphs.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  }
}

function editionNote(note: SnapshotNote, number: number, text: string, at: string): EditionNote {
  const content = canonicalOf(note, text)
  return {
    key: note.key,
    number,
    contentHash: contentHash(content),
    content,
    authors: note.authors ?? ['Ines Calloway'],
    approvedBy: note.approvedBy ?? ['Tobias Hale'],
    firstPublishedAt: at,
  }
}

function canonicalOf({ words, content = {} }: SnapshotNote, text: string): CanonicalContent {
  const ratingKey = content.ratingKey ?? 'true'
  const rating = defaultScale.ratings.find(each => each.key === ratingKey) ?? null
  return contentOf(
    {
      claim: content.claim ?? `That ${words[0]}.`,
      claimant: content.claimant ?? { ...emptyClaimant, name: 'Meridian Wire' },
      reasons: content.reasons ?? [],
      explanation: content.explanation ?? explained('The port’s own figures say so.'),
      citations: content.citations ?? [],
    },
    words.map(each => anchorOf(text, each)),
    rating,
    hashText(text),
  )
}

function anchorOf(text: string, words: string) {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`The text does not say “${words}”.`)
  return describeAnchor(text, { start, end: start + words.length })
}
