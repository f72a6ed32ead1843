import { describe, expect, it } from 'vitest'
import { dragEdge, type Edge, moveEdge, replacePlace } from '@/lib/domain/extents'
import type { Part } from '@/lib/domain/segments'

describe('moving an end by a part', () => {
  it.each<[string, string, Edge, 1 | -1, Part, string, string]>([
    ['takes the next word in', 'en', 'end', 1, 'word', 'One [ship] came.', 'One [ship came].'],
    ['lets the last word go', 'en', 'end', -1, 'word', 'One [ship came].', 'One [ship] came.'],
    ['takes the word before in', 'en', 'start', -1, 'word', 'One [ship] came.', '[One ship] came.'],
    ['lets the first word go', 'en', 'start', 1, 'word', '[One ship] came.', 'One [ship] came.'],
    ['completes half a word', 'en', 'end', 1, 'word', '[One sh]ip came.', '[One ship] came.'],
    ['keeps the last word', 'en', 'end', -1, 'word', 'One [ship] came.', 'One [ship] came.'],
    ['keeps the first word', 'en', 'start', 1, 'word', 'One [ship] came.', 'One [ship] came.'],
    [
      'goes on in the next line',
      'en',
      'end',
      1,
      'word',
      '[One].\n\nTwo left.',
      '[One.\n\nTwo] left.',
    ],
    [
      'goes back to the line before',
      'en',
      'start',
      -1,
      'word',
      'One.\n[Two] left.',
      '[One.\nTwo] left.',
    ],
    ['stays at the end of the text', 'en', 'end', 1, 'word', 'It [came]', 'It [came]'],
    ['stays at its beginning', 'en', 'start', -1, 'word', '[It] came', '[It] came'],
    [
      'takes the sentence in',
      'en',
      'end',
      1,
      'sentence',
      '[One] came. Two left.',
      '[One came.] Two left.',
    ],
    [
      'takes the next one in',
      'en',
      'end',
      1,
      'sentence',
      '[One came.] Two left.',
      '[One came. Two left.]',
    ],
    [
      'lets the last one go',
      'en',
      'end',
      -1,
      'sentence',
      '[One came. Two left.]',
      '[One came.] Two left.',
    ],
    [
      'keeps what has no sentence to go back to',
      'en',
      'end',
      -1,
      'sentence',
      'One. [Two left.]',
      'One. [Two left.]',
    ],
    [
      'begins with the sentence',
      'en',
      'start',
      -1,
      'sentence',
      'One. Two [left.]',
      'One. [Two left.]',
    ],
    ['moves in Arabic', 'ar', 'end', 1, 'word', 'وصلت [سفينة] اليوم', 'وصلت [سفينة اليوم]'],
    ['moves in Chinese', 'zh', 'end', 1, 'word', '[我们]赢了比赛', '[我们赢了]比赛'],
  ])('%s', (_name, language, edge, step, part, before, after) => {
    const { text, span } = marked(before)
    expect(show(text, moveEdge(text, span, edge, step, part, language))).toBe(after)
  })
})

describe('dragging an end', () => {
  // "|" is where the pointer is.
  it.each<[string, Edge, boolean, string, string]>([
    ['goes to the nearest end of a word', 'end', false, '[One] ship cam|e.', '[One ship came].'],
    ['goes back to the nearer end', 'end', false, '[One ship] c|ame.', '[One ship] came.'],
    ['goes to the nearest beginning', 'start', false, 'One| ship [came].', 'One [ship came].'],
    [
      'goes to the very character where asked',
      'end',
      true,
      '[One] shi|p came.',
      '[One shi]p came.',
    ],
    ['never parts a letter from its accent', 'end', true, '[An] e|\u0301tude', '[An e\u0301]tude'],
    ['never parts a family', 'start', true, '👩\u200d|👧 [came]', '[👩\u200d👧 came]'],
    [
      'keeps the first word when dragged before it',
      'end',
      false,
      'O|ne [ship came].',
      'One [ship] came.',
    ],
    [
      'keeps the last word when dragged behind it',
      'start',
      false,
      '[One ship] ca|me.',
      'One [ship] came.',
    ],
    ['keeps one character where asked', 'end', true, 'O|ne [ship] came.', 'One [s]hip came.'],
    ['goes into another line', 'end', false, '[One].\nTwo| left.', '[One.\nTwo] left.'],
    [
      'keeps a part of a word at the other end',
      'end',
      false,
      'On|e s[hip came].',
      'One s[hip] came.',
    ],
  ])('%s', (_name, edge, exact, before, after) => {
    const offset = before.replace(/[[\]]/g, '').indexOf('|')
    const { text, span } = marked(before.replace('|', ''))
    expect(show(text, dragEdge(text, span, edge, offset, exact, 'en'))).toBe(after)
  })
})

describe('replacing a place of a note', () => {
  const places = [
    { start: 0, end: 5 },
    { start: 10, end: 15 },
    { start: 20, end: 25 },
  ]
  it.each<[string, number, { start: number; end: number }, [number, number][]]>([
    [
      'keeps the others',
      1,
      { start: 9, end: 17 },
      [
        [0, 5],
        [9, 17],
        [20, 25],
      ],
    ],
    [
      'keeps the order of the text',
      0,
      { start: 30, end: 35 },
      [
        [10, 15],
        [20, 25],
        [30, 35],
      ],
    ],
    [
      'makes one of two that meet',
      0,
      { start: 0, end: 12 },
      [
        [0, 15],
        [20, 25],
      ],
    ],
    ['makes one of all that meet', 1, { start: 2, end: 22 }, [[0, 25]]],
    [
      'keeps two apart that only touch',
      0,
      { start: 0, end: 10 },
      [
        [0, 10],
        [10, 15],
        [20, 25],
      ],
    ],
  ])('%s', (_name, index, span, expected) => {
    expect(replacePlace(places, index, span)).toEqual(
      expected.map(([start, end]) => ({ start, end })),
    )
  })
})

/** Brackets mark the span. */
function marked(words: string): { text: string; span: { start: number; end: number } } {
  return {
    text: words.replace(/[[\]]/g, ''),
    span: { start: words.indexOf('['), end: words.indexOf(']') - 1 },
  }
}

function show(text: string, { start, end }: { start: number; end: number }): string {
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`
}
