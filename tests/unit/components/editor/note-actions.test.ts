import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addNote, askOfNote } from '@/components/editor/note-actions'
import type { Outcome } from '@/lib/domain/outcomes'
import { paths } from '@/lib/paths'
import { answers, stubServer } from '../server'
import { lastSaid, storeBefore, storeWith } from './desk'
import { noteView } from './note-view'

const mark = noteView({ id: 'mark', state: 'to_check' })

/** The notes that were asked for. */
const asked = () =>
  answers.mock.calls
    .filter(([, path]) => path === paths.api.annotations('article'))
    .map(([, , body]) => body)

beforeEach(() => {
  stubServer()
  answers.mockResolvedValue({ ok: true, annotation: mark } as Outcome)
})
afterEach(() => void vi.resetAllMocks())

describe('a mark made before the notes have come', () => {
  const selected = () => {
    const store = storeBefore(noteView())
    store.patch({ selection: { start: 0, end: 5 } })
    return store
  }

  it('is made of the words that were selected then, and once', async () => {
    const store = selected()
    void addNote(store, true)
    void addNote(store, true)
    store.patch({ selection: { start: 7, end: 11 } })
    expect(asked()).toEqual([])
    store.open([])
    await vi.waitFor(() => expect(lastSaid(store)).toBe('Marked to check.'))
    expect(asked()).toMatchObject([{ toCheck: true, content: { anchors: [{ start: 0, end: 5 }] } }])
  })

  it('is no second one on the same words', async () => {
    const store = selected()
    void addNote(store, true)
    store.open([mark])
    await store.opened
    expect(lastSaid(store)).toBe('These words are marked to check already.')
    expect(asked()).toEqual([])
  })
})

it('makes a note without waiting for those that have yet to come', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0)
  vi.stubGlobal('window', {
    history: { state: null, replaceState: () => {} },
    matchMedia: () => ({ matches: false }),
  })
  const store = storeBefore(noteView())
  store.patch({ selection: { start: 0, end: 5 } })
  await addNote(store, false)
  expect(lastSaid(store)).toBe('Note added.')
})

describe('what is asked of a note while another answer is on its way', () => {
  it('is not asked again, but a remark waits for its turn', async () => {
    const store = storeWith(mark)
    const done: string[] = []
    const askFor = (what: string, isRemark: boolean) =>
      askOfNote(
        store,
        'mark',
        async () => {
          done.push(what)
          return { ok: true, annotation: mark }
        },
        '',
        { isRemark },
      )
    const answers = await Promise.all([
      askFor('approve', false),
      askFor('approve', false),
      askFor('first remark', true),
      askFor('second remark', true),
    ])
    expect(answers).toEqual([true, false, true, true])
    expect(done).toEqual(['approve', 'first remark', 'second remark'])
  })
})
