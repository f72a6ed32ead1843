import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Press } from '@/lib/editor/press'

let page: EventTarget & { defaultView: EventTarget }
let place: EventTarget & { ownerDocument: unknown }
let over: ReturnType<typeof vi.fn<() => void>>
let press: Press

const pointer = (name: string, parts: object = {}) =>
  Object.assign(new Event(name), { button: 0, buttons: 1, pointerId: 1, ...parts })
const down = (parts?: object) => place.dispatchEvent(pointer('pointerdown', parts))
const tell = (name: string, parts?: object) => page.dispatchEvent(pointer(name, parts))

beforeEach(() => {
  vi.useFakeTimers()
  page = Object.assign(new EventTarget(), { defaultView: new EventTarget() })
  place = Object.assign(new EventTarget(), { ownerDocument: page })
  over = vi.fn()
  press = new Press(place as unknown as HTMLElement, over)
})
afterEach(() => {
  press.stop()
  vi.useRealTimers()
})

it('acts at once where nothing is pressed', () => {
  const act = vi.fn()
  press.after(act)
  expect(act).toHaveBeenCalledOnce()
})

describe('a press', () => {
  it.each<[string, () => void]>([
    ['is let go', () => tell('pointerup')],
    ['is taken over by the browser, as to scroll', () => tell('pointercancel')],
    ['was let go outside of the window', () => tell('pointermove', { buttons: 0 })],
    [
      'is under way while the window is left',
      () => page.defaultView.dispatchEvent(new Event('blur')),
    ],
  ])('is over once it %s, after the click', (_name, end) => {
    const done: string[] = []
    over.mockImplementation(() => done.push('over'))
    down()
    press.after(() => done.push('said'))
    expect(press.isHeld).toBe(true)
    end()
    expect(press.isHeld).toBe(false)
    done.push('clicked')
    vi.runAllTimers()
    expect(done).toEqual(['clicked', 'said', 'over'])
  })

  it.each<[string, () => void]>([
    ['the pointer moves', () => tell('pointermove')],
    ['another is let go', () => tell('pointerup', { pointerId: 2 })],
    [
      'one of two fingers is lifted',
      () => {
        down({ pointerId: 2 })
        tell('pointerup', { pointerId: 2 })
      },
    ],
    [
      'another begins at once',
      () => {
        tell('pointerup')
        down()
      },
    ],
  ])('is not over while %s', (_name, happen) => {
    const act = vi.fn()
    down()
    press.after(act)
    happen()
    vi.runAllTimers()
    expect([act.mock.calls, over.mock.calls]).toEqual([[], []])
    tell('pointerup')
    vi.runAllTimers()
    expect(act).toHaveBeenCalledOnce()
  })

  it('is none with another button, or elsewhere', () => {
    down({ button: 2 })
    tell('pointerdown')
    expect(press.isHeld).toBe(false)
  })
})

it('calls nothing once it is stopped, however many presses have just ended', () => {
  down()
  press.after(over)
  tell('pointerup')
  down()
  tell('pointerup')
  press.stop()
  vi.runAllTimers()
  expect(over).not.toHaveBeenCalled()
})
