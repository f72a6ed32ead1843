import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { coverageNow, lookingAt, wishesFor } from '@/components/coverage/looking'
import type { DeskStore } from '@/components/editor/desk-store'
import { type LookReason, type LookView, nameOf } from '@/lib/domain/looks'
import { type Outcome, refuse } from '@/lib/domain/outcomes'
import { storeWith } from '../editor/desk'
import { noteView } from '../editor/note-view'
import { answers, stubServer } from '../server'

const sentence = { start: 0, end: 29 }
const left = (reason: LookReason | null = null) => ({ ...sentence, to: { reason } })
const open = { ...sentence, to: null }

function look(id: string, reason: LookReason | null = null, name = 'Ines'): LookView {
  return { id, ...sentence, reason, by: { id: name, name }, at: '2026-03-02T09:30:00Z' }
}

let store: DeskStore

beforeEach(() => {
  stubServer()
  store = storeWith(noteView({ state: 'retired' }))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetAllMocks()
})

const answer = (...looks: LookView[]) =>
  answers.mockResolvedValueOnce({ ok: true, looks } as Outcome)
const sent = (at: number) => answers.mock.calls[at]?.[2]

describe('a look', () => {
  it('shows at once, and as the server has it when that answers', async () => {
    answer(look('a', 'opinion', 'Maren'))
    const done = store.looker.change([left('opinion')])
    expect(store.get().looks).toMatchObject([{ reason: 'opinion', by: { name: 'Maren' } }])
    expect(coverageNow(store).percent).toBe(100)
    expect(await done).toEqual([open])
    expect(store.get().looks).toMatchObject([{ id: 'a' }])
  })

  it('is sent with the look that the server is known to have, one after the other', async () => {
    answer(look('a'))
    answer(look('b', 'trivial'))
    answer()
    const undone = await Promise.all([
      store.looker.change([left()]),
      store.looker.change([left('trivial')]),
      store.looker.change([open]),
    ])
    expect([0, 1, 2].map(sent)).toMatchObject([
      { changes: [{ seen: null }] },
      { changes: [{ seen: 'a' }] },
      { changes: [{ seen: 'b', to: null }] },
    ])
    expect(undone).toEqual([[open], [left()], [left('trivial')]])
    expect(store.get().looks).toEqual([])
  })

  it('goes out in as many requests as there are sentences for', async () => {
    const many = Array.from({ length: 4500 }, (_, at) => ({ start: at, end: at + 1, to: null }))
    answer()
    answer()
    answer()
    expect(await store.looker.change(many)).toHaveLength(4500)
    expect(answers).toHaveBeenCalledTimes(3)
  })

  it('of somebody else shows as it is told, but not while an answer is under way', async () => {
    store.looker.follow([look('b', 'trivial')])
    expect(store.get().looks).toMatchObject([{ id: 'b' }])
    answer(look('c', 'opinion'))
    const done = store.looker.change([left('opinion')])
    store.looker.follow([look('b', 'trivial')])
    await done
    expect(sent(0)).toMatchObject({ changes: [{ seen: 'b' }] })
    expect(store.get().looks).toMatchObject([{ id: 'c' }])
  })

  it('of somebody else that came while an answer was under way shows after it', async () => {
    const elsewhere = { ...look('d', 'trivial'), start: 40, end: 60 }
    answer(look('c', 'opinion'))
    const done = store.looker.change([left('opinion')])
    store.looker.follow([elsewhere])
    expect(store.get().looks).toMatchObject([{ reason: 'opinion' }])
    await done
    expect(store.get().looks).toMatchObject([{ id: 'c' }, { id: 'd' }])
  })

  it('is not hidden by news that were read before it', async () => {
    store.looker.follow([look('b')])
    store.looker.newsAsked()
    answer()
    await store.looker.change([open])
    store.looker.follow([look('b')])
    expect(store.get().looks).toEqual([])
    store.looker.newsAsked()
    store.looker.follow([look('c')])
    expect(store.get().looks).toMatchObject([{ id: 'c' }])
  })

  it('gives way to what somebody else said meanwhile, and says so', async () => {
    const theirs = look('b', 'trivial')
    const stale = { ...refuse('stale', 'Ines looked at this meanwhile.'), current: [theirs] }
    answers.mockResolvedValueOnce(stale)
    expect(await store.looker.change([left('opinion')])).toBeNull()
    expect(store.get().looks).toEqual([theirs])
    expect(store.get().troubles['']).toBe('Ines looked at this meanwhile.')
  })

  it('is not there where there was no answer', async () => {
    answers.mockResolvedValueOnce(refuse('unreachable'))
    expect(await store.looker.change([left('opinion')])).toBeNull()
    expect(store.get().looks).toEqual([])
    expect(store.get().troubles['']).toMatch(/^No connection/)
  })

  it('tells the page of a newer revision', async () => {
    answers.mockResolvedValueOnce(refuse('stale'))
    await store.looker.change([left()])
    expect(store.get()).toMatchObject({ isOutdated: true, looks: [] })
  })
})

describe('what a person is asked about', () => {
  const spans = [0, 10, 20].map(start => ({ start, end: start + 9 }))
  const at = (index: number) => spans[index] as (typeof spans)[number]
  const isLeft = (index: number) => {
    const span = at(index)
    return { ...span, kind: 'left' as const, looks: [{ ...look(nameOf(span)), ...span }] }
  }
  const isOpen = (index: number) => ({ ...at(index), kind: 'open' as const })
  const isNoted = (index: number) => ({ ...at(index), kind: 'noted' as const })

  it.each([
    ['what nobody looked at, where there is any', [isLeft(0), isOpen(1), isNoted(2)], 'open', [1]],
    ['what was left, where all was looked at', [isLeft(0), isNoted(1), isLeft(2)], 'left', [0, 2]],
  ] as const)('is %s', (_what, touched, kind, indexes) => {
    const looking = lookingAt(touched)
    expect(looking?.kind).toBe(kind)
    expect(looking && wishesFor(looking, null)).toEqual(
      indexes.map(index => ({ ...at(index), to: null })),
    )
  })

  it('is nothing where notes rest on all of it', () => {
    expect(lookingAt([isNoted(0)])).toBeNull()
  })

  it('is a look once that lies on several sentences, by its own place', () => {
    const both = { ...look('both'), start: 0, end: 19 }
    const looking = lookingAt([0, 1].map(index => ({ ...isLeft(index), looks: [both] })))
    expect(looking && wishesFor(looking, null)).toEqual([{ start: 0, end: 19, to: null }])
  })
})
