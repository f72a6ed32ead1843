import { describe, expect, it } from 'vitest'
import {
  keepPlace,
  lastPlace,
  type Place,
  readingLine,
  scrollToLine,
} from '@/components/reading/places'

function browser(kept: Record<string, string> = {}) {
  const store = new Map(Object.entries(kept))
  return {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
  }
}

describe('the place where somebody stopped reading', () => {
  const place: Place = { revisionId: 'r1', paragraph: 17 }

  it('comes back in the same text', () => {
    const storage = browser()
    keepPlace(storage, 'k', place)
    expect(lastPlace(storage, 'k', 'r1')).toEqual(place)
  })

  it.each([
    ['the text is another by now', browser({ k: JSON.stringify(place) }), 'r2'],
    ['nothing was kept', browser(), 'r1'],
    ['what was kept is no place', browser({ k: '{"paragraph":-1' }), 'r1'],
    ['the browser keeps nothing', null, 'r1'],
  ])('is forgotten where %s', (_title, storage, revisionId) => {
    expect(lastPlace(storage, 'k', revisionId)).toBeNull()
  })

  it('is let go in silence by a browser whose room is full', () => {
    const full = {
      ...browser(),
      setItem() {
        throw new Error('QuotaExceededError')
      },
    }
    expect(() => keepPlace(full, 'k', place)).not.toThrow()
  })
})

describe('the line on which somebody reads', () => {
  const page = { upper: 100, lower: 900, scrollable: 4000 }

  it.each([
    ['below the bars at the beginning', 0, 100],
    ['in the middle half way', 2000, 500],
    ['at the lower edge at the end', 4000, 900],
    ['where a page that bounces ends', 4100, 900],
  ])('is %s', (_title, scrolled, expected) => {
    expect(readingLine({ ...page, scrolled })).toBe(expected)
  })

  it('is below the bars on a page that does not scroll', () => {
    expect(readingLine({ ...page, scrolled: 0, scrollable: 0 })).toBe(100)
  })

  it.each([200, 1500, 3000])('meets what stood at %i px when one comes back to it', top => {
    const scrolled = scrollToLine(top, { ...page, scrolled: 0 })
    expect(readingLine({ ...page, scrolled })).toBeCloseTo(top - scrolled)
  })
})
