import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isStep,
  markPieces,
  type Passage,
  piecesOfBoth,
  piecesOfSide,
  rowsInWords,
  rowWord,
  stretchesOf,
  textOfSide,
} from '@/components/revisions/comparison-view'
import {
  type ComparedBlock,
  type ComparedRow,
  compareTexts,
} from '@/lib/domain/anchoring/comparison'

/** Rows by a letter each: s for one that is the same, c for one that changed. */
function rowsLike(pattern: string): Pick<ComparedRow, 'kind'>[] {
  return [...pattern].map(letter => ({ kind: letter === 's' ? 'same' : 'changed' }))
}

describe('the stretches of a comparison', () => {
  it.each([
    ['', ''],
    ['c', '0-1'],
    ['ssss', '(0-4)'],
    ['s', '0-1'],
    ['sscss', '0-5'],
    ['sssscssss', '(0-3) 3-6 (6-9)'],
    ['cssc', '0-4'],
    ['csssc', '0-5'],
    ['cssssc', '0-2 (2-4) 4-6'],
  ])('fold the unchanged rows of %s away: %s', (pattern, drawn) => {
    const stretches = stretchesOf(rowsLike(pattern)).map(({ isFolded, from, to }) =>
      isFolded ? `(${from}-${to})` : `${from}-${to}`,
    )
    expect(stretches.join(' ')).toBe(drawn)
  })
})

const older = 'One harbour.\nThe port handled nine million tonnes in all of 2019.'
const newer = 'One harbour.\nThe port handled ninety million tonnes in 2019.'

/** The row of the second paragraph. */
function changedRow(): { older: ComparedBlock; newer: ComparedBlock } {
  const row = compareTexts(older, newer)[1]
  if (!row?.older || !row.newer) throw new Error('The second paragraph should have changed.')
  return { older: row.older, newer: row.newer }
}

function draw(pieces: readonly { text: string; look: string }[]): string {
  const signs: Record<string, [string, string]> = {
    plain: ['', ''],
    removed: ['[-', '-]'],
    added: ['[+', '+]'],
    reset: ['(', ')'],
  }
  return pieces.map(({ text, look }) => signs[look]?.join(text) ?? text).join('')
}

describe('a changed row', () => {
  it('shows both sides as one text, what went before what came', () => {
    const row = changedRow()
    expect(draw(piecesOfBoth(row.older, row.newer))).toBe(
      'The port handled [-nine-][+ninety+] million tonnes in [-all of -]2019.',
    )
  })

  it('keeps the offsets of both texts', () => {
    const row = changedRow()
    for (const piece of piecesOfBoth(row.older, row.newer)) {
      const { length } = piece.text
      if (piece.older !== null)
        expect(older.slice(piece.older, piece.older + length)).toBe(piece.text)
      if (piece.newer !== null)
        expect(newer.slice(piece.newer, piece.newer + length)).toBe(piece.text)
    }
  })

  it('shows words that were only set otherwise once, as they are set now', () => {
    const [row] = compareTexts('The port’s nine ships.', "The port's ten ships.")
    if (!row?.older || !row.newer) throw new Error('The row should have changed.')
    expect(draw(piecesOfBoth(row.older, row.newer))).toBe("The (port's) [-nine-][+ten+] ships.")
  })

  it('loses no character of either side, whatever the texts', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c.', '9', ',', 'long', 'words'), {
      maxLength: 14,
    })
    fc.assert(
      fc.property(words, words, (a, b) => {
        for (const row of compareTexts(a.join(' '), b.join(' '))) {
          if (row.kind !== 'changed' || !row.older || !row.newer) continue
          const pieces = piecesOfBoth(row.older, row.newer)
          const side = (key: 'older' | 'newer') =>
            pieces.flatMap(piece => (piece[key] === null ? [] : [piece.text])).join('')
          expect(side('newer')).toBe(b.join(' '))
          expect(side('older')).toBe(a.join(' '))
        }
      }),
    )
  })
})

describe('the passages of notes', () => {
  const passage = (start: number, end: number, number = 1): Passage => ({
    start,
    end,
    side: 'older',
    noteId: `note ${number}`,
    number,
    look: 'r-true',
  })
  const pieces = () =>
    piecesOfSide({ start: 10, end: 20, runs: [{ text: '0123456789', mark: false }] }, 'older')
  const drawn = (passages: Passage[]) =>
    markPieces(pieces(), passages)
      .map(({ text, within, ending }) => {
        const words = within.length ? `(${text})` : text
        return words + ending.map(({ number }) => `^${number}`).join('')
      })
      .join('')

  it.each<[string, Passage[], string]>([
    ['cut the words they lie on', [passage(12, 15)], '01(234)^156789'],
    ['nest', [passage(11, 19, 1), passage(13, 15, 2)], '0(12)(34)^2(5678)^19'],
    ['begin in another block', [passage(2, 12)], '(01)^123456789'],
    ['end in another block', [passage(18, 40)], '01234567(89)'],
    ['lie elsewhere', [passage(30, 40)], '0123456789'],
  ])('%s', (_name, passages, expected) => {
    expect(drawn(passages)).toBe(expected)
  })

  it('lie on one side only', () => {
    expect(drawn([{ ...passage(12, 15), side: 'newer' }])).toBe('0123456789')
  })
})

describe('what is said of the rows', () => {
  const first = 'A first paragraph with words enough of its own.'
  const second = 'Another one says that nine ships lay in the harbour.'
  const third = 'The third speaks of something else altogether, of money.'
  it.each([
    [
      'changed',
      `${first}\n${second}`,
      `${first}\n${second.replace('nine', 'ten')}`,
      '– Changed',
      '1 paragraph changed; 1 unchanged',
    ],
    [
      'typography',
      `${first}\n“${second}”`,
      `${first}\n"${second}"`,
      '– Typography',
      '1 paragraph changed; 1 unchanged',
    ],
    ['added', first, `${first}\n${second}`, '– Added', '1 paragraph added; 1 unchanged'],
    [
      'split',
      `${first} ${second}`,
      `${first}\n${second}`,
      'Split off Changed',
      '1 paragraph changed, 1 added; 0 unchanged',
    ],
    [
      'moved',
      `${first}\n${second}\n${third}`,
      `${second}\n${third}\n${first}`,
      'Moved down from here – – Moved down to here',
      '1 paragraph moved; 2 unchanged',
    ],
    ['the same', first, first, '–', 'Not a character differs'],
  ])('names what is %s', (_name, a, b, words, sum) => {
    const rows = compareTexts(a, b)
    expect(rows.map((row, at) => rowWord(row, at)?.word ?? '–').join(' ')).toBe(words)
    expect(rowsInWords(rows)).toBe(sum)
  })

  it('stops once at a block that moved', () => {
    const rows = compareTexts(`${first}\n${second}\n${third}`, `${second}\n${third}\n${first}`)
    expect(rows.map(isStep)).toEqual([false, false, false, true])
  })

  it('gives back the text of either side', () => {
    const rows = compareTexts(`${first}\n${second}\n${third}`, `${third}\n${first}`)
    expect(textOfSide(rows, 'older')).toBe(`${first}\n${second}\n${third}`)
    expect(textOfSide(rows, 'newer')).toBe(`${third}\n${first}`)
  })
})
