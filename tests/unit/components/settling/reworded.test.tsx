import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, it } from 'vitest'
import { DeskProvider } from '@/components/editor/desk-context'
import type { DeskStore } from '@/components/editor/desk-store'
import { draftOf } from '@/components/editor/note-drafts'
import { Reworded } from '@/components/settling/reworded'
import { leaveWording } from '@/components/settling/settle-actions'
import { storeWith } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'

const note = noteView({ claim: 'Output rose by 9.8 per cent in March.' })
const number = { before: '9.8', after: '4.1', isTurn: false }
const month = { before: 'March', after: 'April', isTurn: false }

let store: DeskStore
beforeEach(() => {
  store = storeWith(note)
  const { anchors } = note.content
  store.patch({ rewordings: { note: { anchors, replacements: [number, month] } } })
})

/** What the line under the claim offers to write; nothing where it does not stand there. */
function offered(content = note.content): string | undefined {
  const html = renderToStaticMarkup(
    <DeskProvider store={store}>
      <Reworded noteId="note" draft={draftOf(content)} onTake={() => {}} />
    </DeskProvider>,
  )
  return /Write “<bdi>(.*?)<\/bdi>”/.exec(html)?.[1]
}

it('goes on to the next wording once one is left as it is, and goes with the last', () => {
  expect(offered()).toBe('4.1')
  leaveWording(store, 'note', number)
  expect(offered()).toBe('April')
  leaveWording(store, 'note', month)
  expect(offered()).toBeUndefined()
})

it('says nothing of words on which the note rests no more', () => {
  expect(offered({ ...note.content, anchors: [{ start: 7, end: 11 }] })).toBeUndefined()
  expect(offered()).toBe('4.1')
})

it('names a “not” that is gone, with nothing to press but to leave it', () => {
  const { anchors } = note.content
  const gone = { before: 'rose', after: '', isTurn: true }
  store.patch({ rewordings: { note: { anchors, replacements: [gone] } } })
  const html = renderToStaticMarkup(
    <DeskProvider store={store}>
      <Reworded noteId="note" draft={draftOf(note.content)} onTake={() => {}} />
    </DeskProvider>,
  )
  expect(html).toContain('The text no longer says “<bdi>rose</bdi>”, the claim does.')
  expect(html.match(/<button/g)).toHaveLength(1)
})
