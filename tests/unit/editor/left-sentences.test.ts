import { EditorState, type Plugin, TextSelection } from '@tiptap/pm/state'
import type { Decoration, DecorationSet } from '@tiptap/pm/view'
import { describe, expect, it } from 'vitest'
import { documentFromBlocks } from '@/lib/document/build'
import { parseArticle } from '@/lib/document/parse'
import { DocumentText } from '@/lib/document/positions'
import { leftPlugin, showHere, showLeft } from '@/lib/editor/left-sentences'

const first = { start: 0, end: 12 }
const second = { start: 13, end: 21 }
const left = (span: { start: number; end: number }, label = 'Left: opinion') => ({ ...span, label })

/** A page that draws, without a screen. */
function page() {
  const parsed = parseArticle(
    documentFromBlocks(['Output rose.', 'It fell.'].map(text => ({ kind: 'paragraph', text }))),
  )
  if (!parsed.ok) throw new Error(parsed.message)
  const plugin: Plugin = leftPlugin()
  const view = {
    state: EditorState.create({ doc: parsed.node, plugins: [plugin] }),
    dispatch(transaction: EditorState['tr']) {
      view.state = view.state.apply(transaction)
    },
  }
  const text = new DocumentText(parsed.node)
  const set = () => plugin.props.decorations?.call(plugin, view.state) as DecorationSet
  const found = () => set().find()
  const places = () => found().map(({ from, to }) => [from, to])
  const put = (position: number) =>
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, position)))
  return { view, text, found, places, put }
}

/** What ProseMirror compares to know whether something must be drawn again. */
const typeOf = (decoration: Decoration | undefined) =>
  (decoration as unknown as { type: unknown } | undefined)?.type

describe('sentences that were left', () => {
  it('bear a sign after their last character, which holds no place in the text', () => {
    const { view, text, places } = page()
    showLeft(view, text, [left(first), left(second)])
    expect(places()).toEqual([
      [13, 13],
      [23, 23],
    ])
  })

  it('are drawn again only where something is another', () => {
    const { view, text, found } = page()
    showLeft(view, text, [left(first), left(second)])
    const before = found()
    showLeft(view, text, [left(first), left(second, 'Left: trivial')])
    const after = found()
    expect(after).toHaveLength(2)
    expect(typeOf(after[0])).toBe(typeOf(before[0]))
    expect(typeOf(after[1])).not.toBe(typeOf(before[1]))
  })

  it('lose their sign when they are open again', () => {
    const { view, text, places } = page()
    showLeft(view, text, [left(first), left(second)])
    showLeft(view, text, [left(second)])
    expect(places()).toEqual([[23, 23]])
    showLeft(view, text, [])
    expect(places()).toEqual([])
  })
})

describe('the sentence that one is led to', () => {
  it('is shown until the caret leaves it, beside the signs', () => {
    const { view, text, places, put } = page()
    showLeft(view, text, [left(first)])
    put(15)
    showHere(view, text, second)
    expect(places()).toEqual([
      [13, 13],
      [15, 23],
    ])
    put(20)
    expect(places()).toHaveLength(2)
    put(3)
    expect(places()).toEqual([[13, 13]])
  })

  it('stays shown while other sentences are left', () => {
    const { view, text, places, put } = page()
    put(15)
    showHere(view, text, second)
    showLeft(view, text, [left(first)])
    expect(places()).toEqual([
      [13, 13],
      [15, 23],
    ])
    showHere(view, text, null)
    expect(places()).toEqual([[13, 13]])
  })
})
