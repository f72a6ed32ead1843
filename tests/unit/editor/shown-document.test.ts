import { EditorState, type Transaction } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { documentFromBlocks } from '@/lib/document/build'
import { articleSchema } from '@/lib/document/schemas'
import { showDocument } from '@/lib/editor/shown-document'

const documentOf = (...texts: string[]) =>
  articleSchema.nodeFromJSON(documentFromBlocks(texts.map(text => ({ kind: 'paragraph', text }))))

/** The editor after it was brought from one document to another, and what was sent to it. */
function shown(before: string[], after: string[]) {
  const sent: Transaction[] = []
  const view = {
    state: EditorState.create({ doc: documentOf(...before) }),
    dispatch: (transaction: Transaction) => {
      sent.push(transaction)
      view.state = view.state.apply(transaction)
    },
  }
  showDocument(view, documentOf(...after))
  return { state: view.state, sent }
}

describe('showDocument', () => {
  it.each<[string, string[], string[], number]>([
    ['puts the caret after words that came', ['Output.'], ['Output rose.'], 12],
    ['puts the caret where words went', ['Output rose.'], ['Output.'], 7],
    ['keeps apart equal letters', ['aaa'], ['aaaa'], 5],
    ['brings paragraphs back', ['One.', 'Six.'], ['One.', 'Two.', 'Six.'], 13],
    ['takes paragraphs away', ['One.', 'Two.', 'Six.'], ['One.', 'Six.'], 7],
    ['joins paragraphs', ['One.', 'Two.'], ['One.Two.'], 5],
  ])('%s', (_name, before, after, caret) => {
    const { state } = shown(before, after)
    expect(state.doc.eq(documentOf(...after))).toBe(true)
    expect(state.selection.head).toBe(caret)
  })

  it('sends nothing where nothing is other', () => {
    expect(shown(['One.'], ['One.']).sent).toEqual([])
  })

  it('is not taken for typing', () => {
    expect(shown(['One.'], ['Two.']).sent[0]?.getMeta('preventUpdate')).toBe(true)
  })
})
