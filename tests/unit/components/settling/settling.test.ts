import { describe, expect, it } from 'vitest'
import {
  changeWords,
  contextOf,
  countToSettle,
  firstOffset,
  isUnsettled,
  nextToSettle,
  nextUnsettled,
  otherPlaces,
  titleOfNote,
} from '@/components/settling/settling'
import type { AnnotationView, UnsettledAnchor } from '@/lib/domain/annotations'
import type { Actor } from '@/lib/domain/roles'
import { noteView } from '@/tests/unit/components/editor/note-view'

const anchor = (more: Partial<UnsettledAnchor> = {}): UnsettledAnchor => ({
  ordinal: 0,
  placement: 'changed',
  quote: 'fell to 4.1',
  prefix: '',
  suffix: '',
  start: 10,
  end: 21,
  now: 'rose to 9.8',
  sentence: null,
  change: { kind: 'meaning', reasons: ['number'] },
  candidates: [],
  near: 10,
  ...more,
})
const lost = (near: number, ordinal = 0) =>
  anchor({ placement: 'lost', start: null, end: null, now: '', change: null, near, ordinal })

const noteWith = (id: string, unsettled: UnsettledAnchor[], more: Partial<AnnotationView> = {}) => {
  const note = noteView({ id })
  return { ...note, content: { ...note.content, anchors: [] }, unsettled, ...more }
}

describe('isUnsettled', () => {
  it('is true of a note with a place to settle', () =>
    expect(isUnsettled(noteWith('a', [lost(3)]))).toBe(true))
  it('is false of a settled note', () => expect(isUnsettled(noteView())).toBe(false))
  it('is false of a retired note, which nobody settles', () =>
    expect(isUnsettled(noteWith('a', [lost(3)], { state: 'retired' }))).toBe(false))
})

describe('titleOfNote', () => {
  it.each<[string, UnsettledAnchor[], string | null]>([
    ['changed words', [anchor()], 'The words changed'],
    [
      'words in a changed sentence',
      [
        anchor({
          now: 'fell to 4.1',
          sentence: { before: 'It fell to 4.1.', after: 'It never fell to 4.1.' },
        }),
      ],
      'The sentence changed',
    ],
    ['words that are gone, whatever else is', [anchor(), lost(3, 1)], 'The words are gone'],
    [
      'words in several places',
      [
        anchor({
          placement: 'ambiguous',
          start: null,
          end: null,
          candidates: [
            { start: 0, end: 4 },
            { start: 8, end: 12 },
          ],
        }),
      ],
      'The words stand in 2 places now',
    ],
    ['nothing', [], null],
  ])('names %s', (_name, unsettled, title) => {
    expect(titleOfNote(noteWith('a', unsettled))).toBe(title)
  })
})

describe('changeWords', () => {
  it.each([
    [{ kind: 'meaning', reasons: ['number', 'date'] }, 'A number and a date changed'],
    [{ kind: 'meaning', reasons: ['negation'] }, 'A “not” or “no” changed'],
    [{ kind: 'wording', reasons: [] }, 'The wording changed'],
    [null, 'The wording changed'],
  ] as const)('says in plain words what %j is', (change, words) => {
    expect(changeWords(change && { ...change, reasons: [...change.reasons] })).toBe(words)
  })
})

describe('otherPlaces', () => {
  const text = 'It rose. It fell to 4.1 in June, it fell to 4.1 in July.'

  it('finds the very words elsewhere', () => {
    expect(otherPlaces(lost(0), text)).toEqual([
      { start: 12, end: 23 },
      { start: 36, end: 47 },
    ])
  })

  it('names no place twice, and not the one where the note is now', () => {
    const candidates = [{ start: 36, end: 47 }]
    expect(otherPlaces(anchor({ start: 12, end: 23, candidates }), text)).toEqual(candidates)
  })

  it('names nine at most', () => {
    expect(otherPlaces(lost(0), 'fell to 4.1. '.repeat(40))).toHaveLength(9)
  })

  it('names none where the words are nowhere', () => {
    expect(otherPlaces(lost(0), 'Nothing of it.')).toEqual([])
  })
})

describe('nextUnsettled', () => {
  const notes = [
    noteWith('a', [lost(3)]),
    noteView({ id: 'b' }),
    noteWith('c', [lost(8, 0), lost(9, 2)]),
    noteWith('d', [lost(9)], { state: 'retired' }),
  ]
  it.each<[string, { noteId: string; ordinal: number } | null, string, number]>([
    ['the first one', null, 'a', 0],
    ['the next note', { noteId: 'a', ordinal: 0 }, 'c', 0],
    ['the next place of the same note', { noteId: 'c', ordinal: 0 }, 'c', 2],
    ['the first again after the last', { noteId: 'c', ordinal: 2 }, 'a', 0],
    ['the next below a note without any', { noteId: 'b', ordinal: 0 }, 'c', 0],
    ['the next below a place that was settled', { noteId: 'a', ordinal: 7 }, 'a', 0],
  ])('gives %s', (_name, current, noteId, ordinal) => {
    expect(nextUnsettled(notes, current)).toEqual({ noteId, ordinal })
  })

  it('gives nothing where all is settled', () => {
    expect(nextUnsettled([noteView()], null)).toBeNull()
  })
})

describe('contextOf', () => {
  it('cuts between words, and says that there is more', () => {
    const text = `${'word '.repeat(20)}here${' more'.repeat(20)}`
    const { before, after } = contextOf(text, { start: 100, end: 104 })
    expect(before).toMatch(/^…(word )+$/)
    expect(after).toMatch(/^( more)+…$/)
  })

  it('is whole at the ends of the text', () => {
    expect(contextOf('One two three', { start: 4, end: 7 })).toEqual({
      before: 'One ',
      after: ' three',
    })
  })
})

describe('firstOffset', () => {
  it.each([
    ['its first words', noteView({ start: 7 }), 7],
    ['the new words', noteWith('a', [anchor()]), 10],
    ['where its words were', noteWith('a', [lost(3)]), 3],
  ])('is that of %s', (_name, note, offset) => expect(firstOffset(note)).toBe(offset))
})

describe('what is to settle for one person', () => {
  const maren = { id: 'maren', name: 'Maren', role: 'checker' } as unknown as Actor
  const notes = [
    noteWith('a', [lost(1)], { ownerId: 'ines' }),
    noteWith('b', [lost(2)]),
    noteWith('c', [lost(3)], { ownerId: 'ines' }),
    noteWith('d', [lost(4)]),
  ]
  const nextAfter = (id: string | null, among = notes, actor = maren) =>
    nextToSettle(among, id === null ? null : { noteId: id, ordinal: 0 }, actor)?.noteId

  it('leads to the person’s own notes, round and round', () => {
    expect([null, 'b', 'd'].map(id => nextAfter(id))).toEqual(['b', 'd', 'b'])
    expect(nextAfter('c')).toBe('d')
  })
  it('leads to those of others where none is the person’s', () => {
    const others = notes.filter(({ ownerId }) => ownerId === 'ines')
    expect([null, 'a'].map(id => nextAfter(id, others))).toEqual(['a', 'c'])
  })
  it('leads an editor to all', () =>
    expect(nextAfter(null, notes, { ...maren, role: 'editor' })).toBe('a'))
  it('counts the person’s own apart', () =>
    expect(countToSettle(notes, maren)).toEqual({ all: 4, own: 2 }))
})
