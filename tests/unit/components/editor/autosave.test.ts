import { describe, expect, it } from 'vitest'
import {
  acknowledge,
  agree,
  beginSave,
  discard,
  edit,
  follow,
  isUnsaved,
  outdate,
  overtake,
  refuseSave,
  type Save,
  send,
  settle,
} from '@/components/editor/autosave'
import { contentFrom } from '@/components/editor/note-drafts'
import { refuse } from '@/lib/domain/outcomes'
import { noteView } from './note-view'

const at = '2026-03-02T09:30:00.000Z'
const note = noteView({ version: 3 })

const typed = (save: Save, claim: string, isApproved = false) =>
  edit(save, { ...save.draft, claim }, isApproved)

describe('a note being written', () => {
  it('has nothing to save before anybody writes', () => {
    expect(isUnsaved(beginSave(note))).toBe(false)
    expect(send(beginSave(note)).phase.kind).toBe('idle')
  })

  it('has nothing unsaved where none of its places is left in the text', () => {
    const { content } = note
    const lost = { ...note, content: { ...content, anchors: [] } }
    expect(isUnsaved(beginSave(lost))).toBe(false)
    expect(
      isUnsaved(edit(beginSave(note), { ...content, anchors: [], citations: [] }, false)),
    ).toBe(true)
  })

  it('keeps as unsaved what is typed where none of its places is left in the text', () => {
    const lost = beginSave({ ...note, content: { ...note.content, anchors: [] } })
    expect(isUnsaved(typed(lost, 'Prices rose.'))).toBe(true)
  })

  it('waits for a pause, goes out, and is saved', () => {
    const sent = send(typed(beginSave(note), 'Prices rose.'))
    expect(sent.phase.kind).toBe('sending')
    const saved = acknowledge(sent, noteView({ version: 4 }), at)
    expect(saved).toMatchObject({ version: 4, savedAt: at, phase: { kind: 'idle' }, sent: null })
    expect(isUnsaved(saved)).toBe(false)
  })

  it('sends what was typed while a request was under way next, and not the older words', () => {
    const sent = send(typed(beginSave(note), 'Prices'))
    const more = typed(sent, 'Prices rose.')
    expect(more.phase.kind).toBe('sending')
    const acknowledged = acknowledge(more, noteView({ version: 4 }), at)
    expect(acknowledged.phase.kind).toBe('waiting')
    expect(send(acknowledged).sent?.claim).toBe('Prices rose.')
  })

  it('has nothing to save again once the words are typed back', () => {
    const save = beginSave(note)
    expect(typed(typed(save, 'Prices rose.'), save.draft.claim).phase.kind).toBe('idle')
  })

  it('asks before the first change of an approved note, and once only', () => {
    const asking = typed(beginSave(note), 'Prices rose.', true)
    expect(asking.phase.kind).toBe('asking')
    expect(send(asking).phase.kind).toBe('asking')
    const agreed = agree(asking)
    expect(send(agreed).phase.kind).toBe('sending')
    expect(typed(agreed, 'Prices rose by 4%.', true).phase.kind).toBe('waiting')
  })

  it('asks again where the next approval would be voided', () => {
    const agreed = agree(typed(beginSave(note), 'Prices rose.', true))
    const saved = acknowledge(send(agreed), noteView({ version: 4 }), at)
    expect(typed(saved, 'Prices rose by 4%.', true).phase.kind).toBe('asking')
  })

  it('asks again after the person went back to the approved words', () => {
    const agreed = agree(typed(beginSave(note), 'Prices rose.', true))
    expect(typed(discard(agreed), 'Prices fell.', true).phase.kind).toBe('asking')
  })

  it('forgets the answer with the approval that it was given for', () => {
    const agreed = agree(typed(beginSave(note), 'Prices rose.', true))
    const refused = refuseSave(send(agreed), refuse('unreachable'))
    const sentBack = noteView({ version: 4, state: 'changes_asked' })
    const again = noteView({ version: 5, state: 'approved' })
    expect(follow(follow(refused, sentBack), again).phase.kind).toBe('asking')
    expect(overtake(overtake(send(agreed), sentBack), again).phase.kind).toBe('asking')
  })

  it('goes back to the saved words when the approval is kept', () => {
    const before = beginSave(note)
    const discarded = discard(typed(before, 'Prices rose.', true))
    expect(discarded.draft).toEqual(before.draft)
    expect(discarded.seed).toBeGreaterThan(before.seed)
  })

  it('keeps the words of a refused save, and sends them again', () => {
    const refused = refuseSave(send(typed(beginSave(note), 'Prices rose.')), refuse('unreachable'))
    expect(refused.phase.kind).toBe('failed')
    expect(isUnsaved(refused)).toBe(true)
    expect(send(refused).sent?.claim).toBe('Prices rose.')
  })
})

describe('a field that is not right yet', () => {
  const wrongDate = (save: Save) =>
    edit(
      save,
      {
        ...save.draft,
        claim: 'Prices rose.',
        claimant: { ...save.draft.claimant, saidOn: '2022-13' },
      },
      false,
    )

  it('goes out as it was, while the others go out as they are', () => {
    const sent = send(wrongDate(beginSave(note)))
    const { content, faults } = contentFrom(sent.draft, sent.base)
    expect(content).toMatchObject({ claim: 'Prices rose.', claimant: { saidOn: '' } })
    expect(faults.map(({ path }) => path)).toEqual(['claimant.saidOn'])
  })

  it('stays unsaved after the others are saved, with nothing to send', () => {
    const saved = acknowledge(send(wrongDate(beginSave(note))), noteView({ version: 4 }), at)
    expect(saved.phase.kind).toBe('idle')
    expect(saved.draft.claimant.saidOn).toBe('2022-13')
    expect(isUnsaved(saved)).toBe(true)
  })
})

describe('a note that moved on meanwhile', () => {
  const mine = typed(beginSave(note), 'Mine.')

  it('shows both where the other changed the words', () => {
    const current = noteView({ version: 4, claim: 'Hers.' })
    expect(overtake(send(mine), current).phase).toEqual({ kind: 'stale', current })
  })

  it('goes out again where a colleague only decided on it', () => {
    const again = overtake(send(mine), noteView({ version: 4, state: 'changes_asked' }))
    expect(again).toMatchObject({ version: 4, phase: { kind: 'waiting' } })
  })

  it('has nothing left to save where the other wrote the very same', () => {
    const same = overtake(send(mine), noteView({ version: 4, claim: 'Mine.' }))
    expect(same).toMatchObject({ version: 4, phase: { kind: 'idle' } })
  })

  it('asks again where a colleague approved it', () => {
    const again = overtake(send(mine), noteView({ version: 4, state: 'approved' }))
    expect(again.phase.kind).toBe('asking')
  })

  it.each([
    ['waiting', mine],
    ['failed', refuseSave(send(mine), refuse('unreachable'))],
  ])('asks where an approval arrives while what is typed is %s', (_phase, save) => {
    const followed = follow(save, noteView({ version: 4, state: 'approved' }))
    expect(followed).toMatchObject({ version: 4, phase: { kind: 'asking' } })
    expect(send(followed)).toBe(followed)
  })

  it('asks nothing of an approval where nothing is typed, or the person has said yes', () => {
    const remarked = noteView({ version: 4, state: 'approved' })
    expect(follow(beginSave(note), remarked).phase.kind).toBe('idle')
    const agreed = agree(typed(beginSave(note), 'Mine.', true))
    expect(follow(agreed, remarked).phase.kind).toBe('waiting')
  })

  it('saves what the person chose on top of the other version', () => {
    const current = noteView({ version: 4, claim: 'Hers.' })
    const stale = overtake(send(mine), current)
    const settled = settle(stale, { ...stale.draft, claim: 'Ours.' }, current)
    expect(settled).toMatchObject({ version: 4, phase: { kind: 'waiting' } })
    expect(send(settled).sent?.claim).toBe('Ours.')
  })

  it('has nothing to save where the person chose the other’s words throughout', () => {
    const current = noteView({ version: 4, claim: 'Hers.' })
    const stale = overtake(send(mine), current)
    expect(settle(stale, { ...stale.draft, claim: 'Hers.' }, current).phase.kind).toBe('idle')
  })

  it('takes over the words of others where nothing is unsaved here', () => {
    const followed = follow(beginSave(note), noteView({ version: 4, claim: 'Hers.' }))
    expect(followed.draft.claim).toBe('Hers.')
    expect(followed.version).toBe(4)
  })

  it('keeps its version where something is unsaved, so that the next save hears of it', () => {
    const followed = follow(mine, noteView({ version: 4, claim: 'Hers.' }))
    expect(followed.draft.claim).toBe('Mine.')
    expect(followed.version).toBe(3)
  })

  it('knows its own words again where the server put reasons and places in order', () => {
    const [first, second] = [
      { start: 0, end: 5 },
      { start: 9, end: 12 },
    ]
    const picked = (content: Partial<Save['draft']>) =>
      edit(beginSave(note), { ...note.content, citations: [], ...content }, false)
    const sent = send(
      picked({ reasons: ['outdated', 'misquoted', 'disputed'], anchors: [second, first] }),
    )
    const answered = noteView({ version: 4 })
    answered.content.reasons = ['disputed', 'misquoted', 'outdated']
    answered.content.anchors = [first, second]
    const saved = acknowledge(sent, answered, at)
    const followed = follow(saved, { ...answered, version: 5 })
    expect(followed).toMatchObject({ version: 5, seed: saved.seed })
    const remarked = { ...answered, version: 6 }
    expect(overtake(send(typed(followed, 'More.')), remarked).phase.kind).toBe('waiting')
  })

  it('follows the version of a move, which changes no words', () => {
    expect(follow(mine, noteView({ version: 4, state: 'in_review' })).version).toBe(4)
  })

  it('is never sent from a page whose article has a newer revision, and loses no word there', () => {
    const old = outdate(send(typed(beginSave(note), 'Prices rose.')))
    const more = typed(old, 'Prices rose by 4%.')
    expect(send(more)).toBe(more)
    expect(more).toMatchObject({
      phase: { kind: 'outdated' },
      draft: { claim: 'Prices rose by 4%.' },
    })
    expect(follow(more, noteView({ version: 9, claim: 'Other.' })).draft.claim).toBe(
      'Prices rose by 4%.',
    )
    expect(isUnsaved(more)).toBe(true)
  })

  it('takes over the words of another, and leaves the fields alone that say the same', () => {
    const save = beginSave(note)
    const other = follow(save, noteView({ version: 4, claim: 'Output fell.' }))
    expect(other.draft.claim).toBe('Output fell.')
    expect(other.draft.explanation).toBe(save.draft.explanation)
    expect(other.seed).toBe(save.seed)
    const content = { ...note.content, explanation: { type: 'doc', content: [] } }
    expect(follow(save, { ...note, version: 5, content }).seed).toBe(save.seed + 1)
  })
})
