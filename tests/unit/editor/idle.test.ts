import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { afterPaint } from '@/lib/editor/idle'

let frames: (() => void)[]
const run = vi.fn()

function page(hidden: boolean): void {
  frames = []
  vi.stubGlobal('document', { hidden })
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => frames.push(act))
  vi.stubGlobal('cancelAnimationFrame', (at: number) => frames.splice(at - 1, 1))
}

beforeEach(() => {
  vi.useFakeTimers()
  run.mockReset()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('runs in the turn after the next frame, which paints what is there', () => {
  page(false)
  afterPaint(run)
  vi.runAllTimers()
  expect(run).not.toHaveBeenCalled()
  frames.shift()?.()
  expect(run).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(run).toHaveBeenCalledOnce()
})

it('waits for no frame where nobody sees the page: there is none', () => {
  page(true)
  afterPaint(run)
  expect(run).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(run).toHaveBeenCalledOnce()
})

it.each([
  ['before the frame', false, false],
  ['after the frame', false, true],
  ['in a page that nobody sees', true, false],
])('runs no more once it is taken back, %s', (_name, hidden, isPainted) => {
  page(hidden)
  const cancel = afterPaint(run)
  if (isPainted) frames.shift()?.()
  cancel()
  frames.shift()?.()
  vi.runAllTimers()
  expect(run).not.toHaveBeenCalled()
})
