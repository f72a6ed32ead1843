import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignLanes, laneCount } from '@/lib/editor/lanes'

const note = (id: string, ...spans: [number, number][]) => ({
  id,
  spans: spans.map(([start, end]) => ({ start, end })),
})
const lanesOf = (...notes: ReturnType<typeof note>[]) => [...assignLanes(notes).values()]

describe('assignLanes', () => {
  it.each([
    ['gives notes apart the same lane', [note('a', [0, 5]), note('b', [5, 9])], [0, 0]],
    ['gives overlapping notes lanes of their own', [note('a', [0, 5]), note('b', [4, 9])], [0, 1]],
    ['gives identical notes lanes of their own', [note('a', [0, 5]), note('b', [0, 5])], [0, 1]],
    [
      'gives a lane back where the note in it has ended',
      [note('a', [0, 5]), note('b', [3, 9]), note('c', [6, 12])],
      [0, 1, 0],
    ],
    [
      'lets a fourth note share the last lane',
      [note('a', [0, 9]), note('b', [0, 9]), note('c', [0, 9]), note('d', [0, 9])],
      [0, 1, 2, 2],
    ],
    [
      'keeps one lane for all places of a note',
      [note('a', [20, 30]), note('b', [0, 5], [25, 35])],
      [0, 1],
    ],
  ])('%s', (_name, notes, lanes) => {
    expect(lanesOf(...notes)).toEqual(lanes)
  })
})

describe('assignLanes, however many notes there are', () => {
  const span = fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => ({ start, end: start + length }))
  const notes = fc
    .array(fc.array(span, { minLength: 1, maxLength: 3 }), { maxLength: 25 })
    .map(all => all.map((spans, index) => ({ id: `n${index}`, spans })))

  it('gives each the first lane that no earlier note on its words has', () => {
    fc.assert(
      fc.property(notes, all => {
        const lanes = assignLanes(all)
        all.forEach(({ id, spans }, index) => {
          const met = all.slice(0, index).filter(other => meets(other.spans, spans))
          const taken = new Set(met.map(other => lanes.get(other.id)))
          const free = Array.from({ length: laneCount }, (_, lane) => lane).find(
            lane => !taken.has(lane),
          )
          expect(lanes.get(id)).toBe(free ?? laneCount - 1)
        })
      }),
    )
  })
})

type Spans = readonly { start: number; end: number }[]
const meets = (a: Spans, b: Spans) =>
  a.some(one => b.some(other => one.start < other.end && other.start < one.end))
