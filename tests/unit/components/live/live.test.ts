import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeskStore } from '@/components/editor/desk-store'
import { addNote } from '@/components/editor/note-actions'
import { decide } from '@/components/review/review-actions'
import type { AnnotationView, ThreadView } from '@/lib/domain/annotations'
import type { HistoryEntry } from '@/lib/domain/desk'
import type { ArticleChanges } from '@/lib/domain/live'
import type { Outcome } from '@/lib/domain/outcomes'
import { lastSaid, storeWith } from '../editor/desk'
import { noteView } from '../editor/note-view'
import { answers, stubServer } from '../server'

const ines = { id: 'ines', name: 'Ines Castellan' }
const tobias = { id: 'tobias', name: 'Tobias Fenn' }

/** A line of the log; its number is also its age. */
function line(sentence: string, actor = ines, id = 'note', seq = 1): HistoryEntry {
  const annotation = { id, key: id, quote: '' }
  return { seq, at: '2026-03-02T09:30:00.000Z', actor, sentence, annotation, repeats: 1 }
}

function changes(notes: AnnotationView[], lines: HistoryEntry[]): ArticleChanges {
  return { seq: 9, revisionId: 'revision', notes, looks: null, lines, isTooMuch: false }
}

/** A page on which `openId` is the open note. */
function page(note = noteView(), openId: string | null = null): DeskStore {
  const store = storeWith(note)
  store.patch({ openId })
  return store
}

const remark: ThreadView = {
  id: 'thread',
  quote: '',
  resolvedAt: null,
  resolvedBy: null,
  comments: [{ id: 'comment', author: ines, at: '2026-03-02T09:31:00.000Z', body: 'Which year?' }],
}

beforeEach(() => {
  stubServer()
  vi.useFakeTimers()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('what others do', () => {
  it('waits, and moves nothing, until the person asks for it', () => {
    const store = page()
    const next = noteView({ version: 2, claim: 'Output fell.' })
    const other = noteView({ id: 'other' })
    store.live.deliver(
      changes(
        [next, other],
        [line('changed the claim'), line('marked “Output”', tobias, 'other', 2)],
      ),
    )
    expect(store.get().notes.map(({ id, version }) => [id, version])).toEqual([['note', 1]])
    expect(lastSaid(store)).toBe('2 updates to show.')

    store.live.showAll()
    expect([store.note('note')?.version, store.note('other')?.version]).toEqual([2, 1])
    expect(lastSaid(store)).toBe('2 updates by Ines and Tobias.')
    expect(store.get().live.arrivals).toEqual({})
  })

  it('counts notes and not changes, and says so once', () => {
    const store = page()
    store.live.deliver(changes([noteView({ version: 2 })], [line('changed the claim')]))
    expect(lastSaid(store)).toBe('1 update to show.')
    store.say('Something else.')
    store.live.deliver(changes([noteView({ version: 3 })], [line('changed the verdict')]))
    expect(lastSaid(store)).toBe('Something else.')
    expect(store.get().live.arrivals.note?.lines.map(({ sentence }) => sentence)).toEqual([
      'changed the verdict',
      'changed the claim',
    ])
  })

  it.each([
    ['what the page knows already', noteView()],
    ['what is older than what the page knows', noteView({ version: 0 })],
  ])('is not %s', (_what, note) => {
    const store = page()
    store.live.deliver(changes([note], [line('changed the claim')]))
    expect(store.get().live.arrivals).toEqual({})
  })

  it('is the newest, where an older one was held back by a request under way', () => {
    const store = page()
    store.patch({ isBusy: true })
    store.live.deliver(changes([noteView({ version: 2 })], [line('changed the claim')]))
    store.patch({ isBusy: false })
    store.live.deliver(changes([noteView({ version: 3 })], [line('changed the verdict')]))
    vi.advanceTimersByTime(1000)
    expect(store.get().live.arrivals.note?.note.version).toBe(3)
    expect(store.get().live.arrivals.note?.lines).toHaveLength(2)
    expect(lastSaid(store)).toBe('1 update to show.')
  })

  it('is not the note that the person is making here', async () => {
    const store = page()
    store.patch({ selection: { start: 0, end: 6 } })
    const own = noteView({ id: 'own' })
    let reply = (_answer: Outcome) => {}
    answers.mockReturnValueOnce(new Promise(resolve => (reply = resolve)))
    const adding = addNote(store, true)
    store.live.deliver(changes([own], [line('marked “Output”', ines, 'own')]))
    vi.advanceTimersByTime(1000)
    expect(store.get().live.arrivals).toEqual({})
    const answer = { ok: true as const, annotation: own }
    reply(answer)
    await adding
    vi.advanceTimersByTime(1000)
    expect(store.get().live.arrivals).toEqual({})
    expect(store.note('own')).not.toBeNull()
    expect(lastSaid(store)).toBe('Marked to check.')
  })

  it('waits no more once the page has the note by another way', () => {
    const store = page()
    store.live.deliver(changes([noteView({ version: 2 })], [line('changed the claim')]))
    store.receiveSaved(noteView({ version: 3 }))
    expect(store.get().live.arrivals).toEqual({})
  })

  it('tells of one’s own doing only where it comes from another window', () => {
    const me = { id: page().actor.id, name: 'Maren' }
    const store = page(noteView(), 'note')
    store.live.deliver(changes([noteView({ version: 2 })], [line('changed the claim', me)]))
    expect(lastSaid(store)).toBe('You changed the claim in another window.')
    store.live.deliver(
      changes(
        [{ ...noteView({ version: 3 }), threads: [remark] }],
        [line('made a remark', ines, 'note', 3), line('changed the verdict', me, 'note', 2)],
      ),
    )
    expect(lastSaid(store)).toBe('Ines Castellan made a remark.')
  })

  it('says that the article has a newer revision', () => {
    const store = page()
    store.live.deliver({ ...changes([], []), revisionId: 'newer' })
    expect(store.get().isOutdated).toBe(true)
  })

  it('shows nothing of a newer revision, and says nothing over the news that there is one', () => {
    const store = page()
    const carried = { ...noteView({ version: 2 }), revisionId: 'newer' }
    store.live.deliver({
      ...changes([carried], [line('carried the note over')]),
      revisionId: 'newer',
    })
    expect(store.get().live.arrivals).toEqual({})
    expect(lastSaid(store)).toMatch(/^The article has a newer revision/)
  })

  it('asks for the page to be loaded again where it is too much', () => {
    const store = page()
    store.live.deliver({ ...changes([], []), isTooMuch: true })
    expect(store.get().live.isTooMuch).toBe(true)
  })
})

describe('the open note', () => {
  const next = { ...noteView({ version: 2, claim: 'Output fell.' }), threads: [remark] }
  const lines = [line('made a remark', ines, 'note', 2), line('changed the claim')]

  it('shows at once what became of it, and who did it', () => {
    const store = page(noteView(), 'note')
    store.saver.edit('note', draft => draft)
    store.live.deliver(changes([next], lines))
    expect(store.save('note')?.draft.claim).toBe('Output fell.')
    expect(store.get().live.news.note).toMatchObject({ lines, comments: ['comment'] })
    expect(store.get().live.arrivals).toEqual({})
    expect(lastSaid(store)).toBe('Ines Castellan made a remark.')
  })

  it('leaves what is typed, and lets the save meet the other version', () => {
    const store = page(noteView(), 'note')
    store.saver.edit('note', draft => ({ ...draft, claim: 'Output stood still.' }))
    store.live.deliver(changes([next], lines))
    expect(store.save('note')).toMatchObject({ version: 1, phase: { kind: 'waiting' } })
    expect(store.save('note')?.draft.claim).toBe('Output stood still.')
    expect(store.note('note')?.threads).toEqual([remark])
  })

  it('leaves what cannot be saved yet, half a date say', () => {
    const store = page(noteView(), 'note')
    const half = { name: '', role: '', saidWhere: '', saidOn: '2026-1' }
    store.saver.edit('note', draft => ({ ...draft, claimant: half }))
    vi.runAllTimers()
    store.live.deliver(changes([next], lines))
    expect(store.save('note')?.draft.claimant.saidOn).toBe('2026-1')
  })

  it('shows both versions at once where what is typed waits for an answer of the person', () => {
    const store = page(noteView({ state: 'approved' }), 'note')
    store.saver.edit('note', draft => ({ ...draft, claim: 'Output stood still.' }))
    expect(store.save('note')?.phase.kind).toBe('asking')
    store.live.deliver(changes([next], lines))
    expect(store.save('note')?.phase).toEqual({ kind: 'stale', current: next })
  })

  it('waits for the answer of a request under way', () => {
    const store = page(noteView(), 'note')
    store.patch({ isBusy: true })
    store.live.deliver(changes([next], lines))
    expect(store.note('note')?.version).toBe(1)
    store.patch({ isBusy: false })
    vi.advanceTimersByTime(1000)
    expect(store.note('note')?.version).toBe(2)
  })

  it('says the doing of one person once, and each remark', () => {
    const store = page(noteView(), 'note')
    const say = (version: number, sentence: string, threads: ThreadView[] = []) => {
      store.say('')
      const note = { ...noteView({ version, claim: `Output fell ${version} times.` }), threads }
      store.live.deliver(changes([note], [line(sentence)]))
      return lastSaid(store)
    }
    const [comment] = remark.comments
    const second = { ...remark, id: 'second', comments: comment ? [{ ...comment, id: 'c2' }] : [] }
    expect(say(2, 'changed the claim')).toBe('Ines Castellan changed the claim.')
    expect(say(3, 'changed the claim')).toBe('')
    expect(say(4, 'changed the verdict')).toBe('Ines Castellan changed the verdict.')
    expect(say(5, 'made a remark', [remark])).toBe('Ines Castellan made a remark.')
    expect(say(5, 'made a remark', [remark, second])).toBe('Ines Castellan made a remark.')
    store.live.forget('note')
    expect(say(6, 'changed the claim', [remark, second])).toBe('Ines Castellan changed the claim.')
  })

  it('is shown as it is when it is opened, and forgets its news when it is closed', () => {
    const store = page()
    store.live.deliver(changes([next], lines))
    store.live.opened('note')
    expect(store.note('note')?.version).toBe(2)
    expect(store.get().live.news.note?.isUnread).toBe(false)
    store.live.forget('note')
    expect(store.get().live.news).toEqual({})
  })

  it('is not approved by somebody under whose eyes it changed before they have read it again', async () => {
    const store = page(noteView({ state: 'in_review' }), 'note')
    const changed = noteView({ version: 2, state: 'in_review', claim: 'Output fell.' })
    store.live.deliver(changes([changed], [line('changed the claim')]))
    expect(store.get().live.news.note?.isUnread).toBe(true)
    expect(await decide(store, 'note', 'approve', '')).toBe(false)
    expect(lastSaid(store)).toMatch(/^These words changed while you read them/)
    store.live.read('note')
    expect(store.get().live.news.note?.isUnread).toBe(false)
  })

  it('is not to be read again by who asked for changes, before it is sent again', () => {
    const store = page(noteView({ state: 'changes_asked' }), 'note')
    const changed = noteView({ version: 2, state: 'changes_asked', claim: 'Output fell.' })
    store.live.deliver(changes([changed], [line('changed the claim')]))
    expect(store.get().live.news.note?.isUnread).toBe(false)
  })

  it('may be approved after a remark, which changes none of its words', () => {
    const store = page(noteView({ state: 'in_review' }), 'note')
    const remarked = { ...noteView({ state: 'in_review' }), threads: [remark] }
    store.live.deliver(changes([remarked], [line('made a remark')]))
    expect(store.get().live.news.note?.isUnread).toBe(false)
  })
})
