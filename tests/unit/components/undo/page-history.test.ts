import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeskStore } from '@/components/editor/desk-store'
import { decide, moveNote } from '@/components/review/review-actions'
import { recordAdding } from '@/components/undo/note-steps'
import { wordsOfStep } from '@/components/undo/steps'
import type { AnnotationView } from '@/lib/domain/annotations'
import { refuse } from '@/lib/domain/outcomes'
import type { AnnotationState } from '@/lib/domain/review'
import { lastSaid, storeWith } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'

const me = '00000000-0000-4000-8000-000000000001'
const mine = (change: Parameters<typeof noteView>[0] = {}) => noteView({ ownerId: me, ...change })

/** What the server was asked to do; it answers `answers` in turn. */
let asked: unknown[]
let answers: object[]
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', () => 0)
  vi.stubGlobal('window', {
    history: { state: null, replaceState: () => {} },
    matchMedia: () => ({ matches: false }),
  })
  asked = []
  answers = []
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body))
    return Response.json(answers.shift() ?? refuse('unreachable'))
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const claim = (store: DeskStore, words: string) =>
  store.saver.edit('note', now => ({ ...now, claim: words }))
const verdict = (store: DeskStore, ratingKey: string) =>
  store.saver.edit('note', now => ({ ...now, ratingKey }))
const done = (store: DeskStore) => store.history.get().done.map(wordsOfStep)
const answered = (change: Partial<AnnotationView>) => ({
  ok: true,
  annotation: { ...mine(), ...change },
})
/** What passes before the eye. */
const shown = (store: DeskStore) => {
  const { said, passing } = store.get()
  return said.find(({ turn }) => turn === passing)?.words
}
const offered = (store: DeskStore) => {
  const step = store.history.offered('undo')
  return step && wordsOfStep(step)
}
const moved = (state: AnnotationState) => answered({ state })

describe('what was written in a note', () => {
  it('is undone and redone in order, and said', async () => {
    const store = storeWith(mine())
    claim(store, 'Prices rose.')
    verdict(store, 'true')
    await store.history.turn('undo', 'key')
    expect(store.save('note')?.draft).toMatchObject({ claim: 'Prices rose.', ratingKey: null })
    expect(lastSaid(store)).toBe('Undone: verdict of note 1.')
    expect(store.get().openId).toBe('note')
    await store.history.turn('undo', 'key')
    expect(store.save('note')?.draft.claim).toBe('Output rose.')
    await store.history.turn('redo', 'key')
    expect(lastSaid(store)).toBe('Redone: claim of note 1.')
    await store.history.turn('redo', 'key')
    expect(store.save('note')?.draft).toMatchObject({ claim: 'Prices rose.', ratingKey: 'true' })
    await store.history.turn('redo', 'key')
    expect(lastSaid(store)).toBe('Nothing to redo.')
  })

  it('voids an approval only after asking, when it is undone too', async () => {
    const store = storeWith(mine())
    claim(store, 'Prices rose.')
    answers = [answered({ version: 2, content: { ...mine().content, claim: 'Prices rose.' } })]
    await vi.advanceTimersByTimeAsync(1000)
    const { annotation } = answered({ version: 2, state: 'approved' })
    store.receiveSaved({ ...annotation, content: { ...annotation.content, claim: 'Prices rose.' } })
    await store.history.turn('undo', 'key')
    expect(store.save('note')?.phase.kind).toBe('asking')
    store.saver.discard('note')
    expect(store.save('note')?.draft.claim).toBe('Prices rose.')
    // And what was typed before the approval was kept can be had back.
    await store.history.turn('undo', 'key')
    expect(store.save('note')?.draft.claim).toBe('Output rose.')
  })

  it('is not undone over what a colleague saved', async () => {
    const store = storeWith(mine())
    claim(store, 'Prices rose.')
    verdict(store, 'true')
    const saved = { ...mine().content, claim: 'Prices rose.', ratingKey: 'true' }
    answers = [answered({ version: 2, content: saved })]
    await vi.advanceTimersByTimeAsync(1000)
    store.receive({ ...mine(), version: 3, content: { ...saved, claim: 'Hers.' } })
    expect(done(store)).toEqual(['verdict'])
    expect(lastSaid(store)).toMatch(/^Note 1: claim came from someone else/)
    await store.history.turn('undo', 'key')
    expect(store.save('note')?.draft).toMatchObject({ claim: 'Hers.', ratingKey: null })
  })

  it('waits where two versions are to be chosen from', async () => {
    const store = storeWith(mine())
    claim(store, 'Prices rose.')
    const current = { ...mine(), version: 2, content: { ...mine().content, claim: 'Hers.' } }
    answers = [{ ...refuse('stale'), current }]
    await vi.advanceTimersByTimeAsync(1000)
    await store.history.turn('undo', 'key')
    expect(lastSaid(store)).toBe('Choose between the two versions of this note first.')
    expect(store.save('note')?.draft.claim).toBe('Prices rose.')
    expect(done(store)).toEqual(['claim'])
  })

  it('stays where the note may not be written in any more, and says so in view', async () => {
    const store = storeWith(mine())
    claim(store, 'Prices rose.')
    store.receive({ ...mine(), state: 'retired' })
    await store.history.turn('undo', 'key')
    expect(shown(store)).toMatch(/^Not undone: Retired note cannot be changed now/)
    expect(done(store)).toEqual([])
  })
})

describe('what was done with a note', () => {
  it.each<[string, AnnotationState, Parameters<typeof moveNote>[2], AnnotationState, object[]]>([
    ['a draft is retired', 'draft', 'retire', 'retired', [{ move: 'restore' }]],
    [
      'a note in review is retired',
      'in_review',
      'retire',
      'retired',
      [{ move: 'restore' }, { move: 'submit' }],
    ],
    ['a note is sent', 'draft', 'submit', 'in_review', [{ move: 'recall' }]],
    ['a note is taken back', 'in_review', 'recall', 'draft', [{ move: 'submit' }]],
    ['a note is brought back', 'retired', 'restore', 'draft', [{ move: 'retire' }]],
  ])('goes back by the moves that lead there: %s', async (_name, from, move, to, back) => {
    const store = storeWith(mine({ state: from }))
    answers = [moved(to)]
    await moveNote(store, 'note', move, 'A reason.')
    asked = []
    answers = back.map((_, index) => moved(index + 1 === back.length ? from : 'draft'))
    await store.history.turn('undo', 'key')
    expect(asked).toMatchObject(back)
    expect(lastSaid(store)).toMatch(/^Undone: /)
    asked = []
    answers = [moved(to)]
    await store.history.turn('redo', 'key')
    expect(asked).toMatchObject([{ move }])
  })

  it('says that an approval does not come back with a retired note', async () => {
    const store = storeWith(mine({ state: 'approved' }))
    answers = [moved('retired')]
    await moveNote(store, 'note', 'retire', 'Twice.')
    answers = [moved('draft')]
    await store.history.turn('undo', 'key')
    expect(lastSaid(store)).toBe(
      'Undone: retiring note 1. It is a draft again: its approval does not come back by itself.',
    )
  })

  it('is not undone by key where it was a decision; again, what was before it', async () => {
    const store = storeWith(mine({ state: 'in_review' }))
    claim(store, 'Prices rose.')
    const content = { ...mine().content, claim: 'Prices rose.' }
    answers = [answered({ content }), answered({ content, state: 'approved' })]
    await decide(store, 'note', 'approve', '')
    asked = []
    await store.history.turn('undo', 'key')
    expect(shown(store)).toMatch(/^Not undone: a decision on a colleague’s words/)
    expect(asked).toEqual([])
    expect(done(store)).toEqual(['claim'])
  })

  it('is not offered where it was a decision', async () => {
    const store = storeWith(mine({ state: 'in_review' }))
    answers = [moved('approved')]
    await decide(store, 'note', 'approve', '')
    expect(offered(store)).toBeNull()
  })

  it('is left out where a colleague has made another move since', async () => {
    const store = storeWith(mine())
    answers = [moved('in_review')]
    await moveNote(store, 'note', 'submit')
    store.receive({ ...mine(), state: 'approved', version: 2 })
    asked = []
    await store.history.turn('undo', 'key')
    expect(asked).toEqual([])
    expect(shown(store)).toMatch(/Somebody has changed it since/)
    expect(done(store)).toEqual([])
  })

  it('is not offered once a colleague has approved, and what was before it in other notes is', async () => {
    const store = storeWith(mine())
    store.receive(mine({ id: 'other' }))
    store.saver.edit('other', now => ({ ...now, ratingKey: 'true' }))
    claim(store, 'Prices rose.')
    const content = { ...mine().content, claim: 'Prices rose.' }
    answers = [answered({ content }), answered({ content, state: 'in_review', version: 2 })]
    await moveNote(store, 'note', 'submit')
    expect(offered(store)).toMatch(/^sending for review/)
    store.receive({ ...mine(), content, state: 'approved', version: 3 })
    expect(offered(store)).toBe('verdict')
    await store.history.turn('undo', 'button')
    expect(store.save('other')?.draft.ratingKey).toBeNull()
    expect(done(store)).toEqual(['claim', expect.stringMatching(/^sending/)])
  })

  it('stays to be tried again where there is no connection', async () => {
    const store = storeWith(mine())
    answers = [moved('in_review')]
    await moveNote(store, 'note', 'submit')
    await store.history.turn('undo', 'key')
    expect(done(store)).toEqual(['sending for review note 1'])
  })
})

describe('a note that was added', () => {
  it('is retired when that is undone, with the reason in the log', async () => {
    const store = storeWith(mine())
    recordAdding(store, mine())
    answers = [moved('retired')]
    await store.history.turn('undo', 'key')
    expect(asked).toMatchObject([
      { move: 'retire', reason: 'Added by mistake: undone right after.' },
    ])
  })

  it('stays where somebody else had a hand in it', async () => {
    const store = storeWith(mine())
    recordAdding(store, mine())
    store.receive({ ...mine(), version: 2, authorIds: [me, 'tobias'] })
    await store.history.turn('undo', 'key')
    expect(asked).toEqual([])
    expect(shown(store)).toMatch(/^Not undone: adding a note/)
  })
})
