import { expect, it } from 'vitest'
import { wordsInHand } from '@/components/editor/bubble'
import { storeWith } from './desk'
import { noteView } from './note-view'

const [selection, tapped] = [
  { start: 0, end: 6 },
  { start: 0, end: 29 },
]
const drafting = { isChanged: true, places: new Map(), isKept: true }

it.each([
  ['the selected words', { selection, tapped }, selection],
  ['the sentence that was tapped, where none are', { tapped }, tapped],
  [
    'nothing while a draft is edited, which may be longer than the text',
    { drafting, selection },
    null,
  ],
])('offers what can be done with %s', (_name, state, words) => {
  expect(wordsInHand({ ...storeWith(noteView()).get(), ...state })).toEqual(words)
})
