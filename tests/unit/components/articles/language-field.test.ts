import { expect, it } from 'vitest'
import { directionFor } from '@/components/articles/language-field'

it.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['az-Arab', 'rtl'],
  ['', 'auto'],
  ['not a tag', 'auto'],
])('writes %j %s', (tag, direction) => {
  expect(directionFor(tag)).toBe(direction)
})
