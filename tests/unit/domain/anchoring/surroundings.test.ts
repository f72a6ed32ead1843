import { describe, expect, it, vi } from 'vitest'
import { judgePlacement } from '@/lib/domain/anchoring/carrying'
import { placeSpans } from '@/lib/domain/anchoring/placements'
import { findChangedSentence } from '@/lib/domain/anchoring/surroundings'

const passage = (text: string, words: string) => {
  const start = text.indexOf(words)
  return { text, span: { start, end: start + words.length } }
}

const sentenceOf = (older: string, newer: string, words: string, language = 'en') =>
  findChangedSentence(passage(older, words), passage(newer, words), language)

describe('the sentence around words is the same or not', () => {
  it.each<[string, string, string, string, boolean]>([
    ['the same text', 'One. He saw 312 houses.', 'One. He saw 312 houses.', '312 houses', true],
    ['a word before', 'He saw 312 houses.', 'He saw nearly 312 houses.', '312 houses', false],
    ['a word after', 'No warning came.', 'No warning came, she lied.', 'No warning came', false],
    ['a question', 'No warning came.', 'No warning came?', 'No warning', false],
    ['the sentence before', 'It rose. He left.', 'It fell. He left.', 'He left', true],
    ['another line', 'It rose\nHe left\nShe came', 'It fell\nHe left\nThey came', 'He left', true],
    ['a number with a point', 'Of 4.5 it is 3.', 'Of 9.5 it is 3.', 'it is 3', false],
    [
      'words before a title or initials',
      'A study by the U.S. agency and Dr. Hale says that vaccines cause autism.',
      'No study by the U.S. agency and Dr. Hale says that vaccines cause autism.',
      'vaccines cause autism',
      false,
    ],
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
  ])('%s', (_, older, newer, words, isIt) =>
    expect(sentenceOf(older, newer, words) === null).toBe(isIt),
  )
})

describe('a changed sentence', () => {
  it.each([
    [
      'another sentence about something else',
      'Crime rose by [12 percent] in the year to March.',
      'Wages fell in Kent and Essex by [12 percent] last month alone.',
    ],
    [
      'another name',
      'Hamburg handled [300 ships] in June.',
      'In the war the navy of Russia lost [300 ships].',
    ],
    [
      'a negation',
      'Vaccines [cause autism] in some children, she said.',
      'A large study shows no evidence at all that vaccines [cause autism].',
    ],
    [
      'another subject',
      'Germany [spent 2 percent] and France spent 3 percent.',
      'France [spent 2 percent] and Germany spent 3 percent.',
    ],
    ['a date', 'It [rose by 4 percent] in June.', 'It [rose by 4 percent] in July.'],
    [
      'who says it',
      'The ministry said that [no one died].',
      'A neighbour claimed that [no one died].',
    ],
    [
      'mostly other words, of which no rule knows any',
      'An old mill by the river was [painted red] again.',
      'Two barns above a new road were [painted red] for them.',
    ],
  ])('with %s turns what its words say, and the verdict on them does not hold', (_, was, is) => {
    const [older, newer] = [was, is].map(text => text.replace(/[[\]]/g, '')) as [string, string]
    const words = /\[(.*)\]/.exec(was)?.[1] ?? ''
    const from = passage(older, words)
    expect(sentenceOf(older, newer, words)).toMatchObject({
      before: older,
      after: newer,
      isTurned: true,
    })
    const [placed] = placeSpans(older, newer, [from.span])
    if (!placed) throw new Error('It has no place.')
    const judged = judgePlacement(words, newer, placed, 'en', from)
    expect(['changed', 'lost']).toContain(judged.placement)
  })

  it.each([
    ['a word for another', 'The bridge [was shut] early.', 'The bridge [was shut] too early.'],
    [
      'some words more',
      'The old bridge [was shut for nine days] then.',
      'The old bridge over the river [was shut for nine days] then, as people there remember.',
    ],
    [
      'other words of the same meaning',
      'Boats [waited outside] until the morning came.',
      'Boats [waited outside] till the morning came.',
    ],
  ])('with %s says the same, and the verdict holds', (_, was, is) => {
    const [older, newer] = [was, is].map(text => text.replace(/[[\]]/g, '')) as [string, string]
    const words = /\[(.*)\]/.exec(was)?.[1] ?? ''
    const from = passage(older, words)
    expect(sentenceOf(older, newer, words)).toMatchObject({ isTurned: false })
    const judged = judgePlacement(
      words,
      newer,
      { kind: 'kept', ...passage(newer, words).span },
      'en',
      from,
    )
    expect(judged).toMatchObject({ placement: 'kept', sentence: { before: older, after: newer } })
  })

  it('is looked at no further than 500 characters from the words', () => {
    const endless = 'and so it went on '.repeat(40_000)
    const [older, newer] = [`Once ${endless}the end`, `Twice ${endless}the end`]
    expect(sentenceOf(older, newer, 'the end')).toBeNull()
    const { before } = sentenceOf(older, `${older} never`, 'the end') ?? {}
    expect(before?.length).toBeLessThan(600)
  })

  it('is not looked for where all around the words is the same', () => {
    const text = `${'Long ago. '.repeat(60)}Nine ships left, he said.${' And then. '.repeat(60)}`
    const reading = vi.spyOn(String.prototype, 'charAt')
    const sentence = sentenceOf(text, `New. ${text}`, 'ships left')
    const { length } = reading.mock.calls
    reading.mockRestore()
    expect([sentence, length]).toEqual([null, 0])
  })
})
