import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DeskStore } from '@/components/editor/desk-store'
import { keepFocus } from '@/components/undo/keep-focus'
import { storeWith } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'

const [body, field] = [{}, {}]

/** A page on which `openId` is the open note, and `focused` has the focus. */
function page(openId: string | null, focused: object) {
  vi.stubGlobal('document', { body, activeElement: focused })
  const store = storeWith(noteView())
  const focus = vi.fn()
  store.view = { focus } as unknown as DeskStore['view']
  store.patch({ openId })
  return { store, focus }
}

beforeEach(() => vi.stubGlobal('requestAnimationFrame', (run: () => void) => run()))
afterEach(() => vi.unstubAllGlobals())

it('goes on in the open note where the button is gone', () => {
  const { store, focus } = page('note', body)
  keepFocus(store)
  expect(store.get().wish).toEqual({ for: 'note', turn: 1 })
  expect(focus).not.toHaveBeenCalled()
})

it('goes on in the article where no note is open', () => {
  const { store, focus } = page(null, body)
  keepFocus(store)
  expect(focus).toHaveBeenCalledOnce()
})

it('leaves the focus where it is', () => {
  const { store, focus } = page('note', field)
  keepFocus(store)
  expect(store.get().wish.turn).toBe(0)
  expect(focus).not.toHaveBeenCalled()
})
