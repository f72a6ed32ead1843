import { EditorState, type Plugin } from '@tiptap/pm/state'
import type { Decoration, DecorationSet, EditorView } from '@tiptap/pm/view'
import { afterEach, expect, it, vi } from 'vitest'
import { documentFromBlocks } from '@/lib/document/build'
import { parseArticle } from '@/lib/document/parse'
import { documentTextOf } from '@/lib/document/positions'
import { type Highlight, highlightPlugin } from '@/lib/editor/highlights'
import { PartialDrawing } from '@/lib/editor/partial-drawing'

const words = 1200

const noteOn = (word: number): Highlight => ({
  id: `${word}`,
  spans: [{ start: word * 5, end: word * 5 + 4 }],
  changed: [],
  gaps: [],
  candidates: [],
  chosen: null,
  tint: 'true',
  sign: `${word}`,
  label: `${word}`,
  isOpen: false,
})

const notes = Array.from({ length: words }, (_, word) => noteOn(word))

/** A page whose first words in sight are the `place.inSight`th, and what is left to do when there is time. */
function page(inSight = 0) {
  const place = { inSight }
  const line = Array.from({ length: 10 }, () => 'word').join(' ')
  const lines = Array.from({ length: words / 10 }, () => ({
    kind: 'paragraph' as const,
    text: line,
  }))
  const parsed = parseArticle(documentFromBlocks(lines))
  if (!parsed.ok) throw new Error(parsed.message)
  const plugin: Plugin = highlightPlugin({ onFollow: () => {}, addressOf: id => id })
  const dom = Object.assign(new EventTarget(), {
    getBoundingClientRect: () => ({ left: 0, top: place.inSight > 0 ? -1 : 0 }),
    ownerDocument: new EventTarget(),
  })
  const view = {
    isDestroyed: false,
    dom,
    posAtCoords: () => ({ pos: documentTextOf(parsed.node).positionAt(place.inSight * 5) }),
    state: EditorState.create({ doc: parsed.node, plugins: [plugin] }),
    dispatch(transaction: EditorState['tr']) {
      view.state = view.state.apply(transaction)
    },
  }
  const later: (() => void)[] = []
  vi.stubGlobal('window', {
    requestIdleCallback: (run: () => void) => later.push(run),
    cancelIdleCallback: () => later.pop(),
  })
  const set = () => plugin.props.decorations?.call(plugin, view.state) as DecorationSet
  const drawn = () =>
    set()
      .find()
      .filter(({ from, to }) => from < to)
      .map(noteOf)
      .sort((a, b) => a - b)
  const drawing = new PartialDrawing(view as unknown as EditorView)
  return { drawing, drawn, later, dom, place }
}

function noteOf(decoration: Decoration): number {
  const { attrs } = (decoration as unknown as { type: { attrs: Record<string, string> } }).type
  return Number(attrs['data-note'])
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('draws the notes in sight at once, and the others when there is time', () => {
  const { drawing, drawn, later } = page(600)
  drawing.show(notes)
  expect(drawn()).toContain(600)
  expect(drawn().length).toBeLessThanOrEqual(100)
  while (later.length > 0) later.shift()?.()
  expect(drawn()).toEqual(notes.map((_, word) => word))
})

it('goes on where somebody has scrolled to meanwhile', () => {
  const { drawing, drawn, later, place } = page()
  drawing.show(notes)
  expect(drawn()).not.toContain(1000)
  place.inSight = 1000
  later.shift()?.()
  expect(drawn()).toContain(0)
  expect(drawn()).toContain(1000)
})

it('draws the open note wherever it is', () => {
  const { drawing, drawn } = page()
  drawing.show(notes.map(note => (note.id === '1100' ? { ...note, isOpen: true } : note)))
  expect(drawn()).toContain(0)
  expect(drawn()).toContain(1100)
})

it('takes no mark off again where one more note makes them too many to be drawn at once', () => {
  const { drawing, drawn } = page()
  drawing.show(notes.slice(0, 100))
  drawing.show(notes.slice(0, 101))
  expect(drawn()).toHaveLength(101)
})

it('draws a change at once when all are drawn, and nothing after it is stopped', () => {
  const { drawing, drawn, later } = page()
  drawing.show([])
  drawing.show(notes)
  drawing.stop()
  expect(later).toEqual([])
  drawing.show(notes)
  while (later.length > 0) later.shift()?.()
  drawing.show(notes.slice(1))
  expect(drawn()).toHaveLength(words - 1)
})

it('leaves what somebody asks with a key before the notes that nobody sees yet', () => {
  vi.useFakeTimers()
  const { drawing, drawn, later, dom } = page()
  drawing.show(notes)
  const before = drawn()
  dom.ownerDocument.dispatchEvent(new Event('keydown'))
  later.shift()?.()
  expect(drawn()).toEqual(before)
  vi.advanceTimersByTime(1000)
  later.shift()?.()
  expect(drawn().length).toBeGreaterThan(before.length)
  drawing.stop()
})

it('shows nothing again that waited for a double click, once something newer is shown', () => {
  vi.useFakeTimers()
  const { drawing, drawn, dom } = page()
  vi.stubGlobal('window', {})
  const few = notes.slice(0, 3)
  drawing.show(few)
  const press = () => dom.dispatchEvent(Object.assign(new Event('pointerdown'), { button: 0 }))
  const letGo = () => dom.ownerDocument.dispatchEvent(new Event('pointerup'))
  press()
  drawing.show(few.slice(0, 2))
  letGo()
  vi.advanceTimersByTime(100)
  press()
  letGo()
  vi.advanceTimersByTime(100)
  drawing.show(notes.slice(0, 4))
  vi.advanceTimersByTime(1000)
  expect(drawn()).toEqual([0, 1, 2, 3])
  drawing.stop()
})

it('draws nothing below a mouse that selects words until it lets go of them', () => {
  vi.useFakeTimers()
  const { drawing, drawn, later, dom } = page()
  drawing.show(notes)
  const before = drawn()
  dom.dispatchEvent(Object.assign(new Event('pointerdown'), { button: 0 }))
  while (later.length > 0) later.shift()?.()
  drawing.show(notes.slice(1))
  expect(drawn()).toEqual(before)

  dom.ownerDocument.dispatchEvent(new Event('pointerup'))
  for (let step = 0; step < 20; step++) {
    vi.advanceTimersByTime(1000)
    later.shift()?.()
  }
  expect(drawn()).toHaveLength(words - 1)
  drawing.stop()
})
