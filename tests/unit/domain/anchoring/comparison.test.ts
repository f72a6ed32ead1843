import fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { ComparedRun } from '@/lib/domain/anchoring/compared-runs'
import { type ComparedRow, compareTexts, compareWords } from '@/lib/domain/anchoring/comparison'
import { alignSmall } from '@/lib/domain/anchoring/small-alignment'

// Loaded anew: what another file of this worker has loaded is not counted. And for the next one, too.
vi.hoisted(() => vi.resetModules())
vi.mock('@/lib/domain/anchoring/small-alignment', { spy: true })
afterAll(() => {
  vi.doUnmock('@/lib/domain/anchoring/small-alignment')
  vi.resetModules()
})

/** Runs as they are read: [what the other side lacks], {what it has in another block}, (what is only set otherwise). */
function drawn(runs: readonly ComparedRun[] | undefined): string {
  return (runs ?? [])
    .map(({ text, mark, isElsewhere, isTypography }) =>
      isTypography ? `(${text})` : mark ? `[${text}]` : isElsewhere ? `{${text}}` : text,
    )
    .join('')
}

function rowsOf(older: string, newer: string): string[] {
  return compareTexts(older, newer).map(row => {
    const sides = [row.older, row.newer].map(side => (side ? drawn(side.runs) : '–'))
    return `${row.kind}: ${row.kind === 'same' ? sides[0] : sides.join(' → ')}`
  })
}

const [first, second, third] = [
  'The harbour took in nine million tonnes of freight.',
  'Nobody at the port authority wanted to answer questions about the crane.',
  'A third paragraph says when the next budget is due.',
]

describe('two texts', () => {
  it.each<[string, string, string, string[]]>([
    [
      'says of an untouched block that it is the same',
      'One.\nTwo.',
      'One.\nTwo.',
      ['same: One.', 'same: Two.'],
    ],
    [
      'marks the word that changed, and no letter of another',
      `${first}\n${second}`,
      `${first.replace('nine', 'ninety')}\n${second}`,
      [
        'changed: The harbour took in [nine] million tonnes of freight. → The harbour took in [ninety] million tonnes of freight.',
        `same: ${second}`,
      ],
    ],
    [
      'marks a number whole',
      'Unemployment fell to 4.1 percent in June.',
      'Unemployment fell to 4.2 percent in June.',
      [
        'changed: Unemployment fell to [4.1] percent in June. → Unemployment fell to [4.2] percent in June.',
      ],
    ],
    [
      'marks a contraction whole, and a comma alone',
      'They don’t want it, ever.',
      'They won’t want it ever.',
      ['changed: They [don’t] want it[,] ever. → They [won’t] want it ever.'],
    ],
    [
      'marks a deleted word with one of its spaces',
      'It was not true then.',
      'It was true then.',
      ['changed: It was [not ]true then. → It was true then.'],
    ],
    [
      'marks quotation marks that were set otherwise',
      'He said "no" to that.',
      'He said “no” to that.',
      ['changed: He said (")no(") to that. → He said (“)no(”) to that.'],
    ],
    [
      'marks what was only set otherwise apart from what was changed',
      'Washington’s answer came on 26 January.',
      "Washington's answer came on 27 January.",
      [
        "changed: (Washington’s) answer came on [26] January. → (Washington's) answer came on [27] January.",
      ],
    ],
    [
      'shows an added and a removed block in their places',
      `${first}\n${second}`,
      `${first}\n${third}`,
      [`same: ${first}`, `removed: [${second}] → –`, `added: – → [${third}]`],
    ],
    [
      'keeps empty lines in their places',
      `${first}\n\n${second}`,
      `${first}\n\n${third}\n\n${second}`,
      [`same: ${first}`, 'same: ', `added: – → [${third}]`, 'added: – → ', `same: ${second}`],
    ],
    [
      'shows a paragraph that was split as having lost no word',
      `${first} ${second}`,
      `${first}\n${second}`,
      [`added: – → {${first}}`, `changed: {${first} }${second} → ${second}`],
    ],
    [
      'shows two paragraphs that were joined as having lost no word',
      `${first}\n${second}`,
      `${first} ${second}`,
      [`removed: {${first}} → –`, `changed: ${second} → {${first} }${second}`],
    ],
    [
      'compares characters of a script without spaces one by one',
      '失業率は四月に下がった。',
      '失業率は五月に下がった。',
      ['changed: 失業率は[四]月に下がった。 → 失業率は[五]月に下がった。'],
    ],
    ['takes an empty text for one empty block', '', 'One.', ['removed:  → –', 'added: – → [One.]']],
    [
      'finds nothing in common where there is nothing',
      'Alpha.',
      'Beta',
      ['removed: [Alpha.] → –', 'added: – → [Beta]'],
    ],
  ])('%s', (_name, older, newer, rows) => {
    expect(rowsOf(older, newer)).toEqual(rows)
  })

  it('shows a moved block where it was and where it is, each half naming the other', () => {
    const rows = compareTexts(`${first}\n${second}\n${third}`, `${second}\n${third}\n${first}`)
    expect(rows.map(row => row.kind)).toEqual(['moved', 'same', 'same', 'moved'])
    expect(rows.map(row => row.counterpart)).toEqual([3, null, null, 0])
    expect(drawn(rows[0]?.older?.runs)).toBe(first)
    expect(drawn(rows[3]?.newer?.runs)).toBe(first)
  })

  it('marks what was edited in a block that moved', () => {
    const edited = second.replace('crane', 'pier')
    const rows = compareTexts(`${second}\n${first}\n${third}`, `${first}\n${third}\n${edited}`)
    expect(rows.map(row => row.kind)).toEqual(['moved', 'same', 'same', 'moved'])
    expect(drawn(rows[3]?.newer?.runs)).toBe(second.replace('crane', '[pier]'))
  })

  it('does not pair paragraphs that share no more than small words', () => {
    const kinds = compareTexts(
      'The cat sat on the mat, and the dog lay by the door of the house.',
      'The minister said on Friday that the budget of the city would rise.',
    ).map(row => row.kind)
    expect(kinds).toEqual(['removed', 'added'])
  })
})

describe('two quotes', () => {
  it.each([
    [
      'rose to 9.8 percent in July',
      'fell to 4.1 percent in June',
      '[rose] to [9.8] percent in [July]',
      '[fell] to [4.1] percent in [June]',
    ],
    ['one\ntwo', 'one two', 'one[\n]two', 'one[ ]two'],
    ['', 'new', '', '[new]'],
    ['kept', 'kept', 'kept', 'kept'],
  ])('compares “%s” with “%s”', (before, after, older, newer) => {
    const compared = compareWords(before, after)
    expect([drawn(compared.older), drawn(compared.newer)]).toEqual([older, newer])
  })

  it.each<[string, string, string, [string, string][]]>([
    [
      'words that took the place of others, without the points beside them',
      'unemployment fell to 4.1 percent, in June, nearly',
      'unemployment rose to 9.8 percent, in July, nearly',
      [
        ['fell', 'rose'],
        ['4.1', '9.8'],
        ['June', 'July'],
      ],
    ],
    ['words that came', 'It did happen.', 'It did not happen.', [['', 'not']]],
    ['words that went', 'It nearly fell.', 'It fell.', [['nearly', '']]],
    ['all words', 'One', 'Two three', [['One', 'Two three']]],
    ['nothing where only the space or the typography is another', 'One’s  own', "One's own", []],
    ['single characters of a script without spaces', '増加は四倍', '増加は五倍', [['四', '五']]],
    [
      'a word that is put before others together with what follows it',
      'Commenting on this proposal, he said so.',
      'Asked on Monday, commenting on this proposal, he said so.',
      [['Commenting', 'Asked on Monday, commenting']],
    ],
  ])('names %s', (_name, before, after, expected) => {
    const { replacements } = compareWords(before, after)
    expect(replacements.map(each => [each.before, each.after])).toEqual(expected)
  })
})

/** Texts with repeats, blank lines, odd characters and few different words: where pairing goes wrong. */
const word = fc.constantFrom(
  'a',
  'the',
  'harbour',
  'nine',
  '9.8',
  'don’t',
  '“',
  '”',
  ',',
  '.',
  '失',
  '業',
  'سلام',
  '\u00ad',
  '\ud83d\ude00',
  '\ud83d',
  '\u0301',
  ' ',
  '  ',
  '\t',
)
const line = fc.array(word, { maxLength: 12 }).map(words => words.join(' '))
const text = fc.array(line, { maxLength: 12 }).map(lines => lines.join('\n'))

describe('any two texts', () => {
  const each = (check: (rows: ComparedRow[], older: string, newer: string) => void) =>
    fc.assert(
      fc.property(text, text, (older, newer) => check(compareTexts(older, newer), older, newer)),
      { numRuns: 400 },
    )

  it('stand in the rows whole, in order, each block once', () => {
    each((rows, ...texts) => {
      for (const [index, key] of (['older', 'newer'] as const).entries()) {
        const blocks = rows.flatMap(row => row[key] ?? [])
        const own = texts[index] ?? ''
        expect(blocks.map(block => block.runs.map(run => run.text).join(''))).toEqual(
          own.split('\n'),
        )
        for (const { start, end, runs } of blocks)
          expect(own.slice(start, end)).toBe(runs.map(run => run.text).join(''))
      }
    })
  })

  it('have rows whose kind says what they hold', () => {
    each(rows => {
      for (const [index, { kind, older, newer, counterpart }] of rows.entries()) {
        expect([older !== null, newer !== null]).toEqual(
          kind === 'same' || kind === 'changed'
            ? [true, true]
            : kind === 'moved'
              ? [older !== null, older === null]
              : [kind === 'removed', kind === 'added'],
        )
        if (kind === 'moved') expect(rows[counterpart ?? -1]?.counterpart).toBe(index)
        else expect(counterpart).toBeNull()
        const isEqual = drawn(older?.runs) === drawn(newer?.runs)
        if (kind === 'same') expect(isEqual).toBe(true)
      }
    })
  })

  it('have the same words in a changed block where none are marked', () => {
    each(rows => {
      for (const { kind, older, newer } of rows) {
        if (kind !== 'changed' || !older || !newer) continue
        const [before, after] = [older, newer].map(({ runs }) =>
          runs
            .filter(run => !run.mark && !run.isElsewhere)
            .map(run => run.text)
            .join(''),
        )
        expect(before).toBe(after)
        expect([...older.runs, ...newer.runs].some(run => run.mark || run.isElsewhere)).toBe(true)
      }
    })
  })

  it('are compared the same way each time, and every run has words', () => {
    each((rows, older, newer) => {
      expect(compareTexts(older, newer)).toEqual(rows)
      for (const row of rows)
        for (const run of [...(row.older?.runs ?? []), ...(row.newer?.runs ?? [])])
          expect(run.text).not.toBe('')
    })
  })
})

it('compares half a million characters with no more work than they are granted', () => {
  const lines = Array.from(
    { length: 3400 },
    (_, at) =>
      `Line ${at} of ${at % 7} speaks ${at * 31} times of ${first} ${at % 11} and ${second.slice(at % 40)}`,
  )
  const newer = lines.flatMap((each, at) =>
    at % 50 === 0 ? [] : [at % 20 === 1 ? each.replace('freight', 'cargo') : each],
  )
  vi.mocked(alignSmall).mockClear()
  const rows = compareTexts(lines.join('\n'), newer.join('\n'))
  expect(rows.filter(row => row.kind === 'removed')).toHaveLength(68)
  // A pair of words for each word there is: nearly all of them are paired without being compared with others.
  const cells = vi
    .mocked(alignSmall)
    .mock.calls.map(([, , gap]) => (gap.olderTo - gap.olderFrom) * (gap.newerTo - gap.newerFrom))
  expect(cells).not.toEqual([])
  expect(cells.reduce((sum, each) => sum + each, 0)).toBeLessThan(100_000)
})
