import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '@/lib/domain/anchoring/anchors'
import { isSameWords } from '@/lib/domain/anchoring/folding'
import { type Placement, placeSpans } from '@/lib/domain/anchoring/placements'

const harbour = `The port of Velm was closed for nine days. The harbour master said so on Monday.
Ships waited outside, and the town council met twice. The harbour master said so on Tuesday.
Unemployment rose to 9.8 percent in July. Nobody had expected that.
Fishing boats were let in again at the end of the week. The council thanked the crews.`

/** The span of `words` in `text`; the `nth` time they stand there, from 0. */
function spanOf(text: string, words: string, nth = 0): Span {
  let start = text.indexOf(words)
  for (let count = 0; count < nth; count++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`"${words}" is not in the text.`)
  return { start, end: start + words.length }
}

function place(older: string, newer: string, words: string, nth = 0): Placement {
  return placeSpans(older, newer, [spanOf(older, words, nth)])[0] as Placement
}

/** The newer words at a placement. */
function wordsAt(newer: string, placement: Placement): string {
  if (!('start' in placement)) throw new Error(`It is ${placement.kind}.`)
  return newer.slice(placement.start, placement.end)
}

describe('the same words', () => {
  it('are kept where nothing changed', () => {
    const span = spanOf(harbour, 'nine days')
    expect(placeSpans(harbour, harbour, [span])).toEqual([{ kind: 'kept', ...span }])
  })

  it('are kept behind new words', () => {
    const newer = `A correction stands below.\n${harbour}`
    const placement = place(harbour, newer, 'harbour master said so', 1)
    expect(placement).toEqual({ kind: 'kept', ...spanOf(newer, 'harbour master said so', 1) })
  })

  it('stay with their own sentence where the same words stand beside a change', () => {
    const newer = harbour.replace('The harbour master said so on Monday.', 'Nobody said so.')
    const placement = place(harbour, newer, 'harbour master said so', 1)
    expect(placement).toEqual({ kind: 'kept', ...spanOf(newer, 'harbour master said so') })
  })

  it('are lost where their own sentence went, though a look-alike was always there', () => {
    const newer = harbour.replace(' The harbour master said so on Monday.', '')
    expect(place(harbour, newer, 'The harbour master said so')).toMatchObject({ kind: 'lost' })
  })

  it('are moved with their paragraph', () => {
    const [first, second, third, fourth] = harbour.split('\n')
    const newer = [second, third, fourth, first].join('\n')
    const placement = place(harbour, newer, 'closed for nine days')
    expect(placement.kind).toBe('moved')
    expect(wordsAt(newer, placement)).toBe('closed for nine days')
  })

  it('are moved though the passage that was there before shares a hyphen with it', () => {
    const parts = [
      'הנחל עלה על גדותיו ביום ראשון בבוקר, ו-312 בתים ניזוקו בשכונה התחתונה.',
      'ראש העיר אמר כי העזרה תגיע עד סוף השבוע.',
      'בתי הספר נשארו סגורים במשך ארבעה ימים.',
      'הכנסייה שימשה מקלט ל-220 איש במשך שני לילות.',
      'המים ירדו ביום רביעי, והכבישים נפתחו.',
    ]
    const newer = [parts[3], parts[1], parts[2], parts[0], parts[4]].join('\n')
    const words = 'הכנסייה שימשה מקלט ל-220 איש'
    expect(place(parts.join('\n'), newer, words)).toEqual({
      kind: 'moved',
      ...spanOf(newer, words),
    })
  })

  it('are moved alone as among many', () => {
    const parts = Array.from(
      { length: 60 },
      (_, n) => `Of item ${n} there were ${n * 31} in all then.`,
    )
    const older = parts.join('\n')
    const newer = [...parts.slice(10), ...parts.slice(0, 10)].join('\n')
    const spans = parts.map(part => spanOf(older, part))
    const many = placeSpans(older, newer, spans)
    expect(many[3]?.kind).toBe('moved')
    for (const index of [3, 40])
      expect(placeSpans(older, newer, [spans[index] as Span])).toEqual([many[index]])
  })

  it('are kept where only their typography changed', () => {
    const older = 'He said "it isn\'t so" - twice - in 1998-1999. Cafe\u0301 owners agreed...'
    const newer = 'He said “it isn’t so” – twice – in 1998–1999. Caf\u00e9 own\u00aders agreed…'
    for (const words of ['it isn\'t so" - twice', '1998-1999', 'Cafe\u0301 owners agreed...']) {
      const placement = place(older, newer, words)
      expect(placement.kind).toBe('kept')
      expect(isSameWords(words, wordsAt(newer, placement))).toBe(true)
    }
  })

  it('keep their offsets inside a word', () => {
    const placement = place('The rebuild cost more.', 'The re\u00adbuild cost less.', 'build')
    expect(wordsAt('The re\u00adbuild cost less.', placement)).toBe('build')
  })

  it('never cut a character of several code points', () => {
    const newer = 'New: the flag 🏴󠁧󠁢󠁷󠁬󠁳󠁿 and the family 👩‍👩‍👧 waved.'
    const placement = place('The flag 🏴󠁧󠁢󠁷󠁬󠁳󠁿 and the family 👩‍👩‍👧 waved.', newer, 'family 👩‍👩‍👧')
    expect(wordsAt(newer, placement)).toBe('family 👩‍👩‍👧')
  })
})

describe('edited words', () => {
  it('are changed, with both wordings at hand', () => {
    const newer = harbour.replace('rose to 9.8 percent in July', 'fell to 4.1 percent in June')
    const placement = place(harbour, newer, 'Unemployment rose to 9.8 percent in July')
    expect(placement.kind).toBe('changed')
    expect(wordsAt(newer, placement)).toBe('Unemployment fell to 4.1 percent in June')
  })

  it.each([
    ['9.8', '9. 8'],
    ['9.8', '98'],
    ['1 000 dead', '1 00 0 dead'],
    ['-5 degrees', '5 degrees'],
    ['- 5 degrees', '-5 degrees'],
    ['the rapist', 'therapist'],
    ['the US said', 'the us said'],
    ['x² metres', 'x2 metres'],
  ])('%s is not kept as %s', (before, after) => {
    const older = `In the report they wrote that it was ${before} or so. Then they left.`
    const newer = `In the report they wrote that it was ${after} or so. Then they left.`
    expect(['changed', 'lost']).toContain(place(older, newer, before).kind)
  })

  it.each([
    ['412 ships', '398 ships'],
    ['July', 'June'],
    ['the best year since 1998', 'the best year since 2008'],
    ['412,000 passengers', '398,000 passengers'],
    ['more than ever', 'less than ever'],
  ])('at an end of the span belong to it: %s, now %s', (before, after) => {
    const older = `In the spring the harbour handled ${before} in all. Nobody minded.`
    const newer = older.replace(before, after)
    const placement = place(older, newer, before)
    const span = placement.kind === 'lost' ? placement.instead : placement
    expect(span).toMatchObject(spanOf(newer, after))
  })

  it.each([
    ['4', '4.1'],
    ['4', '45'],
    ['5', '5,000'],
    ['5', '-5'],
    ['5', '25'],
    ['5', '€5'],
    ['5', '5%'],
    ['10', '10⁶'],
    ['1', '1 000'],
    ['5', '±5'],
    ['5', '~5'],
    ['can', 'can’t'],
    ['man', 'manager'],
    ['employed', 'un-employed'],
    ['able', 'unable'],
  ])('are not kept where they became part of another word: %s, now %s', (before, after) => {
    const older = `They wrote in the end that ${before} people of the town were seen there in May.`
    const atEnd = `They wrote in the end that of the town people ${before}`
    for (const text of [older, atEnd]) {
      const newer = text.replace(new RegExp(`${before}(?= people|$)`), after)
      const placement = place(text, newer, before, text.split(before).length - 2)
      const now = placement.kind === 'lost' ? placement.instead : Reflect.get(placement, 'within')
      expect(now).toMatchObject(spanOf(newer, after))
    }
  })

  it('stay what they are as a part of the same word', () => {
    const older = 'In the 1920s a pre-war law of 4.1 pages was made.'
    const newer = `It began so: ${older.replace('-', '‑')}`
    for (const words of ['1920', 'war', '4'])
      expect(place(older, newer, words)).toMatchObject({ kind: 'kept' })
  })

  it('with others in their stead are lost, and those are named', () => {
    const newer = harbour.replace('9.8', '4.1')
    expect(place(harbour, newer, '9.8')).toMatchObject({
      kind: 'lost',
      instead: spanOf(newer, '4.1'),
    })
  })

  it('are lost where nothing of them is left, near their neighbours', () => {
    const newer = harbour.replace('Unemployment rose to 9.8 percent in July. ', '')
    const placement = place(harbour, newer, 'Unemployment rose to 9.8 percent in July')
    expect(placement).toEqual({ kind: 'lost', near: newer.indexOf('Tuesday.') + 'Tuesday.'.length })
  })
})

describe('a long passage', () => {
  it('is lost where all that stands in its stead are the same small words', () => {
    const small = 'the of and in to a was for on with'.split(' ')
    const lettersOf = (n: number) => [...`${n}`].map(digit => 'bcdfghjklm'[Number(digit)]).join('')
    const prose = (stem: string) =>
      Array.from({ length: 1600 }, (_, n) => (n % 7 ? stem + lettersOf(n) : small[n % 10])).join(
        ' ',
      )
    const older = `It began.\n${prose('gull')}\nIt ended.`
    const newer = `It began.\n${prose('heron')}\nIt ended.`
    expect(place(older, newer, prose('gull')).kind).toBe('lost')
  })
})

describe('several equal places', () => {
  it('are ambiguous, never guessed', () => {
    const passage = 'The bridge over the Orr was shut because its third pillar had sunk by a hand.'
    const end = harbour.slice(0, 250)
    const older = `Opening words of it all.\n${passage}\n${end}`
    const newer = `Opening words of it all.\n${end}\n${passage}\nMore came then.\n${passage}`
    expect(place(older, newer, 'its third pillar')).toEqual({
      kind: 'ambiguous',
      candidates: [spanOf(newer, 'its third pillar'), spanOf(newer, 'its third pillar', 1)],
      near: 'Opening words of it all.'.length,
    })
  })
})

describe('equal neighbours', () => {
  const line = 'The harbour master said so.\n'
  const textWith = (count: number) => `Nine days went by.\n${line.repeat(count)}Then it ended.\n`
  const linesOf = (count: number) =>
    Array.from({ length: count }, (_, n) => spanOf(textWith(count), 'harbour master', n))

  it('of which one went may each be one of two, whether they are asked of alone or together', () => {
    const [older, newer] = [textWith(5), textWith(4)]
    const places = linesOf(4)
    const together = placeSpans(older, newer, linesOf(5))
    expect(together).toEqual([
      { kind: 'kept', ...places[0] },
      ...[1, 2, 3].map(n => ({
        kind: 'ambiguous',
        candidates: [places[n - 1], places[n]],
        near: expect.any(Number),
      })),
      { kind: 'kept', ...places[3] },
    ])
    linesOf(5).forEach((span, n) => {
      const [alone] = placeSpans(older, newer, [span])
      expect({ ...alone, near: 0 }).toEqual({ ...together[n], near: 0 })
    })
  })

  it('of which one came may each be one of two', () => {
    const places = linesOf(4)
    expect(placeSpans(textWith(3), textWith(4), linesOf(3))).toMatchObject(
      [0, 1, 2].map(n => ({ kind: 'ambiguous', candidates: [places[n], places[n + 1]] })),
    )
  })

  it('of which many went are never one, however far they go on', () => {
    const [older, newer] = ['ha '.repeat(30_000), 'ha '.repeat(20_000)]
    const spans = [0, 15_000, 45_000, 59_997].map(start => ({ start, end: start + 2 }))
    const kinds = placeSpans(older, newer, spans).map(({ kind }) => kind)
    expect(kinds).toEqual(['kept', 'ambiguous', 'ambiguous', 'ambiguous'])
  })

  it('of which none came or went stay what they are', () => {
    const newer = `First of all.\n${textWith(4)}`
    const by = newer.length - textWith(4).length
    expect(placeSpans(textWith(4), newer, linesOf(4))).toEqual(
      linesOf(4).map(({ start, end }) => ({ kind: 'kept', start: start + by, end: end + by })),
    )
  })

  it('have the same answer alone and together, however many came or went', () => {
    const count = fc.integer({ min: 1, max: 7 })
    fc.assert(
      fc.property(count, count, (was, is) => {
        const together = placeSpans(textWith(was), textWith(is), linesOf(was))
        linesOf(was).forEach((span, n) => {
          const [alone] = placeSpans(textWith(was), textWith(is), [span])
          expect({ ...alone, near: 0 }).toEqual({ ...together[n], near: 0 })
        })
      }),
    )
  })

  it('never take the same place as another', () => {
    const lines = fc.array(fc.constantFrom(line, 'So it went on.\n', 'Ha ha ha. '), {
      minLength: 1,
      maxLength: 9,
    })
    const count = fc.integer({ min: 0, max: 6 })
    fc.assert(
      fc.property(lines, count, count, lines, (before, was, is, after) => {
        const around = (repeats: number) =>
          [...before, ...Array(repeats).fill(line), ...after].join('')
        const [older, newer] = [around(was), around(is)]
        const spans: Span[] = []
        for (let at = older.indexOf('master'); at >= 0; at = older.indexOf('master', at + 1))
          spans.push({ start: at, end: at + 6 })
        const placements = placeSpans(older, newer, spans)
        const kept = placements.flatMap(each =>
          each.kind === 'kept' || each.kind === 'moved' ? [each.start] : [],
        )
        expect(new Set(kept).size).toBe(kept.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('several equal places of edited words', () => {
  it('are ambiguous too', () => {
    const passage =
      'The bridge over the Orr was shut in the early nineties because its third pillar had sunk by a hand, and for nine years the people of both banks went round by the mill and paid a toll.'
    const edited = passage.replace('early', 'late')
    const older = `Opening words of it all.\n${passage}\n${harbour}`
    const newer = `Opening words of it all.\n${harbour}\n${edited}\nMore came then.\n${edited}`
    const words = 'shut in the early nineties because its third pillar had sunk'
    const now = words.replace('early', 'late')
    expect(place(older, newer, words)).toMatchObject({
      kind: 'ambiguous',
      candidates: [spanOf(newer, now), spanOf(newer, now, 1)],
    })
  })
})

describe('what cannot be placed', () => {
  it.each([
    { start: -1, end: 2 },
    { start: 2, end: 2 },
    { start: 3, end: 1 },
    { start: 0, end: 99 },
    { start: 0.5, end: 2 },
    { start: Number.NaN, end: 2 },
  ])('%o is refused', span => {
    expect(() => placeSpans('short', 'short', [span])).toThrow(RangeError)
  })

  it('half a character is refused', () => {
    expect(() => placeSpans('a😀b', 'a😀b', [{ start: 0, end: 2 }])).toThrow(/half/)
  })

  it('empty texts have a defined result', () => {
    expect(placeSpans('', '', [])).toEqual([])
    expect(placeSpans('words', '', [{ start: 0, end: 5 }])).toEqual([{ kind: 'lost', near: 0 }])
    expect(placeSpans('   ', ' ', [{ start: 0, end: 2 }])).toEqual([{ kind: 'lost', near: 0 }])
  })

  it('lone surrogates are carried like any character', () => {
    const newer = 'Now a \ud800 b and more.'
    expect(place('a \ud800 b', newer, 'a \ud800 b')).toMatchObject({ kind: 'kept', start: 4 })
  })
})

describe('large and repetitive texts', () => {
  it('a megabyte without a space is one word', () => {
    const older = `x${'a'.repeat(1_000_000)} end`
    const newer = `y${'a'.repeat(1_000_000)} end`
    const spans = [{ start: 5, end: 900 }, spanOf(older, 'end')]
    expect(placeSpans(older, newer, spans).map(({ kind }) => kind)).toEqual(['lost', 'kept'])
  })

  it('a megabyte without a space is found again behind other words', () => {
    const own = `${'a'.repeat(500_000)}b${'c'.repeat(500_000)}`
    const span = { start: 499_990, end: 500_010 }
    const [placement] = placeSpans(own, `It began. ${own}`, [span])
    expect(placement).toMatchObject({ kind: 'kept', start: span.start + 10 })
  })

  it('texts with nothing in common lose all', () => {
    const wordsOf = (letters: string) =>
      Array.from({ length: 20_000 }, (_, n) =>
        [...n.toString(4)].map(digit => letters[Number(digit)]).join(''),
      ).join(' ')
    const [older, newer] = [wordsOf('bdfg'), wordsOf('klmn')]
    const spans = Array.from({ length: 200 }, (_, n) => ({ start: n * 700, end: n * 700 + 40 }))
    expect(placeSpans(older, newer, spans).every(({ kind }) => kind === 'lost')).toBe(true)
  })

  it('a hundred thousand times the same word keeps its place', () => {
    const older = `start ${'ha '.repeat(100_000)}stop`
    const newer = `begin ${'ha '.repeat(100_000)}then stop`
    const [inside, last] = placeSpans(older, newer, [
      { start: 3006, end: 3008 },
      spanOf(older, 'stop'),
    ])
    expect(inside).toMatchObject({ kind: 'kept', start: 3006 })
    expect(last).toMatchObject({ kind: 'kept', start: newer.indexOf('stop') })
  })

  it('thousands of spans in a long text all have a place', () => {
    const older = Array.from({ length: 20_000 }, (_, n) => `Sentence ${n} says ${n * 7}.`).join(' ')
    const newer = older.replaceAll('00 says', '00 denies')
    const spans = Array.from({ length: 2000 }, (_, n) => spanOf(older, `Sentence ${n * 10} says`))
    const placements = placeSpans(older, newer, spans)
    const changed = placements.filter(({ kind }) => kind === 'changed')
    expect(changed).toHaveLength(199)
    expect(placements.filter(({ kind }) => kind === 'kept')).toHaveLength(1801)
  })
})

const word = fc.constantFrom(
  ...'the a of harbour town ships 9.8 percent July “no” не قال 東京 é e\u0301 😀 - … it’s not'.split(
    ' ',
  ),
)
const separator = fc.constantFrom(' ', ' ', ' ', '\n', '. ', ', ', '\u00a0', ' \u200f', '\u00ad')
const text = fc
  .array(fc.tuple(word, separator), { maxLength: 80 })
  .map(parts => parts.flat().join(''))
const wild = fc.oneof(
  text,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
)

/** A text, another made from it by a few edits, and spans of the first. */
const edited = fc
  .tuple(text, fc.array(fc.tuple(fc.nat(), fc.nat(60), text), { maxLength: 5 }))
  .map(([older, edits]) => {
    let newer = older
    for (const [at, length, put] of edits) {
      const from = newer.length ? at % newer.length : 0
      newer = newer.slice(0, from) + put.slice(0, 40) + newer.slice(from + length)
    }
    return [older, newer] as const
  })
const pair = fc.oneof(edited, fc.tuple(wild, wild))

/** Sound spans of a text from arbitrary numbers. */
function spansIn(older: string, numbers: readonly [number, number][]): Span[] {
  return numbers.flatMap(([at, length]) => {
    if (older === '') return []
    const start = at % older.length
    const span = { start, end: Math.min(older.length, start + 1 + (length % 60)) }
    return splits(older, span.start) || splits(older, span.end) ? [] : [span]
  })
}

function splits(of: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(of.slice(offset - 1, offset + 1))
}

const numbers = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 })

describe('whatever the texts', () => {
  it('offsets are valid, and the words equal wherever that is said', () => {
    fc.assert(
      fc.property(pair, numbers, ([older, newer], at) => {
        const spans = spansIn(older, at)
        const placements = placeSpans(older, newer, spans)
        expect(placements).toHaveLength(spans.length)
        placements.forEach((placement, index) => {
          const before = older.slice(spans[index]?.start, spans[index]?.end)
          for (const { start, end } of placesOf(placement)) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(newer.length)
            expect(splits(newer, start) || splits(newer, end)).toBe(false)
            if (placement.kind === 'kept' || placement.kind === 'moved')
              expect(isSameWords(before, newer.slice(start, end))).toBe(true)
          }
          if ('near' in placement) {
            expect(placement.near).toBeGreaterThanOrEqual(0)
            expect(placement.near).toBeLessThanOrEqual(newer.length)
          }
        })
      }),
      { numRuns: 1500 },
    )
  })

  it('the same question has the same answer', () => {
    fc.assert(
      fc.property(pair, numbers, ([older, newer], at) => {
        const spans = spansIn(older, at)
        expect(placeSpans(older, newer, spans)).toEqual(placeSpans(older, newer, spans))
      }),
      { numRuns: 200 },
    )
  })

  it('in the same text everything stays', () => {
    fc.assert(
      fc.property(wild, numbers, (older, at) => {
        const spans = spansIn(older, at)
        expect(placeSpans(older, older, spans)).toEqual(
          spans.map(span => ({ kind: 'kept', ...span })),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('what is added before and after leaves the words where they were', () => {
    const marked = 'Then the wharf burned for eleven nights.'
    fc.assert(
      fc.property(text, text, text, (before, own, after) => {
        const older = `${own}\n${marked}\n`
        const newer = `${before}\n${older}${after}`
        const start = newer.indexOf(marked)
        expect(place(older, newer, marked)).toEqual({
          kind: 'kept',
          ...spanOf(newer, marked),
          start,
        })
      }),
      { numRuns: 200 },
    )
  })

  it('offsets are valid where many spans are asked of long texts with moved and copied parts', () => {
    const blocks = fc.array(text, { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(blocks, fc.array(fc.nat(), { maxLength: 14 }), (parts, order) => {
        const older = parts.join('\n')
        const newer = order.map(index => parts[index % parts.length]).join('\n')
        const spans = spansIn(
          older,
          Array.from({ length: 90 }, (_, n) => [n * 37, n * 5]),
        )
        placeSpans(older, newer, spans).forEach(placement => {
          for (const { start, end } of placesOf(placement)) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(newer.length)
          }
        })
      }),
      { numRuns: 150 },
    )
  })

  it('where the words of a whole sentence are kept, the way back finds them again', () => {
    fc.assert(
      fc.property(edited, ([older, newer]) => {
        const marked = 'Then the wharf burned for eleven nights.'
        const [before, after] = [`${older}\n${marked}\n${older}`, `${newer}\n${marked}\n${newer}`]
        const forth = place(before, after, marked)
        expect(wordsAt(after, forth)).toBe(marked)
        expect(wordsAt(before, place(after, before, marked))).toBe(marked)
      }),
      { numRuns: 300 },
    )
  })
})

/** Every place that a placement names. */
function placesOf(placement: Placement): Span[] {
  switch (placement.kind) {
    case 'ambiguous':
      return placement.candidates
    case 'lost':
      return placement.instead ? [placement.instead] : []
    case 'changed':
      return placement.within ? [placement, placement.within] : [placement]
    case 'kept':
    case 'moved':
      return [placement]
  }
}
