import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { wordsOfReturn } from '@/components/editor/reconnecting'
import { refuse } from '@/lib/domain/outcomes'
import { storeWith } from './desk'
import { noteView } from './note-view'

describe('wordsOfReturn', () => {
  it.each([
    [['saved'], 'Connected again: 1 note saved.'],
    [['saved', 'saved', 'kept'], 'Connected again: 2 notes saved, 1 kept here, not saved.'],
    [['kept'], 'Connected again: 1 note kept here, not saved.'],
    [['saved', 'out'], null],
    [[], null],
  ] as const)('says of %j: %s', (notes, words) => {
    expect(wordsOfReturn(notes)).toBe(words)
  })
})

describe('a page that loses the line', () => {
  /** What the server says of each note; null is no answer at all. */
  let answers: Record<string, object | null>
  beforeEach(() => {
    vi.useFakeTimers()
    answers = {}
    vi.stubGlobal('fetch', async (path: string) => {
      const answer = answers[path.split('/').at(-1) ?? '']
      if (!answer) throw new TypeError('Failed to fetch')
      return Response.json(answer)
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('sends again what met no connection, and says what was saved and what is kept', async () => {
    const store = storeWith(noteView({ id: 'a' }))
    store.receive(noteView({ id: 'b', start: 7 }))
    const type = (id: string) => store.saver.edit(id, now => ({ ...now, claim: 'Typed.' }))
    type('a')
    type('b')
    await vi.advanceTimersByTimeAsync(1000)
    expect(store.get().saves).toMatchObject({
      a: { phase: { kind: 'failed' } },
      b: { phase: { kind: 'failed' } },
    })
    expect(store.get().news).toBe('')
    answers = {
      a: { ok: true, annotation: noteView({ id: 'a', version: 2, claim: 'Typed.' }) },
      b: refuse('forbidden'),
    }
    store.saver.retryAll()
    await vi.advanceTimersByTimeAsync(1000)
    expect(store.get().news).toBe('Connected again: 1 note saved, 1 kept here, not saved.')
  })

  it('says nothing of a line where none was lost', async () => {
    const store = storeWith(noteView({ id: 'a' }))
    answers = { a: { ok: true, annotation: noteView({ id: 'a', version: 2, claim: 'Typed.' }) } }
    store.saver.edit('a', now => ({ ...now, claim: 'Typed.' }))
    await vi.advanceTimersByTimeAsync(1000)
    expect(store.get().news).toBe('')
  })
})
