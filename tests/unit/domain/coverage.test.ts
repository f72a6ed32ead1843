import { describe, expect, it } from 'vitest'
import type { Span } from '@/lib/domain/anchoring/anchors'
import {
  coverageOf,
  seenStretches,
  sentenceIn,
  sentencesIn,
  stepToOpen,
} from '@/lib/domain/coverage'
import type { LookView } from '@/lib/domain/looks'
import { sentencesOf } from '@/lib/domain/segments'

/**
 * A text with its notes in [brackets] and its looks in {braces}; what it says of each sentence is its
 * first letter: n(oted), l(eft), o(pen).
 */
function cover(marked: string) {
  const notes: Span[] = []
  const looks: LookView[] = []
  let text = ''
  let begun = 0
  for (const character of marked) {
    if (character === '[' || character === '{') begun = text.length
    else if (character === ']') notes.push({ start: begun, end: text.length })
    else if (character === '}') looks.push(look(begun, text.length))
    else text += character
  }
  return coverageOf(text, sentencesOf(text, 'en'), notes, looks)
}

function look(start: number, end: number): LookView {
  return { id: `${start}`, start, end, reason: null, by: { id: 'p', name: 'Ines' }, at: '' }
}

const kindsIn = (marked: string) =>
  cover(marked)
    .sentences.map(({ kind }) => kind[0])
    .join('')

describe('coverageOf', () => {
  it.each([
    ['is open where nobody looked', 'It rained. It snowed.', 'oo'],
    ['is noted where a note rests on a word', 'It [rained]. It snowed.', 'no'],
    ['is noted where a note rests on part of a word', 'It r[ain]ed. It snowed.', 'no'],
    ['notes every sentence that one note touches', 'It [rained. It] snowed. It froze.', 'nno'],
    ['is not noted by a note that only reaches its point', 'It rained[. It] snowed.', 'on'],
    ['is left where a look is on it', '{It rained.} It snowed.', 'lo'],
    ['is left where the look leaves out its point', '{It rained}. It snowed.', 'lo'],
    ['is left by one look at several', '{It rained. It snowed.} It froze.', 'llo'],
    ['is left by looks at all its parts', '{It rained}, {and snowed}.', 'l'],
    ['is open where a look misses a word', '{It rained}, and {snowed}.', 'o'],
    ['is open where a look misses its last word', '{It rained}, and snowed.', 'o'],
    ['is open where a look misses its first word', 'It {rained.}', 'o'],
    ['is noted where somebody had looked before', '{It [rained].} It snowed.', 'no'],
    ['says nothing of lines without words', 'It rained.\n* * *\n{It snowed.}', 'ol'],
  ])('a sentence %s', (_title, marked, kinds) => {
    expect(kindsIn(marked)).toBe(kinds)
  })

  it('counts a long note in every sentence under it, whatever lies in it', () => {
    const text = 'One one. Two two. Three three. Four four.'
    const notes = [
      { start: 0, end: text.length },
      { start: 0, end: 3 },
    ]
    const { counts } = coverageOf(text, sentencesOf(text, 'en'), notes, [])
    expect(counts).toEqual({ noted: 4, left: 0, open: 0 })
  })

  it('takes notes and looks in any order', () => {
    const text = 'One one. Two two. Three three.'
    const looks = [look(18, 30), look(0, 8)]
    const notes = [
      { start: 13, end: 16 },
      { start: 9, end: 12 },
    ]
    const { sentences } = coverageOf(text, sentencesOf(text, 'en'), notes, looks)
    expect(sentences.map(({ kind }) => kind)).toEqual(['left', 'noted', 'left'])
  })

  it.each([
    ['nothing', 'It rained. It snowed.', 0],
    ['half', '{It rained.} It snowed.', 50],
    ['two of three, in whole percents', '{It rained.} It [snowed]. It froze.', 66],
    ['all', '{It rained.} [It] snowed.', 100],
    ['a text without sentences', '* * *', 100],
  ])('tells the share of %s', (_what, marked, percent) => {
    expect(cover(marked).percent).toBe(percent)
  })

  it('says neither nothing of little, nor everything of nearly everything', () => {
    const many = 'It rained. '.repeat(299)
    expect(cover(`${many}{It rained.}`).percent).toBe(1)
    expect(cover(`{${many}}It rained.`).percent).toBe(99)
  })
})

describe('a sentence by its place', () => {
  const text = 'It rained. It snowed.\n\nIt froze.'
  const sentences = sentencesOf(text, 'en')
  const words = ({ start, end }: Span) => text.slice(start, end)

  it.each([
    [0, 'It rained.'],
    [9, 'It rained.'],
    [10, 'It rained.'],
    [11, 'It snowed.'],
    [22, 'It snowed.'],
    [23, 'It froze.'],
    [999, 'It froze.'],
  ])('is found at offset %i', (offset, found) => {
    expect(words(sentenceIn(sentences, offset) ?? { start: 0, end: 0 })).toBe(found)
  })

  it('is not found in a text without any', () => {
    expect(sentenceIn([], 3)).toBeNull()
  })

  it.each([
    [3, 4, ['It rained.']],
    [9, 10, ['It rained.']],
    [10, 11, []],
    [10, 12, ['It snowed.']],
    [5, 24, ['It rained.', 'It snowed.', 'It froze.']],
    [21, 23, []],
  ])('is found by a selection from %i to %i', (start, end, found) => {
    expect(sentencesIn(sentences, { start, end }).map(words)).toEqual(found)
  })
})

describe('stepToOpen', () => {
  //           0            13                          41           54
  const marked = '{It rained.} It snowed. It [froze]. It thawed. {It dried.} It rained.'
  const { sentences } = cover(marked)
  const at = (index: number) => sentences[index]?.start ?? 0

  it.each([
    ['forward from before the text', -1, 1, 1],
    ['forward from one to the next', 1, 1, 3],
    ['forward over what is looked at', 3, 1, 5],
    ['forward from the last to the first', 5, 1, 1],
    ['back from the last', 5, -1, 3],
    ['back from the first to the last', 1, -1, 5],
  ] as const)('goes %s', (_title, from, step, to) => {
    const offset = from === -1 ? -1 : at(from)
    expect(stepToOpen({ sentences }, offset, step)?.start).toBe(at(to))
  })

  it('goes nowhere where all is looked at', () => {
    expect(stepToOpen(cover('{It rained.}'), 0, 1)).toBeNull()
    expect(stepToOpen(cover('{It rained.}'), 0, -1)).toBeNull()
  })
})

describe('seenStretches', () => {
  it.each([
    ['nothing', 'It rained. It snowed.', []],
    ['neighbours as one', '{It rained.} It [snowed]. It froze.', [[0, 21]]],
    [
      'others apart',
      '{It rained.} It snowed. {It froze.}',
      [
        [0, 10],
        [22, 31],
      ],
    ],
  ])('tells %s', (_what, marked, stretches) => {
    expect(seenStretches(cover(marked)).map(({ start, end }) => [start, end])).toEqual(stretches)
  })
})

it('walks once through the longest text, its sentences and as many notes and looks', () => {
  const sentences = Array.from({ length: 20_000 }, (_, at) => ({
    start: at * 50,
    end: at * 50 + 49,
  }))
  const text = 'It was said that it rained all day in the harbour. '.slice(0, 50).repeat(20_000)
  const notes = sentences.map(({ start }) => ({ start: start + 3, end: start + 9 }))
  const looks = sentences.map(({ start, end }) => look(start, end))
  const begun = process.cpuUsage()
  const { counts } = coverageOf(text, sentences, notes.slice(0, 10_000), looks)
  expect(counts).toEqual({ noted: 10_000, left: 10_000, open: 0 })
  // 20 ms where it was measured. Each sentence against each look would be four hundred million looks: seconds.
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(1000)
})
