import { expect, it } from 'vitest'
import { beginGlide } from '@/components/editor/use-glide'

/** An element whose animations are as far as `progress` says; null: they are over. */
function elementAt(progress: number | null) {
  const seen: string[][] = []
  let cancelled = 0
  const animate = (frames: { translate: string[] }) => {
    seen.push(frames.translate)
    return { effect: { getComputedTiming: () => ({ progress }) }, cancel: () => cancelled++ }
  }
  const element = { animate } as unknown as HTMLElement
  return { element, seen, cancelled: () => cancelled }
}

it('is seen where it stood, and then where it stands', () => {
  const { element, seen } = elementAt(null)
  beginGlide(element, -40, null)
  expect(seen).toEqual([['0 -40px', '0 0']])
})

it('goes on from where it is seen when it is sent elsewhere on the way', () => {
  const { element, seen, cancelled } = elementAt(0.75)
  beginGlide(element, 10, beginGlide(element, -40, null))
  expect(seen[1]).toEqual(['0 0px', '0 0'])
  expect(cancelled()).toBe(1)
})

it('begins anew once the last glide is over', () => {
  const { element, seen } = elementAt(null)
  beginGlide(element, 10, beginGlide(element, -40, null))
  expect(seen[1]).toEqual(['0 10px', '0 0'])
})
