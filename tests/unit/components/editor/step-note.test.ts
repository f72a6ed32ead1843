import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { beforeEach, expect, it, vi } from 'vitest'
import type { DeskStore } from '@/components/editor/desk-store'
import { closeNote, stepNote } from '@/components/editor/note-actions'
import { articleNode } from '@/lib/document/articles'
import { selectSpan } from '@/lib/editor/selections'
import { lastSaid, storeBefore } from './desk'
import { noteView } from './note-view'

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 0)
  vi.stubGlobal('document', { activeElement: null })
  vi.stubGlobal('CSS', { escape: (id: string) => id })
  vi.stubGlobal('window', { history: { state: null, replaceState: () => {} } })
})

/** A page with a note on each five characters from these offsets on, and the caret at `caret`; null: elsewhere. */
function storeWithNotes(starts: readonly number[], caret: number | null): DeskStore {
  const store = storeBefore(noteView())
  store.open(starts.map(start => noteView({ id: String(start), start })))
  const doc = articleNode(store.desk.revision.document)
  const state = EditorState.create({
    doc,
    selection: TextSelection.create(doc, store.text.positionAt(caret ?? 0)),
  })
  const view = {
    state,
    hasFocus: () => caret !== null,
    focus: () => {},
    dispatch: (tr: Transaction) => {
      view.state = view.state.apply(tr)
    },
  }
  store.view = view as unknown as EditorView
  return store
}

it.each<[string, number[], number | null, 1 | -1, string | null]>([
  ['the note that begins at the caret', [7], 7, 1, '7'],
  ['the one whose words the caret is in', [7], 9, 1, '7'],
  ['the one at the very beginning', [0, 7], 0, 1, '0'],
  ['the next after the caret', [0, 7], 6, 1, '7'],
  ['none where all are before it', [0], 9, 1, null],
  ['the first, from outside the text', [0, 7], null, 1, '0'],
  ['backwards the one at the caret', [0, 7], 7, -1, '7'],
  ['backwards the one before it', [0, 7], 6, -1, '0'],
  ['backwards none where all come after it', [7], 3, -1, null],
  ['backwards the last, from outside the text', [0, 7], null, -1, '7'],
])('opens %s', (_name, starts, caret, step, opened) => {
  const store = storeWithNotes(starts, caret)
  stepNote(store, step)
  expect(store.get().openId).toBe(opened)
})

it('goes on from the note that was closed, until somebody goes elsewhere in the text', () => {
  const store = storeWithNotes([0, 7, 14], 0)
  stepNote(store, 1)
  closeNote(store)
  stepNote(store, 1)
  expect(store.get().openId).toBe('7')
  closeNote(store)
  selectSpan(store.view as EditorView, { start: 0, end: 0 }, 'caret')
  stepNote(store, 1)
  expect(store.get().openId).toBe('0')
})

it.each([true, false])('takes the keys away from a button of the bar: %s', isInBar => {
  vi.stubGlobal('document', {
    activeElement: { matches: (of: string) => isInBar && of === '.bar *' },
  })
  const store = storeWithNotes([0, 7], null)
  const focus = vi.spyOn(store.view as EditorView, 'focus')
  stepNote(store, 1)
  expect(focus).toHaveBeenCalledTimes(isInBar ? 1 : 0)
})

it.each<[string, number[], string | null, 1 | -1, string]>([
  ['there are none', [], null, 1, 'There is no note here.'],
  ['none comes after the caret', [0], null, 1, 'No note comes after the caret.'],
  ['none comes before the caret', [14], null, -1, 'No note comes before the caret.'],
  ['the last is open', [0, 7], '7', 1, 'This is the last note.'],
  ['the first is open', [0, 7], '0', -1, 'This is the first note.'],
])('says it where %s', (_name, starts, openId, step, words) => {
  const store = storeWithNotes(starts, 10)
  store.patch({ openId })
  stepNote(store, step)
  expect(lastSaid(store)).toBe(words)
})
