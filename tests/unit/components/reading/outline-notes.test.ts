import { describe, expect, it } from 'vitest'
import { notesOfParts } from '@/components/reading/outline-notes'
import type { Part } from '@/lib/document/outline'
import { defaultScale } from '@/lib/domain/scales'
import { noteView } from '@/tests/unit/components/editor/note-view'

const part = (start: number): Part => ({ title: '', level: 2, start, block: 0, paragraph: 1 })
const parts = [part(0), part(100), part(200)]

describe('the notes of each part', () => {
  it('stand where they begin, each with its verdict', () => {
    const notes = [
      noteView({ id: 'a', start: 98, ratingKey: 'false' }),
      noteView({ id: 'b', start: 100, ratingKey: 'false' }),
      noteView({ id: 'c', start: 150, ratingKey: 'mostly-true' }),
      noteView({ id: 'd', start: 160, ratingKey: 'false' }),
    ]
    const found = notesOfParts(parts, notes, defaultScale.ratings)
    expect(found.map(({ words }) => words)).toEqual([
      '1 note: False',
      '3 notes: 2 False, Mostly true',
      'no notes',
    ])
    expect(found[1]?.signs.map(({ id, tint }) => `${id} ${tint}`)).toEqual([
      'b false',
      'c mostly-true',
      'd false',
    ])
  })

  it('tell a mark to check from a note without a verdict', () => {
    const notes = [noteView({ id: 'a', state: 'to_check' }), noteView({ id: 'b' })]
    expect(notesOfParts(parts, notes, defaultScale.ratings)[0]?.words).toBe(
      '2 notes: To check, No verdict',
    )
  })

  it('leave retired ones out', () => {
    const notes = [noteView({ state: 'retired' })]
    expect(notesOfParts(parts, notes, defaultScale.ratings)[0]?.words).toBe('no notes')
  })
})
