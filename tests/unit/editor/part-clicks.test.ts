import { describe, expect, it } from 'vitest'
import { partAt } from '@/lib/editor/part-clicks'

describe('what a click selects', () => {
  it.each<[string, 'word' | 'sentence', string, number, string | null]>([
    ['is the word', 'word', 'One ship came. Two left.', 6, 'ship'],
    [
      'is the word that a click behind its last letter lies on',
      'word',
      'One ship came.',
      8,
      'ship',
    ],
    ['is none in white space', 'word', 'One  ship', 4, null],
    ['is the sentence and not the paragraph', 'sentence', 'One came. Two left.', 12, 'Two left.'],
    ['is none in an empty line', 'sentence', 'One.\n\nTwo.', 5, null],
  ])('%s', (_name, part, text, offset, words) => {
    const span = partAt(text, offset, part, 'en')
    expect(span && text.slice(span.start, span.end)).toBe(words)
  })
})
