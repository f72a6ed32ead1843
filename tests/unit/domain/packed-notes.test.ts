import { describe, expect, it } from 'vitest'
import { packAnnotations, unpackAnnotations } from '@/lib/document/articles'
import { documentFromBlocks } from '@/lib/document/build'
import { describeAnchor } from '@/lib/domain/anchoring/anchors'
import { type AnnotationView, newContent } from '@/lib/domain/annotations'
import { packNotes, unpackNotes } from '@/lib/domain/packed-notes'

const text = 'Output rose by four per cent.\nPrices fell.'
const common = { articleId: 'article', revisionId: 'revision', text }
const maren = { id: 'maren', name: 'Maren' }
const span = { start: 7, end: 19 }

const note = (own: Partial<AnnotationView> = {}): AnnotationView => ({
  id: 'note',
  articleId: 'article',
  key: 'k7',
  state: 'draft',
  version: 3,
  contentHash: 'now',
  heldHashes: ['now'],
  revisionId: 'revision',
  ownerId: 'maren',
  owner: maren,
  authors: [maren],
  authorIds: ['maren'],
  content: newContent([span], 'Output rose.'),
  anchors: [{ ordinal: 2, ...describeAnchor(text, span) }],
  unsettled: [],
  reviews: [],
  threads: [],
  retiredReason: null,
  published: null,
  createdAt: '2026-03-02T09:00:00.000Z',
  updatedAt: '2026-03-02T09:00:00.000Z',
  submittedAt: null,
  ...own,
})

describe('notes that were packed', () => {
  it.each<[string, AnnotationView]>([
    ['are what they were', note()],
    [
      'keep their authors and carried hashes',
      note({
        authors: [maren, { id: 'ines', name: 'Ines' }],
        authorIds: ['maren', 'ines'],
        heldHashes: ['now', 'before'],
      }),
    ],
    [
      'keep words that are not those of the text: a verdict was given to them',
      note({ anchors: [{ ordinal: 0, ...describeAnchor(text, span), quote: 'rose by 4' }] }),
    ],
    ['keep offsets that no anchor has', note({ anchors: [] })],
    ['keep an owner who is no author', note({ authors: [], authorIds: [] })],
  ])('%s', (_name, view) => {
    const sent = JSON.parse(JSON.stringify(packNotes([view], common)))
    expect(unpackNotes(sent, common)).toEqual([view])
  })

  it('are a third shorter', () => {
    const long = JSON.stringify(note()).length
    expect(JSON.stringify(packNotes([note()], common)).length).toBeLessThan((long * 2) / 3)
  })
})

it('sends a page’s notes, which rest on its text, and has them again', () => {
  const lines = text.split('\n').map(line => ({ kind: 'paragraph' as const, text: line }))
  const desk = {
    article: { id: 'article' },
    revision: { id: 'revision', document: documentFromBlocks(lines) },
  } as unknown as Parameters<typeof packAnnotations>[0]
  expect(unpackAnnotations(desk, packAnnotations(desk, [note()]))).toEqual([note()])
})
