import { describe, expect, it } from 'vitest'
import { rowCount, ticksOf } from '@/lib/site/strip'
import { viewOf } from '@/lib/site/views'
import { snapshotOf } from '@/tests/support/snapshots'

/** A text of a thousand characters with a note on each of these stretches. */
function ticksAt(...places: [start: number, length: number][]) {
  const text = Array.from({ length: 1000 }, (_, index) => String.fromCharCode(0x4e00 + index)).join(
    '',
  )
  const notes = places.map(([start, length], index) => ({
    key: `k${index}`,
    words: [text.slice(start, start + length)],
  }))
  return ticksOf(viewOf(snapshotOf([text], notes), 'https://courier.example'))
}

describe('the strip', () => {
  it('places notes in hundredths of the text', () => {
    expect(ticksAt([250, 20])).toMatchObject([{ key: 'k0', at: 25, length: 2 }])
  })

  it('puts ticks that would touch into rows, more of them on a narrow screen', () => {
    const ticks = ticksAt([100, 10], [140, 10], [145, 10], [500, 10])
    expect(ticks.map(tick => tick.wideRow)).toEqual([0, 0, 1, 0])
    expect(ticks.map(tick => tick.narrowRow)).toEqual([0, 1, 2, 0])
  })

  it('keeps the room of a tick at the very end', () => {
    const ticks = ticksAt([950, 10], [990, 10])
    expect(ticks.map(tick => tick.narrowRow)).toEqual([0, 1])
  })

  it('is left out where it would have more rows than four', () => {
    expect(rowCount([0, 1, 2, 3])).toBe(4)
    expect(rowCount([0, 1, 2, 3, 4])).toBe(0)
  })
})
