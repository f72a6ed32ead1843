import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { afterPress, watchPresses } from '@/components/ui/pressing'

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
