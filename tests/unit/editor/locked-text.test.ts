import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { articleSchema } from '@/lib/document/schemas'
import { isLocked, lockPlugin, unlockText } from '@/lib/editor/locked-text'

const { doc, paragraph } = articleSchema.nodes
const document = doc?.create(null, paragraph?.create(null, articleSchema.text('Output rose.')))
const state = EditorState.create({ ...(document && { doc: document }), plugins: [lockPlugin()] })

describe('the locked text', () => {
  it.each([
    ['typing', state.tr.insertText('x', 1)],
    ['deleting', state.tr.delete(1, 4)],
    ['splitting a paragraph', state.tr.split(4)],
    ['replacing a selection', state.tr.replaceSelectionWith(articleSchema.text('fell'))],
  ])('refuses %s', (_name, transaction) => {
    const { state: after, transactions } = state.applyTransaction(transaction)
    expect(after.doc.eq(state.doc)).toBe(true)
    expect(transactions).toEqual([])
  })

  it('lets the caret and the selection move', () => {
    const selection = TextSelection.create(state.doc, 1, 7)
    expect(state.apply(state.tr.setSelection(selection)).selection.eq(selection)).toBe(true)
  })

  it('is edited once it has been unlocked, and not before', () => {
    const view = {
      state,
      dispatch: (transaction: EditorState['tr']) => {
        view.state = view.state.apply(transaction)
      },
    }
    expect(isLocked(view.state)).toBe(true)
    unlockText(view)
    expect(isLocked(view.state)).toBe(false)
    view.dispatch(view.state.tr.insertText('x', 1))
    expect(view.state.doc.textContent).toBe('xOutput rose.')
  })
})
