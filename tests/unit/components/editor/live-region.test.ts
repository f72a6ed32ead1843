import { expect, it } from 'vitest'
import { besideWords } from '@/components/editor/live-region'

it.each([
  ['in the margin after the words', { left: 100, right: 700 }, 1200, { left: 712, right: 1188 }],
  [
    'in the margin before them, where they are read from there',
    { left: 500, right: 1100 },
    1200,
    { left: 12, right: 488 },
  ],
  ['nowhere beside them where there is no margin', { left: 18, right: 372 }, 390, null],
])('stands %s', (_name, words, width, place) => {
  expect(besideWords(words, width)).toEqual(place)
})
