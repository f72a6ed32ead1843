import { expect, it } from 'vitest'
import { directionFor } from '@/components/articles/direction'

it.each([
  ['en', '', 'ltr'],
  ['ar', '', 'rtl'],
  ['az-Arab', '', 'rtl'],
  ['en', 'עברית', 'ltr'],
  ['', '', 'ltr'],
  ['', 'Text', 'ltr'],
  ['', '“2015”: נמל', 'rtl'],
  ['not a tag', 'نص', 'rtl'],
])('writes %j as its language or its first letter: %j', (tag, text, direction) => {
  expect(directionFor(tag, text)).toBe(direction)
})
