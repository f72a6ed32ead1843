import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { DeskProvider } from '@/components/editor/desk-context'
import { KeysFooter, SendKeys } from '@/components/editor/keys-sheet'
import type { AnnotationView, UnsettledAnchor } from '@/lib/domain/annotations'
import type { AnnotationState } from '@/lib/domain/review'
import { storeWith } from './desk'
import { noteView } from './note-view'

const me = '00000000-0000-4000-8000-000000000001'

/** The words below the page with this note open. */
function wordsFor(note: AnnotationView, keys = <KeysFooter showSheet={() => {}} />): string {
  const store = storeWith(note)
  store.patch({ openId: note.id })
  const markup = renderToStaticMarkup(<DeskProvider store={store}>{keys}</DeskProvider>)
  return markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

const changed: UnsettledAnchor = {
  ordinal: 0,
  placement: 'changed',
  quote: 'Output fell',
  prefix: '',
  suffix: '',
  start: 0,
  end: 11,
  now: 'Output rose',
  change: null,
  sentence: null,
  candidates: [],
  near: 0,
}
const open = (ownerId: string): AnnotationView => ({
  ...noteView({ ownerId }),
  content: { ...noteView().content, anchors: [] },
  unsettled: [changed],
})

it('names what can be done about words that are to be settled', () => {
  expect(wordsFor(open(me))).toMatch(/Y Confirm M Mark again R Retire U Next to settle/)
})

it.each([
  ['settled', noteView({ ownerId: me })],
  ['another’s to settle', open('ines')],
])('names the keys for reading where the words of the note are %s', (_name, note) => {
  expect(wordsFor(note)).toMatch(/N Add note/)
})

it.each<[AnnotationState, string, boolean]>([
  ['draft', me, true],
  ['changes_asked', me, true],
  ['in_review', me, false],
  ['approved', me, false],
  ['draft', 'ines', false],
])('offers to send a note (%s, of %s): %s', (state, ownerId, isOffered) => {
  const words = wordsFor(noteView({ state, ownerId }), <SendKeys />)
  expect(words.includes('Send for review')).toBe(isOffered)
})
