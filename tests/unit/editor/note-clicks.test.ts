import { describe, expect, it } from 'vitest'
import { noteAt } from '@/lib/editor/note-clicks'

const notes = [
  { id: 'long', spans: [{ start: 0, end: 40 }] },
  { id: 'short', spans: [{ start: 10, end: 20 }] },
  {
    id: 'two places',
    spans: [
      { start: 50, end: 55 },
      { start: 12, end: 30 },
    ],
  },
]

describe('noteAt', () => {
  it.each<[string, number, string | null, string | null]>([
    ['opens the note with the fewest words there', 15, null, 'short'],
    ['goes on to the next longer one when clicked again', 15, 'short', 'two places'],
    ['goes on to the longest', 15, 'two places', 'long'],
    ['begins again after the longest', 15, 'long', 'short'],
    ['begins with the shortest where another note is open', 15, 'elsewhere', 'short'],
    ['stays with the only note there', 5, 'long', 'long'],
    ['finds no note where none rests', 45, null, null],
  ])('%s', (_name, offset, open, id) => {
    expect(noteAt(notes, offset, open)).toBe(id)
  })
})
