import type { KeyboardEvent } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { sendOnCtrlEnter } from '@/components/annotations/open-note'
import { lastSaid, storeWith } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'

const requestSubmit = vi.fn()

/** What has the focus: which of the selectors asked for it is in. */
class Focused {
  constructor(
    readonly isContentEditable: boolean,
    readonly within: readonly string[],
  ) {}
  matches = () => false
  closest(selector: string) {
    return this.within.some(each => selector.includes(each)) ? { requestSubmit } : null
  }
}

beforeEach(() => {
  requestSubmit.mockReset()
  vi.stubGlobal('HTMLElement', Focused)
})

/** What a press sends with the focus there: a form of its own, the note, or nothing. */
function sentFrom(isField: boolean, ...within: string[]): string {
  const note = noteView({ state: 'approved' })
  const store = storeWith(note)
  store.patch({ openId: note.id })
  const preventDefault = vi.fn()
  const press = { key: 'Enter', ctrlKey: true, preventDefault, stopPropagation: () => {} }
  const target = new Focused(isField, within)
  sendOnCtrlEnter(store, { ...press, target } as unknown as KeyboardEvent)
  if (requestSubmit.mock.calls.length > 0) return 'the form'
  if (preventDefault.mock.calls.length === 0) return 'nothing'
  expect(lastSaid(store)).not.toBe('')
  return 'the note'
}

it.each<[string, boolean, string[], string]>([
  ['a field of the note', true, [], 'the note'],
  ['a wish for changes that is being written', true, ['.review form', '.review'], 'the form'],
  ['the button that approves', false, ['.review form', '.review'], 'nothing'],
  ['a button of the settling', false, ['.settle'], 'nothing'],
  ['a remark', true, ['.thread'], 'nothing'],
])('sends from %s what is written there', (_name, isField, within, sent) => {
  expect(sentFrom(isField, ...within)).toBe(sent)
})
