import { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, it, vi } from 'vitest'
import { DeskProvider } from '@/components/editor/desk-context'
import type { DeskStore } from '@/components/editor/desk-store'
import { Outline } from '@/components/reading/outline'
import { readingOf } from '@/components/reading/reading-store'
import { articleNode } from '@/lib/document/articles'
import { storeBefore } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'

beforeEach(() => {
  vi.stubGlobal('window', { innerHeight: 800, scrollY: 0, matchMedia: () => ({ matches: false }) })
  vi.stubGlobal('document', {
    querySelector: () => null,
    querySelectorAll: () => [],
    documentElement: { scrollHeight: 800 },
  })
})

/** The outline of an article of one part, as a browser shows it. */
function outlineOf(store: DeskStore): string {
  const state = EditorState.create({ doc: articleNode(store.desk.revision.document) })
  store.view = { state, dom: { children: [] } } as unknown as EditorView
  readingOf(store).patch({ isOutlineOpen: true })
  return renderToStaticMarkup(
    <DeskProvider store={store}>
      <Outline />
    </DeskProvider>,
  )
}

it('says of no part that it has no notes before they have come', () => {
  const store = storeBefore(noteView())
  expect(outlineOf(store)).toMatch(/, notes not here yet<.*…/)
  store.open([])
  expect(outlineOf(store)).toContain(', no notes<')
  expect(outlineOf(store)).not.toContain('…')
})
