import { describe, expect, it } from 'vitest'
import { runsAgainst } from '@/components/annotations/word-runs'

const marked = (text: string, other: string) =>
  runsAgainst(text, other)
    .map(({ words, isNew }) => (isNew ? `[${words.trimEnd()}]` : words.trimEnd()))
    .join(' ')

describe('runsAgainst', () => {
  it.each([
    [
      'To quote either alone gives half.',
      'To quote either alone says half.',
      'To quote either alone [gives] half.',
    ],
    ['Same words.', 'Same words.', 'Same words.'],
    ['All new.', '', '[All new.]'],
    ['', 'Gone.', ''],
    ['One two three', 'two', '[One] two [three]'],
  ])('marks what is not in the other text: %s', (text, other, expected) => {
    expect(marked(text, other)).toBe(expected)
  })

  it('gives back every word of the text', () => {
    const text = 'A  text with\nodd   space.'
    expect(
      runsAgainst(text, 'another text')
        .map(({ words }) => words)
        .join(''),
    ).toBe(text)
  })
})
