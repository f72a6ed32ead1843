import { describe, expect, it } from 'vitest'
import { leftOut } from '@/lib/editor/extent-handles'

const span = (start: number, end: number) => ({ start, end })

describe('what a new extent leaves out', () => {
  it.each([
    ['nothing where it is wider', span(5, 10), span(0, 20), []],
    ['the beginning', span(5, 10), span(7, 12), [span(5, 7)]],
    ['the end', span(5, 10), span(2, 8), [span(8, 10)]],
    ['both', span(5, 10), span(6, 8), [span(5, 6), span(8, 10)]],
  ])('is %s', (_name, before, after, left) => {
    expect(leftOut(before, after)).toEqual(left)
  })
})
