import { expect, it } from 'vitest'
import { actOnKey } from '@/components/editor/use-keys'
import { dropPlace } from '@/components/settling/settle-actions'
import type { AnnotationView } from '@/lib/domain/annotations'
import { lastSaid, storeBefore } from '@/tests/unit/components/editor/desk'
import { lostPlace, noteView } from '@/tests/unit/components/editor/note-view'

const me = '00000000-0000-4000-8000-000000000001'

const open: AnnotationView = {
  ...noteView({ id: 'open', ownerId: me }),
  content: { ...noteView().content, anchors: [] },
  unsettled: [lostPlace],
}
const settled = noteView({ id: 'settled', ownerId: me })

/** What is said of a press where one of these notes is open, or none. */
function saidOf(key: string, notes: readonly AnnotationView[], openId: string | null): string {
  const store = storeBefore(settled)
  store.open(notes)
  store.patch({ openId })
  const press = { key, code: `Key${key.toUpperCase()}`, target: null } as unknown as KeyboardEvent
  expect(actOnKey(store, press, () => {})).toBe(true)
  return lastSaid(store)
}

const allSettled = 'Nothing is to be settled here.'
it.each(['y', 'p', 'm', 'x', 'r'])('says of %s that there is nothing to settle', key => {
  expect(saidOf(key, [settled], null)).toBe(allSettled)
  expect(saidOf(key, [settled], 'settled')).toBe(allSettled)
  expect(saidOf(key, [settled, open], 'settled')).toMatch(/^The words of this note are settled\./)
  expect(saidOf(key, [settled, open], null)).toMatch(/^No note is open\./)
})

it.each([
  ['y', 'There are no new words to confirm: none stand where these stood.'],
  ['p', 'These words stand nowhere else in the article. M marks them again.'],
  ['x', 'It is the only place of this note, and cannot be left out. R retires the note.'],
])('says why %s does nothing to words that are gone', (key, words) => {
  expect(saidOf(key, [open], 'open')).toBe(words)
})

it('leaves nothing out while a place is chosen', () => {
  const store = storeBefore(settled)
  store.open([{ ...open, unsettled: [lostPlace, { ...lostPlace, ordinal: 1 }] }])
  store.patch({
    openId: 'open',
    settling: { noteId: 'open', ordinal: 0, mode: 'choose', chosen: 0 },
  })
  dropPlace(store)
  expect(lastSaid(store)).toMatch(/^A place is being chosen\./)
})

it('says whose it is to settle', () => {
  expect(
    saidOf(
      'y',
      [{ ...open, ownerId: 'ines', authorIds: ['ines'], owner: { id: 'ines', name: 'Ines' } }],
      'open',
    ),
  ).toBe('Ines settles this, or an editor.')
})
