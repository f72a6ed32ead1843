import type { EditorView } from '@tiptap/pm/view'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { beginLook, closeLook } from '@/components/coverage/look-actions'
import type { DeskStore } from '@/components/editor/desk-store'
import { leaveSentence, tapAt } from '@/components/marking/tapping'
import { storeWith } from '../editor/desk'
import { noteView } from '../editor/note-view'
import { viewOf } from '../editor/view'

/** Of the one sentence there is. */
const sentence = { start: 0, end: 29 }
let store: DeskStore
let shown: () => (string | undefined)[]
let queries: string[]

beforeEach(() => {
  queries = ['(pointer: coarse)']
  vi.stubGlobal('window', {
    matchMedia: (query: string) => ({ matches: queries.includes(query) }),
  })
  store = storeWith(noteView({ state: 'retired' }))
  const page = viewOf(store)
  store.view = page.view as unknown as EditorView
  shown = page.shown
})
afterEach(() => vi.unstubAllGlobals())

it('offers the sentence that a finger is put on, and shows it', () => {
  tapAt(store, 4)
  expect(store.get().tapped).toEqual(sentence)
  expect(shown()).toEqual(['sentence-here'])
})

it.each([
  ['on the same sentence again', 8],
  ['beside all words', null],
])('lets it go at a tap %s', (_name, offset) => {
  tapAt(store, 4)
  tapAt(store, offset)
  expect(store.get().tapped).toBeNull()
  expect(shown()).toEqual([])
})

it('lets it go at Escape, which means nothing else then', () => {
  tapAt(store, 4)
  expect(leaveSentence(store)).toBe(true)
  expect(shown()).toEqual([])
  expect(leaveSentence(store)).toBe(false)
})

it('offers nothing to a mouse, which selects', () => {
  queries = []
  tapAt(store, 4)
  expect(store.get().tapped).toBeNull()
})

it('offers nothing while a note covers the foot of the page', () => {
  queries.push('(max-width: 44rem)')
  store.patch({ openId: store.get().notes[0]?.id ?? null })
  tapAt(store, 4)
  expect(store.get().tapped).toBeNull()
})

it('asks why of the tapped sentence, and leaves no sign of it where nothing is said', () => {
  tapAt(store, 4)
  beginLook(store)
  expect(store.get()).toMatchObject({ tapped: null, looking: { sentences: [sentence] } })
  expect(shown()).toEqual(['sentence-here'])
  closeLook(store)
  expect(store.get().looking).toBeNull()
  expect(shown()).toEqual([])
})
