import { expect, it } from 'vitest'
import { ratingIcons } from '@/lib/domain/rating-icons'
import { tints } from '@/lib/domain/scales'

it('draws every tint, and none, unlike all the others', () => {
  const names = [...tints, 'none'] as const
  const drawings = names.map(name => JSON.stringify(ratingIcons[name]))
  expect(new Set(drawings).size).toBe(names.length)
})
