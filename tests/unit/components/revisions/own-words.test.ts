import { expect, it } from 'vitest'
import { markOwnWords } from '@/components/revisions/own-words'
import { compareWords } from '@/lib/domain/anchoring/comparison'

/** The note's words in ‹ ›, what is not on the other side in [ ]. */
const drawn = (sentence: string, words: string, other: string) =>
  markOwnWords(compareWords(sentence, other).older, words)
    .map(({ text, mark, isOwn }) => {
      const own = isOwn ? `‹${text}›` : text
      return mark ? `[${own}]` : own
    })
    .join('')

it.each([
  [
    'among words that are the same',
    'It fell to 9 percent.',
    'fell to 9',
    'It fell to 9 percent.',
    'It ‹fell to 9› percent.',
  ],
  [
    'beside words that are not',
    'It never fell to 9 percent.',
    'fell to 9',
    'It fell to 9 percent.',
    'It [never ]‹fell to 9› percent.',
  ],
  [
    'that are a whole sentence',
    'It fell to 9.',
    'It fell to 9.',
    'It fell to 9.',
    '‹It fell to 9.›',
  ],
])('finds the words of a note %s', (_name, sentence, words, other, expected) => {
  expect(drawn(sentence, words, other)).toBe(expected)
})

it.each([
  ['stand there twice', 'It fell, and he fell.', 'fell'],
  ['do not stand there', 'It rose.', 'fell'],
  ['are none', 'It rose.', ''],
])('takes no words for them where they %s', (_name, sentence, words) => {
  expect(drawn(sentence, words, sentence)).toBe(sentence)
})
