import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { documentFromBlocks } from '@/lib/document/build'
import { parseArticle } from '@/lib/document/parse'
import { parseSpan, rawSpan, selectedSpan, trimSpan } from '@/lib/editor/selections'

describe('trimSpan', () => {
  it.each<[string, string, { start: number; end: number } | null]>([
    ['keeps words as they are', '[Output rose]', { start: 0, end: 11 }],
    ['takes white space off the ends', 'It[ said so\n]later', { start: 3, end: 10 }],
    ['is nothing where only white space is selected', 'It[ \n ]said', null],
  ])('%s', (_name, marked, span) => {
    const [start, end] = [marked.indexOf('['), marked.indexOf(']') - 1]
    expect(trimSpan(marked.replace(/[[\]]/g, ''), { start, end })).toEqual(span)
  })
})

/** Brackets mark the selection; the end of a line is the end of a paragraph. */
function stateOf(marked: string): EditorState {
  const lines = marked.replace(/[[\]]/g, '').split('\n')
  const parsed = parseArticle(documentFromBlocks(lines.map(text => ({ kind: 'paragraph', text }))))
  if (!parsed.ok) throw new Error(parsed.message)
  const positionOf = (offset: number) => {
    const before = marked.replace(/[[\]]/g, '').slice(0, offset)
    return offset + 1 + (before.match(/\n/g)?.length ?? 0)
  }
  const [from, to] = [positionOf(marked.indexOf('[')), positionOf(marked.indexOf(']') - 1)]
  const state = EditorState.create({ doc: parsed.node })
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
}

describe('the selected words', () => {
  it.each<[string, string, string | null]>([
    ['are as they were selected', 'It [rose] by 4%.', 'rose'],
    ['may cross paragraphs', 'It [rose.\nIt fell] again.', 'rose.\nIt fell'],
    ['are without white space at the ends', 'It[ rose ]by 4%.', 'rose'],
    ['are without half of a pair of quotation marks', 'He said [“we won] again”.', 'we won'],
    ['are whole characters, of an accent', 'An [e]\u0301tude.', 'e\u0301'],
    ['are whole characters, of a family', 'A [👩]\u200d👧.', '👩\u200d👧'],
    ['are none in white space', 'It[ ]rose.', null],
  ])('%s', (_name, marked, words) => {
    const state = stateOf(marked)
    const text = state.doc.textBetween(0, state.doc.content.size, '\n')
    const span = selectedSpan(state)
    expect(span && text.slice(span.start, span.end)).toBe(words)
  })

  it('are an empty span at the caret, also at the end of a paragraph', () => {
    expect(rawSpan(stateOf('It rose.[]\nIt fell.'))).toEqual({ start: 8, end: 8 })
    expect(selectedSpan(stateOf('It rose.[]\nIt fell.'))).toBeNull()
  })
})

describe('parseSpan', () => {
  it.each<[string | null, { start: number; end: number } | null]>([
    ['12-40', { start: 12, end: 40 }],
    ['40-12', null],
    ['12-12', null],
    ['-1-4', null],
    ['12-4e9', null],
    ['99999999-999999999', null],
    [null, null],
  ])('reads %s', (text, span) => {
    expect(parseSpan(text)).toEqual(span)
  })
})
