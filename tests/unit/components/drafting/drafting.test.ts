import { describe, expect, it } from 'vitest'
import { carriedStill, draftCopies } from '@/components/drafting/draft-copies'
import { anchorsOf, placesInDraft } from '@/components/drafting/drafting'
import type { AnnotationView } from '@/lib/domain/annotations'
import { noteView } from '@/tests/unit/components/editor/note-view'

const text = 'Output rose by 4%.'
const note = (id: string, start: number, end: number): AnnotationView => ({
  ...noteView({ id }),
  anchors: [{ ordinal: 0, start, end, quote: text.slice(start, end), prefix: '', suffix: '' }],
})
const a = '00000000-0000-4000-8000-00000000000a'
const b = '00000000-0000-4000-8000-00000000000b'

describe('placesInDraft', () => {
  const notes = [note(a, 0, 6), note(b, 7, 17)]
  const at = (start: number, end: number) => ({ span: { start, end }, near: end })
  const places = (
    draft: string,
    second: { span: { start: number; end: number } | null; near: number },
  ) =>
    placesInDraft(
      notes,
      [
        { annotationId: a, ordinal: 0, from: { start: 0, end: 6 }, ...at(0, 6) },
        { annotationId: b, ordinal: 0, from: { start: 7, end: 17 }, ...second },
      ],
      { frozen: text, draft, language: 'en' },
    ).get(b)

  it('leave the verdict on the same words, wherever they are', () => {
    expect(places('A new head.\nOutput rose by 4%.', at(19, 29))).toMatchObject({
      spans: [{ start: 19, end: 29 }],
      title: null,
    })
  })

  it('take it off the same words in a sentence that turns them, as freezing would', () => {
    expect(places('Output never rose by 4%.', at(13, 23))).toEqual({
      spans: [],
      changed: [{ start: 13, end: 23 }],
      gaps: [],
      title: 'The sentence changed',
    })
  })

  it('leave it in a sentence that is worded otherwise and says no less', () => {
    expect(places('The output rose by 4%.', at(11, 21))?.title).toBeNull()
  })

  it('leave it where only a typographic sign is another', () => {
    expect(places('Output rose by 4%.', at(7, 17))?.title).toBeNull()
  })

  it('take it off words that were edited, at once', () => {
    expect(places('Output rose by 5%.', at(7, 17))).toEqual({
      spans: [],
      changed: [{ start: 7, end: 17 }],
      gaps: [],
      title: 'The words changed',
    })
  })

  it('say where words were that are deleted', () => {
    expect(places('Output .', { span: null, near: 7 })).toMatchObject({
      gaps: [7],
      title: 'The words are gone',
    })
  })
})

describe('anchorsOf', () => {
  it('carries what rests for certain, and nothing of a retired note', () => {
    const retired = { ...note(b, 7, 17), state: 'retired' as const }
    expect(anchorsOf([note(a, 0, 6), retired])).toEqual([
      {
        annotationId: a,
        ordinal: 0,
        from: { start: 0, end: 6 },
        span: { start: 0, end: 6 },
      },
    ])
  })
})

describe('a draft kept in the browser', () => {
  const memory = () => {
    const kept = new Map<string, string>()
    return {
      get length() {
        return kept.size
      },
      key: (at: number) => [...kept.keys()][at] ?? null,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
      clear: () => kept.clear(),
    }
  }
  const copy = {
    at: '2026-03-02T09:10:00.000Z',
    revisionId: 'first',
    document: { type: 'doc', content: [] },
    carried: [
      { annotationId: a, ordinal: 0, span: { start: 3, end: 9 }, from: { start: 0, end: 6 } },
      { annotationId: b, ordinal: 0, span: null, from: { start: 7, end: 17 } },
    ],
  }

  it('is offered to the next visit, bound to the revision it was made of', () => {
    const storage = memory()
    expect(draftCopies('maren', 'article', 'earlier', storage).keep(copy)).toBe(true)
    const now = draftCopies('maren', 'article', 'now', storage)
    expect(now.left(new Set(['earlier']))).toEqual([])
    const [left] = now.left(new Set())
    expect(left).toMatchObject({ revisionId: 'first', document: copy.document })
    if (left) now.discard(left)
    expect(storage.length).toBe(0)
  })

  it('is nobody else’s, nor another article’s', () => {
    const storage = memory()
    draftCopies('maren', 'article', 'earlier', storage).keep(copy)
    expect(draftCopies('tobias', 'article', 'now', storage).left(new Set())).toEqual([])
    expect(draftCopies('maren', 'other', 'now', storage).left(new Set())).toEqual([])
  })

  it('is said not to be kept where the browser keeps nothing', () => {
    expect(draftCopies('maren', 'article', 'now', null).keep(copy)).toBe(false)
  })

  it('carries no anchor of a note that was placed anew meanwhile', () => {
    const still = carriedStill(copy, [note(a, 0, 6), note(b, 7, 11)])
    expect(still.map(({ annotationId }) => annotationId)).toEqual([a])
  })
})
