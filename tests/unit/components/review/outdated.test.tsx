import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DeskProvider } from '@/components/editor/desk-context'
import { addNote, askOfNote, outdatedWords } from '@/components/editor/note-actions'
import { approveOpenNote, decide, moveNote } from '@/components/review/review-actions'
import { ReviewPanel } from '@/components/review/review-panel'
import type { AnnotationView } from '@/lib/domain/annotations'
import { refuse } from '@/lib/domain/outcomes'
import { storeWith } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'

const inReview = () => noteView({ state: 'in_review', claim: 'Output rose.', ownerId: 'ines' })
/** The same note after its words were another revision's, settled and sent again. */
const resubmitted: AnnotationView = {
  ...noteView({ state: 'in_review', claim: 'Output fell.', ownerId: 'ines', version: 5 }),
  revisionId: 'newer',
}

/** What the server was asked; it answers `answers` in turn. */
let asked: { path: string; body: unknown }[]
let answers: object[]
beforeEach(() => {
  asked = []
  answers = []
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    asked.push({ path, body: JSON.parse(body) })
    return Response.json(answers.shift() ?? refuse('unreachable', ''))
  })
})
afterEach(() => void vi.unstubAllGlobals())

describe('a page whose article has a newer revision', () => {
  it('approves nothing after it has heard of words that it does not show', async () => {
    const store = storeWith(inReview())
    store.patch({ openId: 'note' })
    answers = [{ ...refuse('stale', 'The note changed.'), current: resubmitted }]
    expect(await decide(store, 'note', 'approve', '')).toBe(false)
    approveOpenNote(store)
    expect(await decide(store, 'note', 'approve', '')).toBe(false)
    expect(asked).toEqual([
      {
        path: '/api/annotations/note/reviews',
        body: { decision: 'approve', contentHash: 'Output rose.', comment: '' },
      },
    ])
    expect(store.get()).toMatchObject({ troubles: { note: outdatedWords } })
  })

  it('approves nothing after a remark has brought the news either', async () => {
    const store = storeWith(inReview())
    answers = [{ ok: true, annotation: resubmitted }]
    const remark = { isRemark: true }
    const send = async () => (await (await fetch('/remark', { body: '{}' })).json()) as never
    expect(await askOfNote(store, 'note', send, 'Remark added.', remark)).toBe(true)
    expect(await decide(store, 'note', 'approve', '')).toBe(false)
    expect(asked.map(({ path }) => path)).toEqual(['/remark'])
  })

  it('moves no note and makes none, and still takes a remark', async () => {
    const store = storeWith(inReview())
    store.outdate()
    for (const move of ['take', 'submit', 'recall', 'retire', 'restore'] as const)
      expect(await moveNote(store, 'note', move, 'Because.')).toBe(false)
    store.patch({ selection: { start: 0, end: 6 } })
    await addNote(store, true)
    expect(asked).toEqual([])
    expect(store.get().troubles).toEqual({ note: outdatedWords, '': outdatedWords })
    const send = async () => ({ ok: true, annotation: resubmitted }) as const
    expect(await askOfNote(store, 'note', send, '', { isRemark: true })).toBe(true)
  })

  it('sends nothing that waited to be saved, and keeps it', async () => {
    const store = storeWith(noteView({ state: 'approved' }))
    store.saver.edit('note', draft => ({ ...draft, claim: 'Mine.' }))
    store.outdate()
    store.saver.agree('note')
    expect(await store.saver.flush('note')).toBe(false)
    expect(asked).toEqual([])
    expect(store.save('note')).toMatchObject({
      phase: { kind: 'outdated' },
      draft: { claim: 'Mine.' },
    })
  })

  it('has its buttons off, says why beside them, and offers the way out', () => {
    const store = storeWith(inReview())
    const html = () =>
      renderToStaticMarkup(
        <DeskProvider store={store}>
          <ReviewPanel note={inReview()} />
        </DeskProvider>,
      )
    expect(html()).not.toContain('aria-disabled="true"')
    expect(html()).not.toContain('newer revision')
    store.outdate()
    expect(html().match(/aria-disabled="true" aria-describedby="outdated-why"/g)).toHaveLength(2)
    expect(html()).toContain('id="outdated-why"')
    expect(html()).toContain('>Reload</button>')
  })
})
