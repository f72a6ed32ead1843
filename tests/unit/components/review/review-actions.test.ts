import { afterEach, expect, it, vi } from 'vitest'
import { approveOpenNote, decide, submitOpenNote } from '@/components/review/review-actions'
import type { AnnotationView } from '@/lib/domain/annotations'
import { storeWith } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'

const me = '00000000-0000-4000-8000-000000000001'
const mine = (state: AnnotationView['state']) => noteView({ ownerId: me, state })

const askedByMe = () => {
  const { contentHash } = noteView()
  const review = {
    id: 'review',
    decision: 'ask_changes' as const,
    contentHash,
    comment: 'Which year?',
    reviewer: { id: me, name: 'Maren' },
    at: '2026-01-01T00:00:00Z',
  }
  return { ...noteView({ state: 'changes_asked' }), reviews: [review] }
}

afterEach(() => vi.unstubAllGlobals())

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
    'the person asked to be changed',
    approveOpenNote,
    askedByMe(),
    'You asked for changes. “Approve after all” is at the foot of the note.',
  ],
  [
    'is in review already',
    submitOpenNote,
    mine('in_review'),
    'This note cannot be sent for review in the state it is in.',
  ],
])('tells that a key does nothing to a note that %s', (_name, act, note, told) => {
  expect(shownAfter(act, note)).toEqual({ told, stays: undefined })
})

it.each([submitOpenNote, approveOpenNote])(
  'leads to the question whether an approval is to be voided, where that is open',
  act => {
    const note = mine('approved')
    const store = storeWith(note)
    store.patch({ openId: note.id })
    store.saver.edit(note.id, draft => ({ ...draft, claim: 'Output fell.' }))
    expect(store.save(note.id)?.phase.kind).toBe('asking')
    act(store)
    expect(store.get().wish).toEqual({ for: 'question', turn: 1 })
    expect(store.get().said).toEqual([])
  },
)

it('keeps at the note what has to be dealt with before it is sent', () => {
  const { told, stays } = shownAfter(submitOpenNote, mine('draft'))
  expect([told, stays]).toEqual([undefined, expect.stringMatching(/^Not sent\. /)])
})

it('approves the words that were shown at the press, once, whatever comes while it waits', async () => {
  const shown = noteView({ state: 'in_review', claim: 'Output rose.' })
  const changed = noteView({ state: 'in_review', claim: 'Output fell.', version: 2 })
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_address: string, { body }: RequestInit) => {
    sent.push(JSON.parse(String(body)))
    return Promise.resolve(
      Response.json({ ok: false, reason: 'stale', message: '' }, { status: 409 }),
    )
  })
  const store = storeWith(shown)
  const [first, second] = [1, 2].map(() => decide(store, shown.id, 'approve', ''))
  store.receive(changed)
  expect(await first).toBe(false)
  expect(await second).toBe(false)
  expect(sent).toEqual([{ decision: 'approve', contentHash: shown.contentHash, comment: '' }])
})
