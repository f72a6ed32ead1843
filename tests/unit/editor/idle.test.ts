import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { afterPaint } from '@/lib/editor/idle'

let frames: (() => void)[]
const run = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  run.mockReset()
  frames = []
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => frames.push(act))
  vi.stubGlobal('cancelAnimationFrame', (at: number) => frames.splice(at - 1, 1))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('runs once, in the turn after the next frame, which paints what is there', () => {
  afterPaint(run)
  vi.advanceTimersByTime(500)
  frames.shift()?.()
  expect(run).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(run).toHaveBeenCalledOnce()
})

it('waits a second for a frame and no longer: there is none where nobody sees the page', () => {
  afterPaint(run)
  vi.advanceTimersByTime(999)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(run).toHaveBeenCalledOnce()
})

it.each([false, true])('runs no more once it is taken back; after the frame: %s', isPainted => {
  const cancel = afterPaint(run)
  if (isPainted) frames.shift()?.()
  cancel()
  frames.shift()?.()
  vi.runAllTimers()
  expect(run).not.toHaveBeenCalled()
})
