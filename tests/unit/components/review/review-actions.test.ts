import { expect, it } from 'vitest'
import { approveOpenNote, submitOpenNote } from '@/components/review/review-actions'
import type { AnnotationView } from '@/lib/domain/annotations'
import { storeWith } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'

const me = '00000000-0000-4000-8000-000000000001'
const mine = (state: AnnotationView['state']) => noteView({ ownerId: me, state })

/** What passes before the eye, and what stays at the note. */
function shownAfter(act: typeof approveOpenNote, note: AnnotationView) {
  const store = storeWith(note)
  store.patch({ openId: note.id })
  act(store)
  const { said, passing, troubles } = store.get()
  return { told: said.find(({ turn }) => turn === passing)?.words, stays: troubles[note.id] }
}

it.each([
  [
    'is approved already',
    approveOpenNote,
    noteView({ state: 'approved' }),
    'This note is approved already.',
  ],
  [
    'is the person’s own',
    approveOpenNote,
    mine('in_review'),
    'You wrote this note, so someone else must approve it.',
  ],
  ['is not in review', approveOpenNote, noteView(), 'This note is not in review.'],
  [
    'is in review already',
    submitOpenNote,
    mine('in_review'),
    'This note cannot be sent for review in the state it is in.',
  ],
])('tells that a key does nothing to a note that %s', (_name, act, note, told) => {
  expect(shownAfter(act, note)).toEqual({ told, stays: undefined })
})

it('keeps at the note what has to be dealt with before it is sent', () => {
  const { told, stays } = shownAfter(submitOpenNote, mine('draft'))
  expect([told, stays]).toEqual([undefined, expect.stringMatching(/^Not sent\. /)])
})
