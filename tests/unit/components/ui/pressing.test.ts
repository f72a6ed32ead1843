import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { afterLeaving, afterPress, watchPresses } from '@/components/ui/pressing'

let page: EventTarget
const tell = (name: string) => page.dispatchEvent(new Event(name))

beforeEach(() => {
  page = new EventTarget()
  vi.stubGlobal('document', page)
  watchPresses()
})
afterEach(() => {
  tell('pointerup')
  vi.unstubAllGlobals()
})

it('acts at once where nothing is pressed', () => {
  const act = vi.fn()
  afterPress(act)
  expect(act).toHaveBeenCalledOnce()
})

it.each(['pointerup', 'pointercancel'])(
  'acts after the click that a press is, at %s',
  async end => {
    const done: string[] = []
    tell('pointerdown')
    afterPress(() => done.push('said'))
    page.addEventListener('click', () => done.push('clicked'))
    tell(end)
    tell('click')
    await vi.waitFor(() => expect(done).toEqual(['clicked', 'said']))
    tell(end)
    afterPress(() => done.push('said at once'))
    expect(done.at(-1)).toBe('said at once')
  },
)

it.each([
  ['the field has the focus again, as by a press on its label', true],
  ['something else has it', false],
])('acts on a field that was left, unless it is back: %s', async (_name, isBack) => {
  const field = {} as Element
  const act = vi.fn()
  tell('pointerdown')
  afterLeaving(field, act)
  Object.assign(page, { activeElement: isBack ? field : null })
  tell('pointerup')
  await new Promise(resolve => setTimeout(resolve))
  expect(act).toHaveBeenCalledTimes(isBack ? 0 : 1)
})
