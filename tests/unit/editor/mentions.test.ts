import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { explanationSchema } from '@/lib/document/schemas'
import { insertMention, mentionAt } from '@/lib/editor/mentions'

const ines = { id: '00000000-0000-4000-8000-000000000001', name: 'Ines Calloway' }

/** A paragraph with the caret at its end. */
function viewOf(text: string) {
  const { doc, paragraph } = explanationSchema.nodes
  const document = doc?.create(null, paragraph?.create(null, explanationSchema.text(text)))
  const state = EditorState.create({ ...(document && { doc: document }) })
  const view = {
    state: state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc))),
    dispatch: (transaction: EditorState['tr']) => {
      view.state = view.state.apply(transaction)
    },
  }
  return view
}

it.each([
  ['Ask @in', { from: 5, to: 8, query: 'in' }],
  ['Ask', null],
  ['desk@in', null],
])('of “%s” tells what is typed', (text, at) => {
  expect(mentionAt(viewOf(text).state)).toEqual(at)
})

it('puts the person in its place, and a space to go on after', () => {
  const view = viewOf('Ask @in')
  const at = mentionAt(view.state)
  if (at) insertMention(view, at, ines)
  expect(view.state.doc.firstChild?.toJSON().content).toEqual([
    { type: 'text', text: 'Ask ' },
    { type: 'mention', attrs: { id: ines.id, label: ines.name } },
    { type: 'text', text: ' ' },
  ])
  expect(mentionAt(view.state)).toBe(null)
})
