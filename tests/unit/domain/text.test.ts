import { describe, expect, it } from 'vitest'
import { findUnstorable, inQuotes, oneLine, storableText } from '@/lib/domain/text'

describe('findUnstorable', () => {
  it.each([
    ['plain', null],
    ['🚢', null],
    ['e\u0301 \u200d \ufeff \u202e', null],
    ['a\u0000b', 'zero_byte'],
    ['\ud83d', 'lone_surrogate'],
    ['\udea2', 'lone_surrogate'],
    ['\udea2\ud83d', 'lone_surrogate'],
    ['🚢\ud83d', 'lone_surrogate'],
    ['\ud83d🚢', 'lone_surrogate'],
  ])('of %j is %s', (text, fault) => {
    expect(findUnstorable(text)).toBe(fault)
  })
})

describe('a text', () => {
  it('may be as long as its limit and not longer', () => {
    expect(storableText(3).safeParse('abc').success).toBe(true)
    expect(storableText(3).safeParse('abcd').error?.issues[0]?.message).toBe(
      'Keep this to 3 characters.',
    )
  })

  it('is one line where it is meant to be', () => {
    expect(oneLine(20).parse(' a\r\n b\u2028c ')).toBe('a b c')
  })
})

describe('inQuotes', () => {
  it.each([
    ['rose by 4%', '“rose by 4%”'],
    ['“rose by 4%”', '“rose by 4%”'],
    ['"rose by 4%"', '"rose by 4%"'],
    ['„stieg um 4 %“', '„stieg um 4 %“'],
    ['« monte de 4 % »', '« monte de 4 % »'],
    ['“rose” and “fell”', '““rose” and “fell””'],
    ['“rose” by 4%', '““rose” by 4%”'],
    ['“rose', '““rose”'],
  ])('shows %s as %s', (words, quoted) => {
    expect(inQuotes(words)).toBe(quoted)
  })
})
