import { describe, expect, it } from 'vitest'
import {
  grow,
  paragraphAt,
  sentenceAfter,
  sentenceAt,
  sentenceBefore,
  sentencesOf,
  shrink,
  tidy,
  wayOut,
  wholeWords,
  wordAt,
} from '@/lib/domain/segments'

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

describe('the sentence after a place', () => {
  it.each<[string, string, string, string | null]>([
    ['is the one that begins there', 'en', '|One came. Two left.', 'One came.'],
    ['is the next one from the middle of one', 'en', 'One| came. Two left.', 'Two left.'],
    ['is the next one from the end of one', 'en', 'One came.| Two left.', 'Two left.'],
    [
      'stands in the next line that says something',
      'en',
      'One came.|\n\n* * *\nTwo left.',
      'Two left.',
    ],
    ['is none after the last', 'en', 'One came. Two| left.', null],
    ['is found in Japanese', 'ja', '船が来た。|二隻は去った。', '二隻は去った。'],
    ['is found in Arabic', 'ar', 'وصلت سفينة|. غادرت سفينتان.', 'غادرت سفينتان.'],
  ])('%s', (_name, language, marked, sentence) => {
    const { text, at } = placed(marked)
    expect(words(text, sentenceAfter(text, at, language))).toBe(sentence)
  })
})

describe('the sentence before a place', () => {
  it.each<[string, string, string | null]>([
    ['is the one that ends there', 'One came. Two left.|', 'Two left.'],
    ['is the one before from the middle of one', 'One came. Two| left.', 'One came.'],
    ['stands in the line before', 'One came.\n\n* * *\n|Two left.', 'One came.'],
    ['is none before the first', 'One| came.', null],
    ['is none where the text begins with an empty line', '\n|One came.', null],
  ])('%s', (_name, marked, sentence) => {
    const { text, at } = placed(marked)
    expect(words(text, sentenceBefore(text, at, 'en'))).toBe(sentence)
  })
})

describe('the way out', () => {
  it.each<[string, string, string, string[]]>([
    [
      'goes from the caret to word, clause, sentence and paragraph',
      'en',
      'One ship came, and tw|o left. Why?',
      [
        '',
        'two',
        'and two left.',
        'One ship came, and two left.',
        'One ship came, and two left. Why?',
      ],
    ],
    ['is the caret alone in an empty line', 'en', 'One.\n|\nTwo.', ['']],
    [
      'leaves out what is no larger',
      'ja',
      '船が|来た。二隻は去った。',
      ['', '来', '船が来た。', '船が来た。二隻は去った。'],
    ],
  ])('%s', (_name, language, marked, way) => {
    const { text, at } = placed(marked)
    const spans = wayOut(text, { start: at, end: at }, language)
    expect(spans.map(span => words(text, span))).toEqual(way)
  })
})

describe('shrinking a selection', () => {
  // Brackets mark the selection, "|" where growing began.
  it.each<[string, string, string | null]>([
    ['goes back to the sentence', '[One came, and tw|o left. Why?]', 'One came, and two left.'],
    ['goes back to the clause', '[One came, and tw|o left.] Why?', 'and two left.'],
    ['goes back to the word', 'One came, [and tw|o left.] Why?', 'two'],
    ['goes back to the caret', 'One came, and [tw|o] left.', ''],
    [
      'goes to the first clause where it did not grow',
      '[One came, and two left.] Why?',
      'One came',
    ],
    ['goes to the first word from there', '[One came], and two left.', 'One'],
    [
      'is led by where it began only as long as it is on that way',
      '[One came, and] tw|o left.',
      'One came',
    ],
    ['goes to the caret from part of a word', 'One c[am]e.', ''],
  ])('%s', (_name, marked, words) => {
    const bare = marked.replace(/[[\]]/g, '')
    const at = bare.indexOf('|')
    const text = bare.replace('|', '')
    const span = marked.replace('|', '')
    const selected = { start: span.indexOf('['), end: span.indexOf(']') - 1 }
    const smaller = shrink(text, selected, at < 0 ? null : { start: at, end: at }, 'en')
    expect(smaller && text.slice(smaller.start, smaller.end)).toBe(words)
  })

  it('ends at the caret', () => {
    expect(shrink('One came.', { start: 2, end: 2 }, { start: 2, end: 2 }, 'en')).toBeNull()
  })
})

function placed(marked: string): { text: string; at: number } {
  return { text: marked.replace('|', ''), at: marked.indexOf('|') }
}

function words(text: string, span: { start: number; end: number } | null): string | null {
  return span && text.slice(span.start, span.end)
}

describe('wholeWords', () => {
  it.each([
    ['takes in a word cut at its beginning', 'the obli[gation] was', 'the [obligation] was'],
    ['takes in a word cut at its end', 'the [obli]gation was', 'the [obligation] was'],
    ['takes in a word cut at both', 'the ob[li]gation was', 'the [obligation] was'],
    ['takes in both words that a selection cuts', 'th[e obli]gation', '[the obligation]'],
    ['leaves whole words as they are', 'the [obligation] was', 'the [obligation] was'],
    ['takes in no word that only ends there', 'so[—said he]', 'so[—said he]'],
  ])('%s', (_name, before, after) => {
    const marked = (text: string) => ({
      text: text.replace(/[[\]]/g, ''),
      span: { start: text.indexOf('['), end: text.indexOf(']') - 1 },
    })
    const { text, span } = marked(before)
    expect(wholeWords(text, span, 'en')).toEqual(marked(after).span)
  })
})
