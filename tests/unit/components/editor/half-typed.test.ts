import { describe, expect, it } from 'vitest'
import { HalfTypedTexts } from '@/components/editor/half-typed'
import { memory } from './memory'

const nobody: ReadonlySet<string> = new Set()
const texts = (visit: string, storage: Storage | null, person = 'maren') =>
  new HalfTypedTexts(person, visit, storage)

describe('a half-typed text', () => {
  it('is there again when its note is opened again', () => {
    const now = texts('now', memory())
    now.keep('note', 'remark', 'Ask Ines')
    expect(now.find('note', 'remark')).toEqual({ text: 'Ask Ines', leftAt: null })
    expect(now.find('note', 'retire').text).toBe('')
    expect(now.find('other', 'remark').text).toBe('')
  })

  it('is taken up by the next visit, with when it was typed', () => {
    const storage = memory()
    texts('earlier', storage).keep('note', 'answer:thread', 'Because')
    const now = texts('now', storage)
    now.takeUp('note', 'answer:thread', nobody)
    expect(now.find('note', 'answer:thread')).toEqual({
      text: 'Because',
      leftAt: expect.stringMatching(/^\d{4}-/),
    })
    expect(storage.length).toBe(1)
  })

  it('is forgotten once it is sent', () => {
    const storage = memory()
    texts('earlier', storage).keep('note', 'remark', 'Ask')
    const now = texts('now', storage)
    now.takeUp('note', 'remark', nobody)
    now.keep('note', 'remark', '')
    expect(storage.length).toBe(0)
    expect(now.find('note', 'remark').text).toBe('')
  })

  it('keeps what was typed while the text was on its way', () => {
    const now = texts('now', memory())
    now.keep('note', 'remark', 'Ask Ines')
    now.forget('note', 'remark', 'Ask Ines')
    expect(now.find('note', 'remark').text).toBe('')
    now.keep('note', 'remark', 'Ask Ines. And Bram')
    now.forget('note', 'remark', 'Ask Ines')
    expect(now.find('note', 'remark').text).toBe('Ask Ines. And Bram')
  })

  it('never takes the place of what is typed here, and waits', () => {
    const storage = memory()
    texts('earlier', storage).keep('note', 'remark', 'Earlier')
    const now = texts('now', storage)
    now.keep('note', 'remark', 'Now')
    now.takeUp('note', 'remark', nobody)
    expect(now.find('note', 'remark').text).toBe('Now')
    now.keep('note', 'remark', '')
    now.takeUp('note', 'remark', nobody)
    expect(now.find('note', 'remark').text).toBe('Earlier')
  })

  it.each([
    ['of a visit that goes on', 'maren', new Set(['earlier'])],
    ['of another person', 'tobias', nobody],
  ])('is left alone where it is that %s', (_name, person, goingOn) => {
    const storage = memory()
    texts('earlier', storage).keep('note', 'remark', 'Earlier')
    const now = texts('now', storage, person)
    now.takeUp('note', 'remark', goingOn)
    expect(now.find('note', 'remark').text).toBe('')
    expect(storage.length).toBe(1)
  })

  it('is at risk where the browser keeps nothing, until it is sent', () => {
    const now = texts('now', null)
    now.keep('note', 'remark', 'Ask')
    expect(now.find('note', 'remark').text).toBe('Ask')
    expect(now.isAtRisk).toBe(true)
    now.keep('note', 'remark', '')
    expect(now.isAtRisk).toBe(false)
  })
})
