import { EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { documentFromBlocks } from '@/lib/document/build'
import { parseArticle } from '@/lib/document/parse'
import { foundIn, foundPlugin, lookAt, showFound } from '@/lib/editor/found-words'

/** A page of two paragraphs ("one two" at 1 to 8, "two three" at 10 to 19), without a screen. */
function page() {
  const parsed = parseArticle(
    documentFromBlocks(['one two', 'two three'].map(text => ({ kind: 'paragraph', text }))),
  )
  if (!parsed.ok) throw new Error(parsed.message)
  const view = {
    state: EditorState.create({ doc: parsed.node, plugins: [foundPlugin()] }),
    dispatch(transaction: EditorState['tr']) {
      view.state = view.state.apply(transaction)
    },
  }
  const drawn = () =>
    foundIn(view.state)
      .find()
      .map(each => {
        const { attrs } = (each as unknown as { type: { attrs: { class: string } } }).type
        return `${view.state.doc.textBetween(each.from, each.to)}@${each.from} ${attrs.class}`
      })
  return { view, drawn }
}

const twos = [
  { from: 5, to: 8 },
  { from: 10, to: 13 },
]

describe('what was found', () => {
  it('is drawn in sight only, and where one looks in any case', () => {
    const { view, drawn } = page()
    showFound(view, twos, 1)
    expect(drawn()).toEqual(['two@10 found is-looked-at'])
    lookAt(view, { from: 0, to: 9 })
    expect(drawn()).toEqual(['two@5 found', 'two@10 found is-looked-at'])
    showFound(view, twos, -1)
    expect(drawn()).toEqual(['two@5 found'])
  })

  it('is gone when nothing is looked for', () => {
    const { view, drawn } = page()
    showFound(view, twos, 0)
    showFound(view, [], -1)
    expect(drawn()).toEqual([])
  })

  it('keeps to its words while a draft is typed in', () => {
    const { view, drawn } = page()
    showFound(view, twos, 0)
    view.dispatch(view.state.tr.insertText('zero ', 1))
    expect(drawn()).toEqual(['two@10 found is-looked-at'])
  })
})
