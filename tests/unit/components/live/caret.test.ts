import { afterEach, expect, it, vi } from 'vitest'
import { keepingCaret } from '@/components/live/caret'

/** A field of the browser's own, as far as a caret goes. A browser puts the caret behind words that are put in. */
class Field {
  isConnected = true
  selectionStart: number | null = 3
  value = 'Coast'
  constructor(readonly name: string) {}
  closest(selectors: string): this | null {
    return selectors.split(', ').includes(`.open ${this.name}`) ? this : null
  }
  focus(): void {}
  setSelectionRange(start: number): void {
    if (this.selectionStart === null) throw new Error('This field has no caret.')
    this.selectionStart = start
  }
  become(value: string): void {
    this.value = value
    this.selectionStart &&= value.length
  }
}
class Input extends Field {}
class TextArea extends Field {}

afterEach(() => vi.unstubAllGlobals())

function stand(field: Field): void {
  vi.stubGlobal('HTMLInputElement', Input)
  vi.stubGlobal('HTMLTextAreaElement', TextArea)
  vi.stubGlobal('document', { activeElement: field, body: {} })
}

it.each([
  ['line', new Input('input')],
  ['field', new TextArea('textarea')],
])('stays where it was in a %s whose words change', (_kind, field) => {
  stand(field)
  keepingCaret(() => field.become('Coast Post'))
  expect(field).toMatchObject({ value: 'Coast Post', selectionStart: 3 })
})

it('is left alone where the words stay', () => {
  const field = new Input('input')
  stand(field)
  keepingCaret(() => field.setSelectionRange(5))
  expect(field.selectionStart).toBe(5)
})

it('is not looked for in a field without one', () => {
  const box = Object.assign(new Input('input'), { selectionStart: null })
  stand(box)
  keepingCaret(() => box.become('on'))
  expect(box.value).toBe('on')
})
