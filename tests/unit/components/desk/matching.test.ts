import { expect, it } from 'vitest'
import { isMatch, queryOf } from '@/components/desk/matching'

it.each([
  ['', ['anything'], true],
  ['harbour', ['The Harbour budget'], true],
  ['courier harbour', ['The harbour budget', 'Alderwick Courier'], true],
  ['harbour ferry', ['The harbour budget', 'Alderwick Courier'], false],
  ['cafe', ['Le café'], true],
  ['бюджет', ['Бюджет порта'], true],
])('asks %j of %j', (query, texts, matches) => {
  expect(isMatch(query, texts)).toBe(matches)
})

it.each([
  [undefined, ''],
  [' a ', 'a'],
  [['b', 'c'], 'b'],
  [[], ''],
])('reads the parameter %j', (parameter, query) => {
  expect(queryOf(parameter)).toBe(query)
})
