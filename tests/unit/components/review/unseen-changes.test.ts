import { expect, it, vi } from 'vitest'
import { approveOpenNote } from '@/components/review/review-actions'
import { holdChanges, markSeen, showChanges } from '@/components/review/unseen-changes'
import { storeWith } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'
import { answers, stubServer } from '@/tests/unit/components/server'

/** A note in review with changes since an earlier decision, and what was sent of it. */
function reviewed(contentHash: string, areComing = false) {
  answers.mockReset()
  stubServer()
  const note = noteView({ state: 'in_review', claim: 'Output fell.' })
  const store = storeWith(note)
  store.patch({ openId: note.id })
  const focus = vi.fn()
  const section = { closest: () => null, focus } as unknown as HTMLElement
  holdChanges(store, { contentHash, section: areComing ? null : section, areComing })
  const press = async () => {
    approveOpenNote(store)
    await vi.waitFor(() => expect(store.get().isBusy).toBe(false))
    return { sent: answers.mock.calls.length, said: store.get().said.at(-1)?.words }
  }
  return { store, focus, press }
}

it('shows what changed before it approves, and approves when it is asked again', async () => {
  const { focus, press } = reviewed('Output fell.')
  expect(await press()).toEqual({
    sent: 0,
    said: 'Not approved yet. See first what changed; then approve.',
  })
  expect(focus).toHaveBeenCalledOnce()
  expect(await press()).toMatchObject({ sent: 1 })
})

it('approves at once what has been in sight', async () => {
  const { store, press } = reviewed('Output fell.')
  markSeen(store, 'Output fell.')
  expect(await press()).toMatchObject({ sent: 1 })
})

it('does not take the changes of one wording for those of another', async () => {
  const { store, press } = reviewed('Output fell.')
  markSeen(store, 'Output rose.')
  expect(await press()).toMatchObject({ sent: 0 })
})

it('approves nothing while what changed is on its way', async () => {
  const { press } = reviewed('Output fell.', true)
  const refused = { sent: 0, said: 'Not approved: what changed since is still on its way.' }
  expect(await press()).toEqual(refused)
  expect(await press()).toEqual(refused)
})

it('leads to what changed, or says why it does not', () => {
  const { store, focus } = reviewed('Output fell.')
  showChanges(store)
  expect(focus).toHaveBeenCalledOnce()
  holdChanges(store, { contentHash: 'Output fell.', section: null, areComing: true })
  showChanges(store)
  expect(store.get().said.at(-1)?.words).toBe('What changed is still on its way.')
  holdChanges(store, { contentHash: 'Output fell.', section: null, areComing: false })
  showChanges(store)
  expect(store.get().said.at(-1)?.words).toBe('What changed cannot be shown.')
})
