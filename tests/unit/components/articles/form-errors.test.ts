import { expect, it } from 'vitest'
import { errorsFrom, stillRefused } from '@/components/articles/form-errors'
import { refuse } from '@/lib/domain/outcomes'

it('brings every fault to its field, and those of no field together', () => {
  const faults = [
    { path: 'details.title', message: 'Give it a title.' },
    { path: 'details.title', message: 'A second fault of the same field.' },
    { path: 'blocks.3.text', message: 'A block needs words.' },
    { path: 'details.toString', message: 'No such field.' },
    { path: '', message: 'Something as a whole.' },
  ]
  expect(errorsFrom({ faults })).toEqual({
    text: 'A block needs words.',
    details: { title: 'Give it a title.' },
    rest: ['No such field.', 'Something as a whole.'],
  })
})

it('finds nothing in a refusal without faults', () => {
  expect(errorsFrom({})).toEqual({ text: undefined, details: {}, rest: [] })
})

it('is refused until all that was wrong is mended, and as long as it is where nothing was named', () => {
  const refused = refuse('invalid', 'No', [{ path: 'details.title', message: 'Give it a title.' }])
  expect(stillRefused(refused, errorsFrom(refused))).toBe(refused)
  expect(stillRefused(refused, errorsFrom({}))).toBeNull()
  expect(stillRefused(refuse('unreachable'), errorsFrom({}))).toEqual(refuse('unreachable'))
})
