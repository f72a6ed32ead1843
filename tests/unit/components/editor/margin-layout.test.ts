import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bottomOf, crowdedNotes, layOutMargin, windowOf } from '@/components/editor/margin-layout'

const gap = 8
const notes = (...wanted: number[]) =>
  wanted.map((each, index) => ({ id: `n${index + 1}`, wanted: each, height: 50 }))

const items = fc
  .array(fc.record({ wanted: fc.nat(3000), height: fc.integer({ min: 1, max: 900 }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map(all =>
    all.sort((a, b) => a.wanted - b.wanted).map((item, index) => ({ ...item, id: String(index) })),
  )

describe('layOutMargin', () => {
  it.each<[string, number[], string | null, number[]]>([
    ['leaves notes alone that have room', [0, 100, 300], null, [0, 100, 300]],
    ['shares the room between two notes on one line', [100, 100], null, [71, 129]],
    ['keeps the first note inside the margin', [0, 0], null, [0, 58]],
    ['holds the open note level, and pushes the one above up', [100, 110], 'n2', [52, 110]],
    [
      'holds the open note level, and pushes those below down',
      [100, 110, 120],
      'n1',
      [100, 158, 216],
    ],
    ['moves nothing that is out of the way', [0, 200, 400], 'n2', [0, 200, 400]],
    [
      'lets the open note give way where those above would leave the margin',
      [0, 10],
      'n2',
      [0, 58],
    ],
    ['ignores an open note that is not in the margin', [0, 100], 'elsewhere', [0, 100]],
  ])('%s', (_name, wanted, openId, tops) => {
    expect(layOutMargin(notes(...wanted), openId, gap)).toEqual(tops)
  })

  it('never lets two notes overlap or leave the margin, whichever is open', () => {
    fc.assert(
      fc.property(items, fc.nat(40), (all, open) => {
        const tops = layOutMargin(all, String(open), gap)
        expect(tops[0]).toBeGreaterThanOrEqual(0)
        all.slice(1).forEach((_, index) => {
          const bottom = (tops[index] ?? 0) + (all[index]?.height ?? 0) + gap
          expect((tops[index + 1] ?? 0) - bottom).toBeGreaterThan(-0.001)
        })
      }),
    )
  })

  it('holds the open note exactly level wherever those above it have room', () => {
    fc.assert(
      fc.property(items, fc.nat(39), (all, index) => {
        const open = all[index]
        if (!open) return
        const room = all.slice(0, index).reduce((sum, { height }) => sum + height + gap, 0)
        const tops = layOutMargin(all, open.id, gap)
        expect(tops[index]).toBeCloseTo(Math.max(open.wanted, room))
      }),
    )
  })
})

describe('crowdedNotes', () => {
  it.each<[string, number[], string[]]>([
    ['are none where all have room', [0, 100, 200], []],
    ['are none where a few push one another a little', [100, 110, 120], []],
    [
      'are those of a run in which one would stand too far from its words',
      [0, 1000, 1001, 1002, 1003, 1004, 3000],
      ['n2', 'n3', 'n4', 'n5', 'n6'],
    ],
    ['are those that the top of the margin pushes too far', [0, 0, 0, 0], ['n1', 'n2', 'n3', 'n4']],
  ])('%s', (_name, wanted, crowded) => {
    expect([...crowdedNotes(notes(...wanted), gap, 100)]).toEqual(crowded)
  })

  it('leaves no other note further from its words than that', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 500 }), (all, reach) => {
        const crowded = crowdedNotes(all, gap, reach)
        const tops = layOutMargin(all, null, gap)
        all.forEach(({ id, wanted }, index) => {
          if (!crowded.has(id))
            expect(Math.abs((tops[index] ?? 0) - wanted)).toBeLessThanOrEqual(reach + 0.001)
        })
      }),
    )
  })
})

describe('windowOf', () => {
  const tops = [0, 100, 200, 300]
  it.each<[string, [number, number], [number, number]]>([
    [
      'is the notes between two heights, and the one that reaches in from above',
      [150, 250],
      [1, 3],
    ],
    ['begins with a note that begins there', [100, 101], [0, 2]],
    ['is all of them where all are in sight', [-500, 5000], [0, 4]],
    ['is the last one below them all', [900, 1000], [3, 4]],
  ])('%s', (_name, [from, to], [first, end]) => {
    expect(windowOf(tops, from, to)).toEqual({ first, end })
  })
  it('is nothing of nothing', () => expect(windowOf([], 0, 10)).toEqual({ first: 0, end: 0 }))
})

describe('bottomOf', () => {
  it('is the end of the lowest note, which need not be the last', () => {
    expect(bottomOf([{ id: 'a', wanted: 0, height: 500 }, ...notes(100)], [0, 100])).toBe(500)
  })

  it('is nothing without notes', () => expect(bottomOf([], [])).toBe(0))
})
