import { describe, expect, it } from 'vitest'
import { grow, paragraphAt, sentenceAt, sentencesOf, tidy, wordAt } from '@/lib/domain/segments'

const said = (text: string, language = 'en') =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end))

describe('the sentences of a text', () => {
  it.each([
    [
      'end at their points',
      'en',
      'One ship came. Two left!  Why?',
      ['One ship came.', 'Two left!', 'Why?'],
    ],
    [
      'go on after a title',
      'en',
      'Mr. Hale met Gen. Oduya. They left.',
      ['Mr. Hale met Gen. Oduya.', 'They left.'],
    ],
    [
      'go on after an initial',
      'en',
      'George W. Bush spoke. J. Hale did not.',
      ['George W. Bush spoke.', 'J. Hale did not.'],
    ],
    [
      'go on after a question that somebody said',
      'en',
      '“Why now?” he asked. Nobody knew.',
      ['“Why now?” he asked.', 'Nobody knew.'],
    ],
    [
      'keep the closing mark of a quote',
      'en',
      'He said: “We won.” They had not.',
      ['He said: “We won.”', 'They had not.'],
    ],
    [
      'keep decimals whole',
      'en',
      'It rose by 4.1 percent. It fell by 2.',
      ['It rose by 4.1 percent.', 'It fell by 2.'],
    ],
    [
      'end with the line',
      'en',
      'A heading\nA sentence. Another',
      ['A heading', 'A sentence.', 'Another'],
    ],
    ['are none where nothing is said', 'en', '* * *\n\n—', []],
    [
      'go on after a German ordinal',
      'de',
      'Am 3. Oktober war es so weit. Danach nicht.',
      ['Am 3. Oktober war es so weit.', 'Danach nicht.'],
    ],
    [
      'are told apart in Japanese',
      'ja',
      '船が来た。二隻は去った。',
      ['船が来た。', '二隻は去った。'],
    ],
    [
      'are told apart in Arabic',
      'ar',
      'وصلت السفينة. هل غادرت؟ نعم.',
      ['وصلت السفينة.', 'هل غادرت؟', 'نعم.'],
    ],
  ])('%s', (_name, language, text, expected) => {
    expect(said(text, language)).toEqual(expected)
  })
})

/** Brackets mark the span before, braces the one that is expected. */
function story(before: string, after: string) {
  const text = before.replace(/[⟦⟧]/g, '')
  const start = before.indexOf('⟦')
  const end = before.indexOf('⟧') - 1
  const from = after.indexOf('⟦')
  const to = after.indexOf('⟧') - 1
  return { text, span: { start, end }, expected: { start: from, end: to } }
}

describe('a selection that grows', () => {
  it.each([
    ['from part of a word to the word', 'The m⟦ayo⟧r said so.', 'The ⟦mayor⟧ said so.'],
    [
      'from a word to its clause',
      'Ships came, the ⟦mayor⟧ said, in May.',
      'Ships came, ⟦the mayor said⟧, in May.',
    ],
    [
      'from a clause to its sentence',
      'It rained. Ships came, ⟦the mayor said⟧, in May. It rained.',
      'It rained. ⟦Ships came, the mayor said, in May.⟧ It rained.',
    ],
    [
      'from a sentence to its paragraph',
      'A\n⟦It rained.⟧ Ships came.\nB',
      'A\n⟦It rained. Ships came.⟧\nB',
    ],
    ['no further than the paragraph', 'A\n⟦It rained.⟧\nB', 'A\n⟦It rained.⟧\nB'],
    [
      'from parts of words to whole words',
      'Ships c⟦ame, the m⟧ayor said, in May.',
      'Ships ⟦came, the mayor⟧ said, in May.',
    ],
    [
      'from words of two clauses to both',
      'It rained. Ships ⟦came, the mayor⟧ said, in May.',
      'It rained. ⟦Ships came, the mayor said⟧, in May.',
    ],
  ])('goes %s', (_name, before, after) => {
    const { text, span, expected } = story(before, after)
    expect(grow(text, span, 'en')).toEqual(expected)
  })
})

describe('a selection made tidy', () => {
  it.each([
    ['loses white space at its ends', 'a⟦ b c ⟧d', 'a ⟦b c⟧ d'],
    [
      'loses a quotation mark whose half is not in it',
      '⟦“Ships came⟧, and left.”',
      '“⟦Ships came⟧, and left.”',
    ],
    ['keeps both halves', '⟦“Ships came.”⟧', '⟦“Ships came.”⟧'],
    ['keeps the apostrophe inside', '⟦the mayor’s word⟧', '⟦the mayor’s word⟧'],
    ['loses a bracket that closes nothing', 'He (⟦who left) ⟧', 'He (⟦who left⟧)'],
    ['keeps a mark of combining letters whole', 'x ⟦e⟧\u0301y', 'x ⟦e\u0301⟧y'],
  ])('%s', (_name, before, after) => {
    const { text, span } = story(before, before)
    const tidied = tidy(text, span)
    expect(tidied && text.slice(tidied.start, tidied.end)).toBe(/⟦(.*)⟧/s.exec(after)?.[1])
  })
  it('is nothing where there is only white space', () => {
    expect(tidy('a   b', { start: 1, end: 4 })).toBeNull()
  })
})

describe('what stands at an offset', () => {
  it('is the word, also at its end', () => {
    expect(wordAt('One two', 0, 'en')).toEqual({ start: 0, end: 3 })
    expect(wordAt('One two', 7, 'en')).toEqual({ start: 4, end: 7 })
    expect(wordAt('One — two', 5, 'en')).toBeNull()
  })
  it('is the sentence before, between two', () => {
    expect(sentenceAt('One. Two.', 4, 'en')).toEqual({ start: 0, end: 4 })
    expect(sentenceAt('One. Two.', 5, 'en')).toEqual({ start: 5, end: 9 })
    expect(sentenceAt('', 0, 'en')).toBeNull()
  })
  it('is the paragraph without white space', () => {
    expect(paragraphAt('a\n b \nc', 3)).toEqual({ start: 3, end: 4 })
    expect(paragraphAt('a\n\nc', 2)).toBeNull()
  })
})
