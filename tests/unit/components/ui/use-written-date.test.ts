import { afterEach, expect, it, vi } from 'vitest'
import { onceLeft } from '@/components/ui/use-written-date'

afterEach(() => vi.unstubAllGlobals())

it.each([
  ['the field has the focus again, as by a press on its label', true],
  ['something else has it', false],
])('acts once the press is over, unless the field is not left: %s', (_name, isBack) => {
  const field = {} as Element
  const act = vi.fn()
  let end = () => {}
  onceLeft({ after: then => (end = then) }, field, act)
  expect(act).not.toHaveBeenCalled()
  vi.stubGlobal('document', { activeElement: isBack ? field : null })
  end()
  expect(act).toHaveBeenCalledTimes(isBack ? 0 : 1)
})
