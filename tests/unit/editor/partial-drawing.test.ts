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

/** A page whose first words in sight are the `inSight`th, and what is left to do when there is time. */
function page(inSight = 0) {
  const line = Array.from({ length: 10 }, () => 'word').join(' ')
  const lines = Array.from({ length: words / 10 }, () => ({
    kind: 'paragraph' as const,
    text: line,
  }))
  const parsed = parseArticle(documentFromBlocks(lines))
  if (!parsed.ok) throw new Error(parsed.message)
  const plugin: Plugin = highlightPlugin({ onFollow: () => {}, addressOf: id => id })
  const view = {
    isDestroyed: false,
    dom: { getBoundingClientRect: () => ({ left: 0, top: inSight > 0 ? -1 : 0 }) },
    posAtCoords: () => ({ pos: documentTextOf(parsed.node).positionAt(inSight * 5) }),
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
  return { drawing, drawn, later }
}

function noteOf(decoration: Decoration): number {
  const { attrs } = (decoration as unknown as { type: { attrs: Record<string, string> } }).type
  return Number(attrs['data-note'])
}

afterEach(() => vi.unstubAllGlobals())

it('draws the notes in sight at once, and the others when there is time', () => {
  const { drawing, drawn, later } = page(600)
  drawing.show(notes)
  expect(drawn()).toContain(600)
  expect(drawn().length).toBeLessThanOrEqual(500)
  while (later.length > 0) later.shift()?.()
  expect(drawn()).toEqual(notes.map((_, word) => word))
})

it('draws the open note wherever it is', () => {
  const { drawing, drawn } = page()
  drawing.show(notes.map(note => (note.id === '1100' ? { ...note, isOpen: true } : note)))
  expect(drawn()).toContain(0)
  expect(drawn()).toContain(1100)
})

it('takes no mark off again where one more note makes them too many to be drawn at once', () => {
  const { drawing, drawn } = page()
  drawing.show(notes.slice(0, 500))
  drawing.show(notes.slice(0, 501))
  expect(drawn()).toHaveLength(501)
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
