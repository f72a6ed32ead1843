import { EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { explanationSchema } from '@/lib/document/schemas'
import { type AddressRange, addressRanges, makeLink, takeOut } from '@/lib/editor/bare-addresses'

/** A view of one paragraph, and the first address in it. */
function viewOf(text: string) {
  const { doc, paragraph } = explanationSchema.nodes
  const document = doc?.create(null, paragraph?.create(null, explanationSchema.text(text)))
  const view = {
    state: EditorState.create({ ...(document && { doc: document }) }),
    dispatch: (transaction: EditorState['tr']) => {
      view.state = view.state.apply(transaction)
    },
  }
  const [range] = addressRanges(view.state.doc)
  if (!range) throw new Error(`No address in ${text}`)
  return { view, range }
}

it('finds an address where it stands', () => {
  const { range, view } = viewOf('See https://a.example/b.')
  expect(range).toEqual<AddressRange>({ from: 5, to: 24, address: 'https://a.example/b' })
  expect(view.state.doc.textBetween(range.from, range.to)).toBe('https://a.example/b')
})

it.each([
  ['See https://www.a.example/b for it.', 'See a.example for it.'],
  ['It is so (https://a.example/b).', 'It is so.'],
  ['It is so (see https://a.example/b).', 'It is so (see a.example).'],
  ['https://a.example/b', 'a.example'],
])('takes the address out of “%s”', (before, after) => {
  const { view, range } = viewOf(before)
  takeOut(view, range)
  expect(view.state.doc.textContent).toBe(after)
  expect(addressRanges(view.state.doc)).toEqual([])
})

it('makes a link of it, selected to be written over', () => {
  const { view, range } = viewOf('See https://a.example/b for it.')
  makeLink(view, range)
  const { from, to } = view.state.selection
  expect(view.state.doc.textBetween(from, to)).toBe('a.example')
  expect(view.state.doc.nodeAt(from)?.marks[0]?.attrs).toEqual({ href: 'https://a.example/b' })
  expect(addressRanges(view.state.doc)).toEqual([])
})
