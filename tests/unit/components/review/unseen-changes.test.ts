import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { approveOpenNote } from '@/components/review/review-actions'
import { holdChanges, showChanges } from '@/components/review/unseen-changes'
import { storeWith } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'
import { answers, stubServer } from '@/tests/unit/components/server'

/** Says that these places came in sight. */
let see: (...places: object[]) => void

/** What of the window counts as in sight. */
const rootMargin = vi.fn<(margin: string) => void>()

beforeEach(() => {
  rootMargin.mockReset()
  class Observer {
    readonly observe = () => {}
    readonly disconnect = () => {
      see = () => {}
    }
    constructor(tell: (entries: object[]) => void, options: { rootMargin: string }) {
      rootMargin(options.rootMargin)
      see = (...places) => tell(places.map(target => ({ isIntersecting: true, target })))
    }
  }
  vi.stubGlobal('IntersectionObserver', Observer)
  class Sizes {
    readonly observe = () => {}
    readonly disconnect = () => {}
  }
  vi.stubGlobal('ResizeObserver', Sizes)
})
afterEach(() => vi.unstubAllGlobals())

const notYet = 'Not approved yet. See first what changed; then approve.'
const goesOn = 'Not approved yet. What changed goes on; see it to its end, then approve.'
const onItsWay = 'Not approved: what changed since is still on its way.'

const notFetched =
  'Not approved yet. What changed could not be fetched: try again, or approve without having seen it.'

/** A window of 900 px with bars of 90 px, and an open note whose foot of 120 px stands on keys of 35 px. */
function noteInWindow() {
  const scrollPage = vi.fn()
  vi.stubGlobal('window', {
    innerHeight: 900,
    scrollBy: scrollPage,
    matchMedia: () => ({ matches: false }),
  })
  vi.stubGlobal('document', {
    querySelector: (of: string) =>
      of === '.bar' ? { getBoundingClientRect: () => ({ bottom: 90 }) } : { offsetHeight: 35 },
  })
  vi.stubGlobal('getComputedStyle', () => ({ position: 'sticky', bottom: '35px' }))
  const head = { offsetHeight: 40, getBoundingClientRect: () => ({ bottom: 0 }) }
  const foot = { offsetHeight: 120 }
  const note = {
    querySelector: (of: string) => (of === '.o-head' ? head : foot),
    querySelectorAll: () => [head, foot],
    getBoundingClientRect: () => ({ top: 0 }),
    scrollBy: () => {},
  }
  return { note, scrollPage }
}

/** A note in review with changes since an earlier decision, and what was sent of it. */
function reviewed(contentHash: string, areComing = false, frame: object | null = null) {
  answers.mockReset()
  stubServer()
  const note = noteView({ state: 'in_review', claim: 'Output fell.' })
  const store = storeWith(note)
  store.patch({ openId: note.id })
  const focus = vi.fn()
  const scrollBy = vi.fn()
  const body = { getBoundingClientRect: () => ({ top: 0 }), scrollBy }
  const places = [10, 20, 900].map(top => ({ getBoundingClientRect: () => ({ top }) }))
  const section = {
    closest: (selector: string) => (selector === '.o-body' ? body : frame),
    // The last of them is where a long change ends.
    querySelectorAll: (all: string) => (all.includes('.changed-end') ? places : places.slice(0, 2)),
    getBoundingClientRect: () => ({ top: 0 }),
    focus,
  } as unknown as HTMLElement
  const hold = (hash: string, isAwaited = areComing, since = 'Output rose.', haveFailed = false) =>
    holdChanges(store, {
      since,
      contentHash: hash,
      section: isAwaited ? null : section,
      areComing: isAwaited,
      haveFailed,
    })
  const letGo = hold(contentHash)
  const press = async () => {
    approveOpenNote(store)
    await vi.waitFor(() => expect(store.get().isBusy).toBe(false))
    return { sent: answers.mock.calls.length, said: store.get().said.at(-1)?.words }
  }
  return { store, focus, scrollBy, places, hold, letGo, press }
}

it('shows what changed before it approves, and approves once all of it was in sight', async () => {
  const { focus, scrollBy, places, press } = reviewed('Output fell.')
  expect(await press()).toEqual({ sent: 0, said: notYet })
  expect(focus).toHaveBeenCalledOnce()
  see(...places)
  expect(await press()).toMatchObject({ sent: 1 })
  expect(scrollBy).toHaveBeenCalledOnce()
})

it('leads on to what was not in sight yet, however often it is asked', async () => {
  const { scrollBy, places, press } = reviewed('Output fell.')
  see(...places.slice(0, 2))
  expect(await press()).toEqual({ sent: 0, said: goesOn })
  expect(scrollBy).toHaveBeenLastCalledWith({ top: 900, behavior: 'instant' })
  expect(await press()).toEqual({ sent: 0, said: goesOn })
})

it('does not count what lies under the bars, the head of the note or its foot', () => {
  reviewed('Output fell.', false, noteInWindow().note)
  expect(rootMargin).toHaveBeenLastCalledWith('-130px 0px -163px')
})

it('moves the page where what changed lies under the foot of a note low in the window', async () => {
  const { note, scrollPage } = noteInWindow()
  const { places, press } = reviewed('Output fell.', false, note)
  see(...places.slice(0, 2))
  await press()
  expect(scrollPage).toHaveBeenCalledWith({ top: 900 - 130 - (737 - 130) / 4, behavior: 'instant' })
})

it('leaves the page where what changed can be read', async () => {
  const { note, scrollPage } = noteInWindow()
  const { places, press } = reviewed('Output fell.', false, note)
  Object.assign(places[0] ?? {}, { getBoundingClientRect: () => ({ top: 400 }) })
  await press()
  expect(scrollPage).not.toHaveBeenCalled()
})

it('does not take the end in sight for the whole', async () => {
  const { places, press } = reviewed('Output fell.')
  see(...places.slice(2))
  expect(await press()).toMatchObject({ sent: 0 })
})

it('approves what was seen before the note was closed and opened again', async () => {
  const { places, hold, letGo, press } = reviewed('Output fell.')
  see(...places)
  letGo()
  hold('Output fell.')
  expect(await press()).toMatchObject({ sent: 1 })
})

it('does not take the changes since one decision for those since another', async () => {
  const { places, hold, letGo, press } = reviewed('Output fell.')
  see(...places)
  letGo()
  hold('Output fell.', false, 'Output stood still.')
  expect(await press()).toMatchObject({ sent: 0, said: notYet })
})

it('approves nothing that a colleague changed while the changes before it count as seen', async () => {
  const { places, hold, letGo, press } = reviewed('Output rises.')
  see(...places)
  expect(await press()).toEqual({ sent: 0, said: onItsWay })
  // The versions of the new words are asked for, and those before them stand there until they come.
  letGo()
  const letNextGo = hold('Output fell.', true)
  expect(await press()).toEqual({ sent: 0, said: onItsWay })
  letNextGo()
  hold('Output fell.')
  expect(await press()).toEqual({ sent: 0, said: notYet })
  see(...places)
  expect(await press()).toMatchObject({ sent: 1 })
})

it('approves nothing while what changed is on its way', async () => {
  const { press } = reviewed('Output fell.', true)
  expect(await press()).toEqual({ sent: 0, said: onItsWay })
  expect(await press()).toEqual({ sent: 0, said: onItsWay })
})

it('says once that what changed could not be fetched, leads there, and approves when it is asked again', async () => {
  const { focus, hold, letGo, press } = reviewed('Output fell.')
  letGo()
  hold('Output fell.', false, 'Output rose.', true)
  expect(await press()).toEqual({ sent: 0, said: notFetched })
  expect(focus).toHaveBeenCalledOnce()
  expect(await press()).toMatchObject({ sent: 1 })
})

it('leads to what changed, or says why it does not', () => {
  const { store, focus, hold } = reviewed('Output fell.')
  showChanges(store)
  expect(focus).toHaveBeenCalledOnce()
  hold('Output fell.', true)
  showChanges(store)
  expect(store.get().said.at(-1)?.words).toBe('What changed is still on its way.')
  holdChanges(store, {
    since: '',
    contentHash: 'Output fell.',
    section: null,
    areComing: false,
    haveFailed: false,
  })
  showChanges(store)
  expect(store.get().said.at(-1)?.words).toBe('What changed cannot be shown.')
})
