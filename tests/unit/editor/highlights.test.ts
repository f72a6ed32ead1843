import { EditorState, type Plugin } from '@tiptap/pm/state'
import type { Decoration, DecorationSet } from '@tiptap/pm/view'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentFromBlocks } from '@/lib/document/build'
import { parseArticle } from '@/lib/document/parse'
import { type Highlight, highlightPlugin, showFresh, showHighlights } from '@/lib/editor/highlights'

const note = (id: string, start: number, end: number, more: Partial<Highlight> = {}) =>
  ({
    id,
    spans: [{ start, end }],
    changed: [],
    gaps: [],
    candidates: [],
    chosen: null,
    tint: 'true',
    sign: id,
    label: id,
    isOpen: false,
    ...more,
  }) as const

/** A page that draws, without a screen. */
function page() {
  const parsed = parseArticle(
    documentFromBlocks(
      ['Output rose by four per cent.', 'Prices fell.'].map(text => ({ kind: 'paragraph', text })),
    ),
  )
  if (!parsed.ok) throw new Error(parsed.message)
  const plugin: Plugin = highlightPlugin({ onFollow: () => {}, addressOf: id => id })
  const view = {
    state: EditorState.create({ doc: parsed.node, plugins: [plugin] }),
    dispatch(transaction: EditorState['tr']) {
      view.state = view.state.apply(transaction)
    },
  }
  const set = () => plugin.props.decorations?.call(plugin, view.state) as DecorationSet
  const found = () =>
    set()
      .find()
      .map(each => `${wordsOf(view.state, each)}${lookOf(each)}`)
  return { view, set, found }
}

/** What ProseMirror compares to know whether something must be drawn again. */
const typeOf = (decoration: Decoration) => (decoration as unknown as { type: unknown }).type

const wordsOf = ({ doc }: EditorState, { from, to }: Decoration) => doc.textBetween(from, to, ' ')

function lookOf(decoration: Decoration): string {
  const attributes = (decoration as unknown as { type: { attrs?: { class?: string } } }).type.attrs
  return attributes ? `<${attributes.class}>` : '#'
}

describe('the highlights', () => {
  it('mark a note’s words, with its sign after the last of them', () => {
    const { view, found } = page()
    showHighlights(view, [note('a', 0, 6)])
    expect(found()).toEqual(['Output<r-true>', '#'])
  })

  it('mark both of two overlapping notes, each in its lane', () => {
    const { view, found } = page()
    showHighlights(view, [note('a', 0, 11), note('b', 7, 14)])
    const words = found().filter(each => each !== '#')
    expect(words.sort()).toEqual([
      ' by<r-true lane-1>',
      'Output <r-true>',
      'rose<r-true lane-1>',
      'rose<r-true>',
    ])
  })

  it('mark words in both paragraphs where a note crosses them, with one sign', () => {
    const { view, found } = page()
    showHighlights(view, [note('a', 24, 36)])
    expect(found()).toEqual(['cent.<r-true>', 'Prices<r-true>', '#'])
  })

  it('show an open note and one without a verdict by class', () => {
    const { view, found } = page()
    showHighlights(view, [note('a', 0, 6, { isOpen: true, tint: null })])
    expect(found()[0]).toBe('Output<r-none to-check is-open>')
  })

  it('lead to the sign that opens their note, and to the note while it is open', () => {
    const { view, set } = page()
    const details = () =>
      set()
        .find()
        .map(each => (typeOf(each) as { attrs?: Record<string, string> }).attrs?.['aria-details'])
        .filter(Boolean)
    showHighlights(view, [note('a', 0, 6), note('b', 30, 36, { isOpen: true })])
    expect(details()).toEqual(['ref-a-0', 'note-b'])
  })

  it('leave a paragraph as it is drawn when a note in another changes', () => {
    const { view, set } = page()
    showHighlights(view, [note('a', 0, 6), note('b', 30, 36)])
    const [before] = set().find(31, 42).map(typeOf)
    showHighlights(view, [note('a', 0, 6, { isOpen: true }), note('b', 30, 36)])
    expect(set().find(31, 42).map(typeOf)[0]).toBe(before)
  })

  it('go with their note', () => {
    const { view, found } = page()
    showHighlights(view, [note('a', 0, 6)])
    showHighlights(view, [])
    expect(found()).toEqual([])
  })

  it('draw words nobody has confirmed without a verdict, whatever the note’s is', () => {
    const { view, found } = page()
    showHighlights(view, [note('a', 0, 6, { changed: [{ start: 7, end: 11 }] })])
    expect(found()).toEqual(['Output<r-true>', '#', 'rose<r-none changed>', '#'])
  })

  it('put the number of a note whose words are gone where they stood', () => {
    const { view, set } = page()
    showHighlights(view, [note('a', 0, 6, { spans: [], gaps: [7] })])
    expect(
      set()
        .find()
        .map(({ from, to }) => [from, to]),
    ).toEqual([[8, 8]])
    showHighlights(view, [])
    expect(set().find()).toEqual([])
  })

  it('stand at the end of the text for a gap that lies beyond it', () => {
    const { view, set } = page()
    showHighlights(view, [note('a', 0, 6, { spans: [], gaps: [4000] })])
    expect(set().find()[0]?.from).toBe(view.state.doc.content.size - 1)
  })

  it('mark the places a note could have, and the one that is looked at', () => {
    const { view, found } = page()
    const candidates = [
      { start: 0, end: 6 },
      { start: 7, end: 11 },
    ]
    showHighlights(view, [note('a', 0, 6, { spans: [], candidates, chosen: 1 })])
    expect(found()).toEqual([
      'Output<r-none candidate>',
      '#',
      'rose<r-none candidate is-chosen>',
      '#',
    ])
  })

  it('stay on their words while a draft is typed in, and are drawn anew after it', () => {
    const { view, found } = page()
    showHighlights(view, [note('a', 7, 11)])
    view.dispatch(view.state.tr.insertText('Last year: ', 1))
    expect(found()).toEqual(['rose<r-true>', '#'])
    showHighlights(view, [note('a', 18, 22)])
    expect(found()).toEqual(['rose<r-true>', '#'])
    showHighlights(view, [])
    expect(found()).toEqual([])
  })

  it('keep selected words marked until they are let go', () => {
    const { view, found } = page()
    showFresh(view, { start: 0, end: 6 })
    expect(found()).toEqual(['Output<fresh>'])
    showFresh(view, null)
    expect(found()).toEqual([])
  })
})

describe('the highlights, after any changes', () => {
  const text = 'Output rose by four per cent.\nPrices fell.'
  const span = fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 14 }))
    .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }))
  const spans = fc.array(span, { maxLength: 2 })
  const changes = fc.array(
    fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        spans,
        changed: spans,
        gaps: fc.array(fc.nat(60), { maxLength: 1 }),
        tint: fc.constantFrom('true' as const, null),
        isOpen: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
    { minLength: 2, maxLength: 4 },
  )

  it('are those of a page that has shown nothing else', () => {
    fc.assert(
      fc.property(changes, all => {
        const [changed, fresh] = [page(), page()]
        const drawn = all.map(notes =>
          [...new Map(notes.map(each => [each.id, each])).values()].map(
            ({ id, ...more }): Highlight => note(id, 0, 1, more),
          ),
        )
        for (const notes of drawn) showHighlights(changed.view, notes)
        showHighlights(fresh.view, drawn.at(-1) ?? [])
        expect(drawnAs(changed.set())).toEqual(drawnAs(fresh.set()))
      }),
    )
  })
})

/** All that ProseMirror draws: where, in which order on the same words, and with which attributes. */
function drawnAs(set: DecorationSet) {
  const looks = set.find().map(each => {
    const { attrs } = typeOf(each) as { attrs?: object }
    return { from: each.from, to: each.to, look: attrs ?? each.spec.key }
  })
  const marks = looks.filter(({ look }) => typeof look !== 'string')
  // Signs at one place come in the order in which they were drawn; which is first is seen by nobody.
  const signs = looks
    .filter(({ look }) => typeof look === 'string')
    .map(each => JSON.stringify(each))
  return { marks, signs: signs.sort() }
}
