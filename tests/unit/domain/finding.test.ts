import { describe, expect, it } from 'vitest'
import { placeFrom, SearchedText } from '@/lib/domain/finding'

/** The text with brackets round what was found. */
function marked(text: string, words: string, isWhole = false): string {
  const places = new SearchedText(text).find(words, { isWhole })
  return places.reduceRight(
    (now, { start, end }) => `${now.slice(0, start)}[${now.slice(start, end)}]${now.slice(end)}`,
    text,
  )
}

describe('finding words in an article', () => {
  it.each([
    ['finds every place', 'to be or not to be', 'be', 'to [be] or not to [be]'],
    ['takes capitals for small letters', 'NATO and Nato', 'nato', '[NATO] and [Nato]'],
    ['takes small letters for capitals', 'nato', 'NATO', '[nato]'],
    ['finds accents without typing them', 'Die Müller AG, café', 'muller', 'Die [Müller] AG, café'],
    ['finds plain letters by accented ones', 'cafe', 'café', '[cafe]'],
    [
      'holds an accent written apart with its letter',
      'cafe\u0301 au lait',
      'cafe',
      '[cafe\u0301] au lait',
    ],
    [
      'knows letters that have no accent to lose',
      'Lech Wałęsa, Jørgen, Weiß',
      'walesa',
      'Lech [Wałęsa], Jørgen, Weiß',
    ],
    ['spells out letters written as two', 'Weißrussland', 'weiss', '[Weiß]russland'],
    [
      'takes typewriter quotes for printed ones',
      'He said: “It’s so.”',
      "it's",
      'He said: “[It’s] so.”',
    ],
    ['takes a hyphen for any dash', '1997–2004', '1997-2004', '[1997–2004]'],
    [
      'takes a space for a space that does not break',
      '14\u00a0countries',
      '14 countries',
      '[14\u00a0countries]',
    ],
    ['reads over a soft hyphen', 'govern\u00adment', 'government', '[govern\u00adment]'],
    ['gives a ligature back whole', 'oﬃce', 'of', '[oﬃ]ce'],
    ['finds an ellipsis by three points', 'and so…', '...', 'and so[…]'],
    ['counts characters of two code units', '🙂 yes 🙂', '🙂', '[🙂] yes [🙂]'],
    ['keeps the vowels of Hindi', 'कि का', 'का', 'कि [का]'],
    ['finds Arabic without its vowel points', 'كَتَبَ', 'كتب', '[كَتَبَ]'],
    ['finds a whole syllable of Korean only', '한국', '하', '한국'],
    ['never overlaps', 'aaaa', 'aa', '[aa][aa]'],
    ['stays within a line', 'one\ntwo', 'e two', 'one\ntwo'],
    ['finds nothing by nothing', 'a b', ' ', 'a b'],
  ])('%s', (_title, text, words, expected) => {
    expect(marked(text, words)).toBe(expected)
  })

  it.each([
    ['leaves out parts of words', 'other, the, there', 'the', 'other, [the], there'],
    ['knows a digit for part of a word', 'G7 and G77', 'g7', '[G7] and G77'],
    ['knows the ends of the text', 'the', 'the', '[the]'],
    [
      'takes several words for one',
      'in the end, in the endless',
      'the end',
      'in [the end], in the endless',
    ],
    ['knows letters of two code units', '𝐚b b', 'b', '𝐚b [b]'],
  ])('as whole words %s', (_title, text, words, expected) => {
    expect(marked(text, words, true)).toBe(expected)
  })

  it('finds a common letter in 50,000 words within what nobody notices', () => {
    const text = 'The quick brown fox jumps over the lazy dog. '.repeat(5_600)
    const searched = new SearchedText(text)
    expect(searched.find('o', { isWhole: false })).toHaveLength(4 * 5_600)
  })
})

describe('where to go on looking', () => {
  const places = [
    { start: 3, end: 5 },
    { start: 10, end: 12 },
  ]
  it.each([
    ['the place at the caret', 3, 0],
    ['the next after it', 4, 1],
    ['the first again after the last', 11, 0],
  ])('is %s', (_title, offset, expected) => {
    expect(placeFrom(places, offset)).toBe(expected)
  })

  it('is nowhere where there is no place', () => {
    expect(placeFrom([], 0)).toBe(-1)
  })
})
