import { describe, expect, it } from 'vitest'
import { isSentenceSame } from '@/lib/domain/anchoring/surroundings'

const isSame = (older: string, newer: string, words: string) => {
  const spanIn = (text: string) => {
    const start = text.indexOf(words)
    return { start, end: start + words.length }
  }
  return isSentenceSame(older, spanIn(older), newer, spanIn(newer))
}

describe('isSentenceSame', () => {
  it.each<[string, string, string, string, boolean]>([
    ['the same text', 'One. He saw 312 houses.', 'One. He saw 312 houses.', '312 houses', true],
    ['a word before', 'He saw 312 houses.', 'He saw nearly 312 houses.', '312 houses', false],
    ['a word after', 'No warning came.', 'No warning came, she lied.', 'No warning came', false],
    ['a question', 'No warning came.', 'No warning came?', 'No warning', false],
    ['another sentence', 'It rose. He left.', 'It fell. He left.', 'He left', true],
    ['another line', 'It rose\nHe left\nShe came', 'It fell\nHe left\nThey came', 'He left', true],
    ['a number with a point', 'Of 4.5 it is 3.', 'Of 9.5 it is 3.', 'it is 3', false],
    ['typography', 'He said "no" twice.', 'He said “no” twice.', 'twice', true],
    ['an Arabic question before', 'هل عاد؟ نعم عاد.', 'هل ذهب؟ نعم عاد.', 'نعم عاد', true],
    [
      'a Japanese point before',
      '雨が降った。川が増えた。',
      '雪が降った。川が増えた。',
      '川が増えた',
      true,
    ],
    ['a Japanese sentence', '川が増えた。', '川が増えたのは嘘だ。', '川が増えた', false],
  ])('%s', (_, older, newer, words, isIt) => expect(isSame(older, newer, words)).toBe(isIt))
})
