import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { leaveFor, mayAnswer, takeBack } from '@/components/coverage/look-actions'
import { coverageNow, lookingAt } from '@/components/coverage/looking'
import type { DeskStore } from '@/components/editor/desk-store'
import type { LookReason, LookView } from '@/lib/domain/looks'
import type { Outcome } from '@/lib/domain/outcomes'
import { lastSaid, storeWith } from '../editor/desk'
import { noteView } from '../editor/note-view'
import { answers, stubServer } from '../server'

const sentence = { start: 0, end: 29 }
let store: DeskStore

beforeEach(() => {
  stubServer()
  vi.stubGlobal('window', { matchMedia: () => ({ matches: false }) })
  store = storeWith(noteView({ state: 'retired' }))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetAllMocks()
})

const own = () => ({ id: store.actor.id, name: store.actor.name })
const ines = { id: 'ines', name: 'Ines' }

function look(id: string, by: LookView['by'] = own(), reason: LookReason | null = null): LookView {
  return { id, ...sentence, reason, by, at: '2026-03-02T09:30:00Z' }
}

const answer = (...looks: LookView[]) =>
  answers.mockResolvedValueOnce({ ok: true, looks } as Outcome)

/** The person is asked about every sentence there is. */
const askAll = () => store.patch({ looking: lookingAt(coverageNow(store).sentences) })

it('leaves the sentences, and has nothing more to ask', async () => {
  answer(look('a', own(), 'opinion'))
  askAll()
  leaveFor(store, 'opinion')
  expect(store.get().looking).toBeNull()
  expect(store.get().looks).toMatchObject([{ reason: 'opinion' }])
  expect(lastSaid(store)).toBe('Opinion. Every sentence has a note, or was looked at.')
  await vi.waitFor(() => expect(store.history.get().done).toHaveLength(1))
})

it('undoes what was said, and does it again', async () => {
  answer(look('a'))
  askAll()
  leaveFor(store, null)
  await vi.waitFor(() => expect(store.history.get().done).toHaveLength(1))
  answer()
  await store.history.turn('undo', 'key')
  expect(store.get().looks).toEqual([])
  expect(lastSaid(store)).toContain('leaving a sentence')
  answer(look('b'))
  await store.history.turn('redo', 'key')
  expect(store.get().looks).toMatchObject([{ id: 'b' }])
})

it('does not undo what somebody else has said since', async () => {
  answer(look('a'))
  askAll()
  leaveFor(store, null)
  await vi.waitFor(() => expect(store.history.get().done).toHaveLength(1))
  store.looker.newsAsked()
  store.looker.follow([look('b', ines, 'trivial')])
  await store.history.turn('undo', 'key')
  expect(store.get().looks).toMatchObject([{ id: 'b' }])
})

it('says nothing of a sentence that another checker has left', () => {
  store.looker.newsAsked()
  store.looker.follow([look('b', ines)])
  askAll()
  expect(mayAnswer(store)).toBe(false)
  leaveFor(store, 'trivial')
  takeBack(store)
  expect(answers).not.toHaveBeenCalled()
  expect(store.get().looks).toMatchObject([{ id: 'b' }])
})
