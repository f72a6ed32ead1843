import { describe, expect, it } from 'vitest'
import { compareWordings, runsAgainst } from '@/components/annotations/word-runs'

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

describe('compareWordings', () => {
  it.each<[string, string, string, [string, string][]]>([
    [
      'words that took the place of others',
      'unemployment fell to 4.1 percent in June',
      'unemployment rose to 9.8 percent in July',
      [
        ['fell', 'rose'],
        ['4.1', '9.8'],
        ['June', 'July'],
      ],
    ],
    ['words that came', 'It did happen.', 'It did not happen.', [['', 'not']]],
    ['words that went', 'It nearly fell.', 'It fell.', [['nearly', '']]],
    ['all words', 'One.', 'Two three.', [['One.', 'Two three.']]],
    ['nothing where nothing changed', 'Same words.', 'Same  words.', []],
    ['single characters of a script without spaces', '増加は四倍', '増加は五倍', [['四', '五']]],
  ])('names %s', (_name, before, after, expected) => {
    const { replacements } = compareWordings(before, after)
    expect(replacements.map(each => [each.before, each.after])).toEqual(expected)
  })

  it('marks both sides by the same comparison', () => {
    const { before, after } = compareWordings('a b a c', 'a c a b')
    const common = (runs: typeof before) =>
      runs.flatMap(({ words, isNew }) => (isNew ? [] : words.trim().split(' '))).join(' ')
    expect(common(before)).toBe(common(after))
  })
})
