import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeskStore } from '@/components/editor/desk-store'
import {
  actOnExtentKey,
  dragExtent,
  dropExtent,
  extendingNow,
  leaveExtent,
  moveOf,
  placesToExtend,
  takeOffPlace,
} from '@/components/marking/extents'
import type { AnnotationView } from '@/lib/domain/annotations'
import { lastSaid, storeWith } from '@/tests/unit/components/editor/desk'
import { noteView } from '@/tests/unit/components/editor/note-view'

const maren = '00000000-0000-4000-8000-000000000001'

/** "Output rose by four per cent.", with a note of Maren's open on words of it. */
function storeOn(spans: [number, number][], more: Partial<AnnotationView> = {}): DeskStore {
  const note = { ...noteView({ ownerId: maren }), ...more }
  const anchors = spans.map(([start, end]) => ({ start, end }))
  const store = storeWith({ ...note, content: { ...note.content, anchors } })
  store.patch({ openId: note.id })
  return store
}

const press = (store: DeskStore, key: string, more: Partial<KeyboardEvent> = {}) =>
  actOnExtentKey(store, {
    key,
    code: '',
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    target: null,
    ...more,
  } as KeyboardEvent)

const begin = (store: DeskStore, index = 0) => {
  const place = placesToExtend(store)?.places[index]
  if (place)
    store.patch({ extending: { noteId: 'note', index, before: place, span: place, by: 'keys' } })
}

const drawn = (store: DeskStore) => {
  const now = extendingNow(store)
  return now && store.wordsAt(now.span)
}

const written = (store: DeskStore) =>
  store.save('note')?.draft.anchors.map(span => store.wordsAt(span))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', { matchMedia: () => ({ matches: true }) })
  vi.stubGlobal('Element', class {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('an arrow', () => {
  it.each([
    ['ArrowRight', {}, false, { edge: 'end', step: 1, part: 'word' }],
    ['ArrowLeft', {}, false, { edge: 'end', step: -1, part: 'word' }],
    ['ArrowLeft', {}, true, { edge: 'end', step: 1, part: 'word' }],
    ['ArrowRight', {}, true, { edge: 'end', step: -1, part: 'word' }],
    ['ArrowRight', { shiftKey: true }, false, { edge: 'start', step: 1, part: 'word' }],
    ['ArrowLeft', { altKey: true }, false, { edge: 'start', step: -1, part: 'word' }],
    ['ArrowRight', { shiftKey: true }, true, { edge: 'start', step: -1, part: 'word' }],
    ['ArrowDown', {}, true, { edge: 'end', step: 1, part: 'sentence' }],
    ['ArrowUp', { shiftKey: true }, false, { edge: 'start', step: -1, part: 'sentence' }],
    ['Home', {}, false, null],
  ])('%s with %o, right to left: %s', (key, held, isRightToLeft, move) => {
    expect(moveOf({ key, shiftKey: false, altKey: false, ...held }, isRightToLeft)).toEqual(move)
  })
})

describe('changing the extent by keys', () => {
  it('draws each step and writes nothing before Enter', () => {
    const store = storeOn([[7, 11]])
    begin(store)
    press(store, 'ArrowRight')
    press(store, 'ArrowLeft', { shiftKey: true })
    expect(drawn(store)).toBe('Output rose by')
    expect(written(store)).toEqual(['rose'])
    press(store, 'Enter')
    expect(written(store)).toEqual(['Output rose by'])
    expect(store.save('note')?.phase.kind).toBe('waiting')
  })

  it('leaves the words as they were at Escape', () => {
    const store = storeOn([[7, 11]])
    begin(store)
    press(store, 'ArrowDown')
    expect(drawn(store)).toBe('rose by four per cent.')
    press(store, 'Escape')
    expect(extendingNow(store)).toBeNull()
    expect(written(store)).toEqual(['rose'])
    expect(store.save('note')?.phase.kind).toBe('idle')
  })

  it('asks before it sends anything of an approved note, and goes back where it is left approved', () => {
    const store = storeOn([[7, 11]], { state: 'approved' })
    begin(store)
    press(store, 'ArrowRight')
    press(store, 'Enter')
    expect(store.save('note')?.phase.kind).toBe('asking')
    expect(store.get().wish.for).toBe('question')
    store.saver.discard('note')
    expect(written(store)).toEqual(['rose'])
    expect(store.save('note')?.phase.kind).toBe('idle')
  })

  it('goes from place to place by Tab and digits, and takes one off', () => {
    const store = storeOn([
      [0, 6],
      [15, 19],
    ])
    begin(store)
    expect(press(store, 'Tab')).toBe(true)
    expect(drawn(store)).toBe('four')
    expect(press(store, 'Tab')).toBe(false)
    press(store, '1')
    expect(drawn(store)).toBe('Output')
    press(store, 'Delete')
    expect(written(store)).toEqual(['four'])
    expect(takeOffPlace(store, 0)).toBe(false)
  })

  it('makes one place of two that meet', () => {
    const store = storeOn([
      [0, 6],
      [7, 14],
    ])
    begin(store)
    press(store, 'ArrowRight')
    press(store, 'Enter')
    expect(written(store)).toEqual(['Output rose by'])
  })

  it('keeps letters from meaning anything else meanwhile', () => {
    const store = storeOn([[7, 11]])
    expect(press(store, 'n')).toBe(false)
    begin(store)
    expect(press(store, 'n')).toBe(true)
    expect(press(store, 'c', { ctrlKey: true })).toBe(false)
  })
})

describe('places that change while the extent of one is being changed', () => {
  const places: [number, number][] = [
    [0, 6],
    [12, 14],
    [20, 23],
  ]
  const takeOffFirst = (store: DeskStore) =>
    store.saver.edit('note', draft => ({ ...draft, anchors: draft.anchors.slice(1) }))

  it('leaves the others as they are at Enter, and says why', () => {
    const store = storeOn(places)
    begin(store, 1)
    press(store, 'ArrowRight')
    takeOffFirst(store)
    expect(extendingNow(store)).toBeNull()
    expect(press(store, 'Enter')).toBe(false)
    expect(written(store)).toEqual(['by', 'per'])
    expect(store.get().extending).toBeNull()
    expect(lastSaid(store)).toMatch(/^Not kept: the words of this note changed meanwhile/)
  })

  it('leaves the others as they are where a drag is dropped', () => {
    const store = storeOn(places)
    dragExtent(store, 1, 'end', 19, false)
    takeOffFirst(store)
    dragExtent(store, 1, 'end', 28, false)
    dropExtent(store, true)
    expect(written(store)).toEqual(['by', 'per'])
    expect(store.get().extending).toBeNull()
    expect(lastSaid(store)).toMatch(/^Not kept/)
  })

  it('goes on where the place is as it was', () => {
    const store = storeOn(places)
    begin(store, 1)
    press(store, 'ArrowRight')
    store.saver.edit('note', draft => ({ ...draft, anchors: draft.anchors.slice(0, 2) }))
    press(store, 'Enter')
    expect(written(store)).toEqual(['Output', 'by four'])
  })
})

describe('dragging an end', () => {
  it('draws it, and writes it where it is dropped', () => {
    const store = storeOn([[7, 11]])
    dragExtent(store, 0, 'end', 18, false)
    expect(drawn(store)).toBe('rose by four')
    dragExtent(store, 0, 'end', 13, true)
    expect(drawn(store)).toBe('rose b')
    expect(written(store)).toEqual(['rose'])
    dropExtent(store, true)
    expect(written(store)).toEqual(['rose b'])
  })

  it('leaves the words where the person goes back', () => {
    const store = storeOn([[7, 11]])
    dragExtent(store, 0, 'start', 0, false)
    expect(drawn(store)).toBe('Output rose')
    dropExtent(store, false)
    expect(written(store)).toEqual(['rose'])
  })
})

describe('whose words can be changed', () => {
  it.each<[string, Partial<AnnotationView>]>([
    ['not those of a mark that nobody has taken', { state: 'to_check' }],
    ['not those of a retired note', { state: 'retired' }],
    ['not those of a colleague’s note', { ownerId: 'ines', authorIds: ['ines'] }],
  ])('%s', (_name, more) => {
    expect(placesToExtend(storeOn([[7, 11]], more))).toBeNull()
  })

  it('nothing is left of a change whose note was closed', () => {
    const store = storeOn([[7, 11]])
    begin(store)
    store.patch({ openId: null })
    expect(extendingNow(store)).toBeNull()
    leaveExtent(store)
    expect(store.get().extending).toBeNull()
  })
})

describe('words selected while an extent is changed', () => {
  const selected = { start: 7, end: 11 }

  it('take the place of the old ones where no end was moved', () => {
    const store = storeOn([[0, 6]])
    begin(store)
    store.patch({ selection: selected })
    press(store, 'Enter')
    expect(written(store)).toEqual(['rose'])
  })

  it('do not where an end was moved: that is what was meant', () => {
    const store = storeOn([[0, 6]])
    begin(store)
    press(store, 'ArrowRight')
    store.patch({ selection: selected })
    press(store, 'Enter')
    expect(written(store)).toEqual(['Output rose'])
  })
})
