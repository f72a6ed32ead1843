import { describe, expect, it } from 'vitest'
import {
  countStates,
  emptySentence,
  filterNotes,
  noFilters,
  notesThrough,
} from '@/components/editor/filters'
import { reasonOfUndoing } from '@/lib/domain/review'
import { defaultScale } from '@/lib/domain/scales'
import { lostPlace, noteView } from './note-view'

const notes = [
  noteView({ id: 'a', state: 'approved', ratingKey: 'false' }),
  noteView({ id: 'b', state: 'draft', ownerId: 'ines' }),
  noteView({ id: 'c', state: 'retired', ratingKey: 'false' }),
]
const idsWith = (filters: Partial<typeof noFilters>) =>
  filterNotes(notes, { ...noFilters, ...filters }).map(({ id }) => id)

describe('filterNotes', () => {
  it('shows all but the retired', () => expect(idsWith({})).toEqual(['a', 'b']))
  it('shows the retired when asked', () => expect(idsWith({ state: 'retired' })).toEqual(['c']))
  it('shows nothing of a note whose making was undone', () => {
    const undone = { ...noteView({ id: 'd', state: 'retired' }), retiredReason: reasonOfUndoing }
    const filters = { ...noFilters, state: 'retired' as const }
    expect(filterNotes([...notes, undone], filters).map(({ id }) => id)).toEqual(['c'])
    expect(countStates([undone])).toEqual(countStates([]))
  })
  it('goes by verdict', () => expect(idsWith({ rating: 'false' })).toEqual(['a']))
  it('finds the notes that are to be settled', () => {
    const open = { ...noteView({ id: 'd' }), unsettled: [lostPlace] }
    const retired = { ...noteView({ id: 'e', state: 'retired' }), unsettled: [lostPlace] }
    const found = filterNotes([...notes, open, retired], { ...noFilters, state: 'unsettled' })
    expect(found.map(({ id }) => id)).toEqual(['d'])
  })
  it('finds notes without a verdict', () => expect(idsWith({ rating: 'none' })).toEqual(['b']))
  it.each([
    ['finds the words of a claim, of a quote and of a name', 'output maren', ['a']],
    ['takes no account of capitals and accents', 'OÚTPUT', ['a', 'b']],
    ['wants every word', 'output nowhere', []],
    ['takes white space for no words', '  ', ['a', 'b']],
  ])('%s', (_name, words, ids) => expect(idsWith({ words })).toEqual(ids))
  it('goes by person', () => expect(idsWith({ personId: 'ines' })).toEqual(['b']))
})

describe('notesThrough', () => {
  it('is the same list whichever of its notes is open, and takes in an open one that is filtered out', () => {
    const filters = { ...noFilters, rating: 'false' }
    const shown = notesThrough(notes, filters, null)
    expect(notesThrough(notes, filters, 'a')).toBe(shown)
    expect(notesThrough(notes, filters, 'b').map(({ id }) => id)).toEqual(['a', 'b'])
    expect(notesThrough(notes, noFilters, null).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})

describe('countStates', () => {
  it('counts every state, and names the retired only where there are any', () => {
    expect(countStates(notes).find(({ state }) => state === 'approved')?.count).toBe(1)
    expect(countStates(notes.slice(0, 2)).map(({ state }) => state)).not.toContain('retired')
  })
  it('counts a note to be settled in no state, and shows it in none', () => {
    const open = { ...noteView({ id: 'd', state: 'draft' }), unsettled: [lostPlace] }
    const draft = { ...noFilters, state: 'draft' as const }
    expect(countStates([...notes, open])).toEqual(countStates(notes))
    expect(filterNotes([...notes, open], draft).map(({ id }) => id)).toEqual(['b'])
  })
})

describe('emptySentence', () => {
  it.each([
    [{ ...noFilters, state: 'approved', rating: 'false' }, 'No note is approved and false.'],
    [{ ...noFilters, state: 'unsettled' }, 'No note is to settle.'],
    [{ ...noFilters, rating: 'none' }, 'No note is without a verdict.'],
    [{ ...noFilters, personId: 'ines', state: 'draft' }, 'No note by Ines is a draft.'],
    [{ ...noFilters, personId: 'ines' }, 'No note by Ines is here.'],
    [{ ...noFilters, words: ' ferry ' }, 'No note with “ferry” is here.'],
    [{ ...noFilters, words: 'ferry', state: 'draft' }, 'No note with “ferry” is a draft.'],
  ] as const)('says what was looked for (%#)', (filters, sentence) => {
    const people = [{ id: 'ines', name: 'Ines' }]
    expect(emptySentence(filters, defaultScale.ratings, people)).toBe(sentence)
  })
})
