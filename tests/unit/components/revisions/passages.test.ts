import { expect, it } from 'vitest'
import { passagesOf } from '@/components/revisions/passages'
import type { ComparedNote } from '@/lib/domain/revisions'
import type { Rating } from '@/lib/domain/scales'

const [wasFalse, isTrue] = [{ tint: 'false' }, { tint: 'true' }] as Rating[]
const words = { start: 4, end: 9, quote: 'ships', placement: 'kept', rating: null } as const
const note: ComparedNote = {
  annotationId: 'a',
  number: 3,
  rating: isTrue ?? null,
  isFrozen: false,
  claim: '',
  older: [],
  newer: [],
  placement: 'kept',
  sentence: null,
}

const looksOf = (own: Partial<ComparedNote>) =>
  passagesOf([{ ...note, ...own }]).map(({ side, look }) => `${side} ${look}`)

it('draws on each side the verdict that was given there, not the one of today', () => {
  const older = [{ ...words, rating: wasFalse ?? null }]
  const newer = [{ ...words, placement: 'changed', rating: isTrue ?? null } as const]
  expect(looksOf({ older, newer })).toEqual(['older r-false', 'newer r-true'])
})

it('draws none on words that no verdict was given to', () => {
  expect(looksOf({ older: [words], newer: [words] })).toEqual(['older r-none', 'newer r-none'])
})

it('names the note and its place', () => {
  expect(passagesOf([{ ...note, newer: [words] }])).toMatchObject([
    { noteId: 'a', number: 3, start: 4, end: 9 },
  ])
})
