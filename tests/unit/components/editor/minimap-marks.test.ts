import { describe, expect, it } from 'vitest'
import { minimapMarks, nearestMark } from '@/components/editor/minimap-marks'
import { defaultScale } from '@/lib/domain/scales'
import { noteView } from './note-view'

const draw = (notes: Parameters<typeof minimapMarks>[0]) =>
  minimapMarks(notes, new Map(), defaultScale.ratings)

describe('the marks of the minimap', () => {
  it('look as their verdicts do, and lie one below the other on the same words', () => {
    const notes = [noteView({ id: 'a', ratingKey: 'false' }), noteView({ id: 'b', start: 2 })]
    expect(draw(notes)).toEqual([
      { noteId: 'a', start: 0, end: 5, look: 'false', row: 0 },
      { noteId: 'b', start: 2, end: 7, look: 'none', row: 1 },
    ])
  })

  it('show what is being written', () => {
    const drafts = new Map([['note', { anchors: [{ start: 8, end: 9 }], ratingKey: 'true' }]])
    expect(minimapMarks([noteView()], drafts, defaultScale.ratings)).toEqual([
      { noteId: 'note', start: 8, end: 9, look: 'true', row: 0 },
    ])
  })
})

describe('nearestMark', () => {
  const marks = draw([
    noteView({ id: 'a', start: 0 }),
    noteView({ id: 'b', start: 100 }),
    noteView({ id: 'c', start: 100 }),
  ])
  it.each([
    ['opens the note that lies there', 3, 0, 'a'],
    ['opens the nearer of two', 60, 0, 'b'],
    ['opens the one in the row that was clicked', 102, 1, 'c'],
  ])('%s', (_name, offset, row, id) => expect(nearestMark(marks, offset, row)).toBe(id))
  it('is nothing without notes', () => expect(nearestMark([], 3, 0)).toBeNull())
})
