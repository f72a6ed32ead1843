import { splitBlock, toggleMark, wrapIn } from '@tiptap/pm/commands'
import { history, redo, undo } from '@tiptap/pm/history'
import { type Command, EditorState, type Transaction } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { documentFromBlocks } from '@/lib/document/build'
import { parseArticle } from '@/lib/document/parse'
import { DocumentText } from '@/lib/document/positions'
import { articleSchema } from '@/lib/document/schemas'
import type { CarriedAnchor } from '@/lib/domain/revisions'
import { carriedAnchors, carriedPlugin, carryAnchors } from '@/lib/editor/carried-anchors'

/**
 * A draft in which notes rest on the words in brackets, and what a person does to it; `words` says
 * which are carried now. Lines are paragraphs.
 */
function draftOf(marked: string) {
  const spans: CarriedAnchor[] = []
  let text = ''
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    const words = part.startsWith('[') ? part.slice(1, -1) : part
    const span = { start: text.length, end: text.length + words.length }
    if (part.startsWith('['))
      spans.push({ annotationId: 'a', ordinal: spans.length, from: span, span })
    text += words
  }
  const parsed = parseArticle(
    documentFromBlocks(text.split('\n').map(line => ({ kind: 'paragraph', text: line }))),
  )
  if (!parsed.ok) throw new Error(parsed.message)
  const draft = {
    state: EditorState.create({ doc: parsed.node, plugins: [history(), carriedPlugin()] }),
    dispatch: (transaction: Transaction) => {
      draft.state = draft.state.apply(transaction)
    },
  }
  carryAnchors(draft, spans)
  const rangeOf = (words: string) => {
    const now = new DocumentText(draft.state.doc)
    const start = now.text.indexOf(words)
    return { from: now.positionAt(start), to: now.positionAt(start + words.length) }
  }
  return {
    run: (command: Command) => command(draft.state, draft.dispatch),
    before: (words: string, typed: string) =>
      draft.dispatch(draft.state.tr.insertText(typed, rangeOf(words).from)),
    after: (words: string, typed: string) =>
      draft.dispatch(draft.state.tr.insertText(typed, rangeOf(words).to)),
    remove: (words: string) => {
      const { from, to } = rangeOf(words)
      draft.dispatch(draft.state.tr.delete(from, to))
    },
    replace: (words: string, typed: string) => {
      const { from, to } = rangeOf(words)
      draft.dispatch(draft.state.tr.insertText(typed, from, to))
    },
    select: (words: string) => {
      const { from, to } = rangeOf(words)
      const { tr, selection } = draft.state
      const Selection = selection.constructor as unknown as {
        create: (doc: typeof tr.doc, anchor: number, head: number) => typeof selection
      }
      draft.dispatch(tr.setSelection(Selection.create(tr.doc, from, to)))
    },
    words: () => {
      const now = new DocumentText(draft.state.doc).text
      return carriedAnchors(draft.state).map(({ span }) => span && now.slice(span.start, span.end))
    },
  }
}

type Draft = ReturnType<typeof draftOf>

describe('the anchors of a draft', () => {
  it.each<[string, string, (draft: Draft) => void, (string | null)[]]>([
    ['keep their words where nothing is typed', 'Output [rose by 4%].', () => {}, ['rose by 4%']],
    [
      'follow their words when text is typed above',
      'Output [rose by 4%].',
      draft => draft.before('Output', 'Last year: '),
      ['rose by 4%'],
    ],
    [
      'take in what is typed inside them',
      'Output [rose by 4%].',
      draft => draft.before('by', 'only '),
      ['rose only by 4%'],
    ],
    [
      'do not grow by what is typed before their first word',
      'Output [rose by 4%].',
      draft => draft.before('rose', 'never '),
      ['rose by 4%'],
    ],
    [
      'do not grow by what is typed after their last word',
      'Output [rose by 4%].',
      draft => draft.after('4%', ' or 5%'),
      ['rose by 4%'],
    ],
    [
      'do not grow where two of them touch',
      '[Output ][rose by 4%].',
      draft => draft.before('rose', 'never '),
      ['Output', 'rose by 4%'],
    ],
    [
      'shrink by the words that are deleted',
      'Output [rose by 4%].',
      draft => draft.remove(' by 4%'),
      ['rose'],
    ],
    [
      'shrink at an end that is deleted with what stands beside it',
      'Output [rose by 4%] last year.',
      draft => draft.remove('4% last'),
      ['rose by'],
    ],
    [
      'take in what is typed over their last word',
      'Output [rose by 4%].',
      draft => {
        draft.replace('4%', '5')
        draft.after('5', '%')
      },
      ['rose by 5%'],
    ],
    [
      'take in what is typed where their last word was deleted',
      'Output [rose by 4%].',
      draft => {
        draft.remove('%')
        draft.remove('4')
        draft.after('by ', '5')
        draft.after('5', '%')
      },
      ['rose by 5%'],
    ],
    [
      'take in what is typed over their first word',
      'Output [rose by 4%].',
      draft => draft.replace('rose', 'fell'),
      ['fell by 4%'],
    ],
    [
      'do not take in what is typed at such an end after something else was typed',
      'Output [rose by 4%].',
      draft => {
        draft.remove('4%')
        draft.before('Output', 'X')
        draft.after('by ', '5%')
      },
      ['rose by'],
    ],
    [
      'leave out what is typed over words of theirs and others together',
      'Output [rose by 4%] last year.',
      draft => draft.replace('4% last', 'five in a'),
      ['rose by'],
    ],
    [
      'are gone once all their words are deleted',
      'Output [rose by 4%].',
      draft => draft.remove('rose by 4%'),
      [null],
    ],
    [
      'are gone where only a space is left of them',
      'Output [rose by] 4%.',
      draft => {
        draft.remove('rose')
        draft.remove('by')
      },
      [null],
    ],
    [
      'are gone where other words are typed over all of them',
      'Output [rose by 4%].',
      draft => draft.replace('rose by 4%', 'fell'),
      [null],
    ],
    [
      'do not go with words that are cut and pasted elsewhere',
      'Output [rose by 4%].\nPrices fell.',
      draft => {
        draft.remove('rose by 4%')
        draft.after('Prices fell.', ' rose by 4%')
      },
      [null],
    ],
    [
      'do not come back with words that are pasted where they were cut',
      'Output [rose by 4%].',
      draft => {
        draft.remove('rose by 4%')
        draft.after('Output ', 'rose by 4%')
      },
      [null],
    ],
    [
      'stay whole when their paragraph is divided inside them',
      'Output [rose by 4%].',
      draft => {
        draft.select('by')
        draft.run(splitBlock)
      },
      ['rose \n 4%'],
    ],
    [
      'follow a paragraph into a quote, and words into bold',
      'Output [rose by 4%].',
      draft => {
        const { blockquote } = articleSchema.nodes
        const { bold } = articleSchema.marks
        draft.select('rose by')
        if (blockquote && bold) {
          draft.run(wrapIn(blockquote))
          draft.run(toggleMark(bold))
        }
      },
      ['rose by 4%'],
    ],
  ])('%s', (_name, marked, act, expected) => {
    const draft = draftOf(marked)
    act(draft)
    expect(draft.words()).toEqual(expected)
  })

  it('come back with the words that an undo brings back, and go again', () => {
    const draft = draftOf('Output [rose by 4%] and [prices] fell.')
    draft.before('Output', 'X')
    draft.remove('rose by 4%')
    expect(draft.words()).toEqual([null, 'prices'])
    draft.run(undo)
    expect(draft.words()).toEqual(['rose by 4%', 'prices'])
    draft.run(redo)
    expect(draft.words()).toEqual([null, 'prices'])
    draft.run(undo)
    draft.before('Output', 'Y')
    expect(draft.words()).toEqual(['rose by 4%', 'prices'])
  })

  it('come back one by one, however the undo groups what was typed', () => {
    const draft = draftOf('[Output] rose by [4%].')
    for (const letter of ['s', 'e', 'e', ' ']) draft.before('rose', letter)
    draft.remove('Output')
    for (const letter of 'Input') draft.before(' see rose', letter)
    expect(draft.words()).toEqual([null, '4%'])
    for (let step = 0; step < 12; step++) draft.run(undo)
    expect(draft.words()).toEqual(['Output', '4%'])
    for (let step = 0; step < 12; step++) draft.run(redo)
    expect(draft.words()).toEqual([null, '4%'])
  })

  it('are not brought back by pasting between, only by undoing that too', () => {
    const draft = draftOf('Output [rose by 4%].')
    draft.remove('rose by 4%')
    draft.after('Output ', 'rose by 4%')
    expect(draft.words()).toEqual([null])
    while (draft.run(undo));
    expect(draft.words()).toEqual(['rose by 4%'])
  })
})
