import { expect, it } from 'vitest'
import { namesOf } from '@/components/work/names'

const people = ['Ruth', 'Piet', 'Ines', 'Tobias', 'Maren'].map(name => ({ id: name, name }))

it.each([
  [0, ''],
  [1, 'Ruth'],
  [3, 'Ruth, You, Ines'],
  [5, 'Ruth, You or 3 others'],
])('names %i people', (count, names) => {
  expect(namesOf(people.slice(0, count), 'Piet')).toBe(names)
})
