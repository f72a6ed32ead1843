import { expect, it } from 'vitest'
import { movedBy, movedTo } from '@/components/evidence/order'

const items = [...'abcd'].map(id => ({ id }))
const letters = (list: { id: string }[]) => list.map(({ id }) => id).join('')

it.each([
  ['a', 0, 'abcd'],
  ['a', 1, 'abcd'],
  ['a', 2, 'bacd'],
  ['a', 4, 'bcda'],
  ['d', 0, 'dabc'],
  ['c', 1, 'acbd'],
  ['c', 9, 'abcd'],
  ['c', -1, 'abcd'],
  ['x', 1, 'abcd'],
])('puts %s into gap %i', (id, gap, after) => {
  expect(letters(movedTo(items, id, gap))).toBe(after)
})

it.each([
  ['a', -1, 'abcd'],
  ['a', 1, 'bacd'],
  ['d', 1, 'abcd'],
  ['d', -1, 'abdc'],
] as const)('moves %s by %i', (id, step, after) => {
  expect(letters(movedBy(items, id, step))).toBe(after)
})
