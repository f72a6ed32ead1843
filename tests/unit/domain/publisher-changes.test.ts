import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSpanFault } from '@/lib/domain/anchoring/anchors'
import { isSameWords } from '@/lib/domain/anchoring/folding'
import {
  type CheckedNote,
  countPassages,
  type FrozenWording,
  followNotes,
  headingOf,
  momentWords,
  type PublisherChange,
  type WordsAround,
} from '@/lib/domain/publisher-changes'
import { publisherChange } from '@/tests/support/snapshots'

const opening = 'The port of Alderwick published its yearly report on Friday.'
const closing = 'A spokesman for the town council welcomed the figures and thanked the crews.'
const textOf = (...lines: string[]) => [opening, ...lines, closing].join('\n')

const claim = 'The harbour handled 412 ships in 2025, more than ever before.'
const fewer = 'The harbour handled 398 ships in 2025, more than ever before.'
const fewest = 'The harbour handled 377 ships in 2025, more than ever before.'
const typeset = 'The harbour handled 412\u00a0ships in 2025, more than ever before\u00ad.'
const reworded = 'The harbour took in 412 ships in 2025, more than ever before.'

/** Wordings as they were frozen: revision 1 on 1 March, and one each day. */
function wordings(...texts: string[]): FrozenWording[] {
  return texts.map((text, index) => ({
    text,
    revision: index + 1,
    frozenAt: `2026-03-0${index + 1}T09:00:00.000Z`,
    changedOn: index === 0 ? '' : `2026-02-2${index}`,
    changeNote: index === 0 ? '' : `Change ${index}.`,
    isOwn: false,
  }))
}

function placesOf(text: string, quotes: readonly string[]) {
  return quotes.map(quote => {
    const start = text.indexOf(quote)
    if (start < 0) throw new Error(`The text does not say “${quote}”.`)
    return { start, end: start + quote.length, quote }
  })
}

function noteOn(before: string[], now: string[], texts: readonly string[]): CheckedNote {
  return {
    key: 'k',
    claim: 'Many ships.',
    before: placesOf(texts[0] ?? '', before),
    now: placesOf(texts.at(-1) ?? '', now),
  }
}

/** What is told of one note that rested on `before` and rests on `now`. */
function told(texts: string[], before: string[], now: string[]) {
  return followNotes([noteOn(before, now, texts)], wordings(...texts), 'en').changes
}

describe('followNotes', () => {
  it('tells both wordings, what kind of change it is, and when', () => {
    const texts = [textOf(claim), textOf(fewer)]
    expect(told(texts, [claim], [fewer])).toEqual([
      {
        noteKey: 'k',
        claim: 'Many ships.',
        ordinal: 0,
        before: claim,
        after: fewer,
        kind: 'meaning',
        reasons: ['number'],
        revision: 2,
        frozenAt: '2026-03-02T09:00:00.000Z',
        changedOn: '2026-02-21',
        changeNote: 'Change 1.',
        isOwn: false,
        again: null,
      },
    ])
  })

  const outcome = (texts: string[], now: string[], before = [claim]) =>
    told(texts, before, now).map(change => [change.kind, change.after])

  it.each<[string, string[], string[], [string, string | null][]]>([
    ['is told nothing of the same text', [textOf(claim)], [claim], []],
    [
      'is told nothing of words that moved',
      [textOf(claim, 'Trade grew too.'), textOf('Trade grew too.', claim)],
      [claim],
      [],
    ],
    ['is told nothing of typography', [textOf(claim), textOf(typeset)], [typeset], []],
    [
      'is told nothing of words that came back',
      [textOf(claim), textOf(fewer), textOf(claim)],
      [claim],
      [],
    ],
    [
      'is told of other words that say the same',
      [textOf(claim), textOf(reworded)],
      [reworded],
      [['wording', reworded]],
    ],
    ['is told of words that went', [textOf(claim), textOf()], [], [['removed', null]]],
    [
      'is told of a retired note’s words as well',
      [textOf(claim), textOf(fewer)],
      [],
      [['meaning', fewer]],
    ],
    [
      'is told what the engine found where the note went elsewhere',
      [textOf(claim), textOf(fewer)],
      [closing],
      [['meaning', fewer]],
    ],
  ])('a reader %s', (_name, texts, now, expected) => {
    expect(outcome(texts, now)).toEqual(expected)
  })

  it('is told of a sentence that turns the same words, from one end of it to the other', () => {
    const rumour = 'It is not true that the harbour handled 412 ships in 2025, the council says.'
    const texts = [textOf(claim), textOf('Trade grew.', claim), textOf('Trade grew.', rumour)]
    expect(told(texts, ['412 ships'], ['412 ships'])).toMatchObject([
      { before: claim, after: rumour, kind: 'meaning', revision: 3, again: null },
    ])
    expect(told([...texts, textOf(claim)], ['412 ships'], ['412 ships'])).toEqual([])
  })

  it('takes the words that a person found where the engine finds none', () => {
    const other = 'Fewer vessels than in any year on record called last season.'
    const texts = [textOf(claim), `${textOf()}\n${other}`]
    expect(outcome(texts, [])).toEqual([['removed', null]])
    expect(outcome(texts, [other])).toEqual([[expect.any(String), other]])
  })

  it('does not take words that the old text had already for what became of others', () => {
    expect(outcome([textOf(claim), textOf()], [closing])).toEqual([['removed', null]])
  })

  it('says that words are gone from one place of a note and the same in another', () => {
    const texts = [textOf(claim), textOf()]
    expect(told(texts, [claim, closing], [closing])).toMatchObject([
      { ordinal: 0, before: claim, kind: 'removed' },
    ])
  })

  it('names the revision that changed the words, not a later one', () => {
    const texts = [textOf(claim), textOf(fewer), textOf('Trade grew too.', fewer)]
    expect(told(texts, [claim], [fewer])).toMatchObject([{ revision: 2, again: null }])
  })

  it('names the revision that changed the words, not an earlier one', () => {
    const texts = [textOf(claim), textOf('Trade grew too.', claim), textOf('Trade grew.', fewer)]
    expect(told(texts, [claim], [fewer])).toMatchObject([
      { revision: 3, changedOn: '2026-02-22', changeNote: 'Change 2.', again: null },
    ])
  })

  it('names both revisions where two changed the words, and tells the newest', () => {
    const texts = [textOf(claim), textOf(fewer), textOf(fewest)]
    expect(told(texts, [claim], [fewest])).toMatchObject([
      {
        before: claim,
        after: fewest,
        revision: 2,
        again: { revision: 3, changedOn: '2026-02-22' },
      },
    ])
  })

  it('names the last time where words came back and were changed once more', () => {
    const texts = [textOf(claim), textOf(fewer), textOf(claim), textOf(fewest)]
    expect(told(texts, [claim], [fewest])).toMatchObject([{ revision: 4, again: null }])
  })

  it('tells the same whoever asks', () => {
    const texts = [textOf(claim), textOf(fewer), textOf(fewest)]
    expect(told(texts, [claim], [fewest])).toEqual(told(texts, [claim], [fewest]))
  })
})

const word = fc.constantFrom(
  'ships',
  'harbour',
  'the',
  'not',
  '412',
  '398',
  'سفينة',
  '船',
  '🚢',
  '“',
  '”',
  '\n',
)
const anyText = fc.array(word, { minLength: 1, maxLength: 60 }).map(words => words.join(' '))
const anyPlace = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 80 }))

/** A place in a text, at a share of its length and so many characters long; none that no note may have. */
function placeIn(text: string, [share, length]: [number, number]) {
  const start = Math.min(text.length - 1, Math.floor(share * text.length))
  const end = Math.min(text.length, start + 1 + length)
  return findSpanFault(text, { start, end }) ? [] : [{ start, end, quote: text.slice(start, end) }]
}

describe('the fate of a note', () => {
  const rates = 'Unemployment was 9.8 percent in March. Inflation was 9.8 percent in May.'
  const texts = [textOf(claim, rates), textOf(fewer, rates)]
  const [was = '', now = ''] = texts
  const at = (text: string, quote: string, from = 0) => {
    const start = text.indexOf(quote, from)
    return { start, end: start + quote.length, quote }
  }
  const fateOf = (before: CheckedNote['before'], after: CheckedNote['before']) =>
    followNotes([{ key: 'k', claim: '', before, now: after }], wordings(...texts), 'en').fates.get(
      'k',
    )
  const [ships, fewerShips] = [at(was, '412 ships'), at(now, '398 ships')]
  const [rate, rateNow] = [at(was, '9.8 percent'), at(now, '9.8 percent')]
  const otherRateNow = at(now, '9.8 percent', rateNow.end)
  const council = at(now, 'town council')

  it.each<[string, string | undefined, CheckedNote['before'], CheckedNote['before']]>([
    ['carried to where it was', 'carried', [rate], [rateNow]],
    ['on the words that the publisher put there', 'told', [ships], [fewerShips]],
    [
      'partly carried, partly on the publisher’s words',
      'told',
      [ships, rate],
      [fewerShips, rateNow],
    ],
    ['put on equal words elsewhere', undefined, [rate], [otherRateNow]],
    ['put on other words beside a told change', undefined, [ships, rate], [fewerShips, council]],
    [
      'put on equal words beside a told change',
      undefined,
      [ships, rate],
      [fewerShips, otherRateNow],
    ],
    ['put elsewhere than the told change', undefined, [ships], [council]],
    ['with a place more', undefined, [ships], [fewerShips, council]],
    ['with a place less', undefined, [ships, rate], [fewerShips]],
  ])('%s is %s', (_name, fate, before, after) => {
    expect(fateOf(before, after)).toBe(fate)
  })

  it('on the same words in a sentence that turns them is told, and elsewhere is ours to explain', () => {
    const turned = textOf(
      'It is not true that the harbour handled 412 ships in 2025.',
      '412 ships, he said.',
    )
    const fateAt = (place: CheckedNote['before'][number]) =>
      followNotes(
        [{ key: 'k', claim: '', before: [ships], now: [place] }],
        wordings(was, turned),
        'en',
      )
    const first = at(turned, '412 ships')
    expect(fateAt(first).changes).toHaveLength(1)
    expect(fateAt(first).fates.get('k')).toBe('told')
    expect(fateAt(at(turned, '412 ships', first.end)).fates.get('k')).toBeUndefined()
  })

  it('on words that were removed is told where it goes on without them, and only so', () => {
    const shorter = textOf(rates)
    const after = [at(shorter, '9.8 percent')]
    const follow = (places: CheckedNote['before']) =>
      followNotes(
        [{ key: 'k', claim: '', before: [at(was, claim), rate], now: places }],
        wordings(was, shorter),
        'en',
      ).fates.get('k')
    expect(follow(after)).toBe('told')
    expect(follow([...after, at(shorter, 'town council')])).toBeUndefined()
  })
})

describe('whatever the texts are, followNotes', () => {
  it('tells old words as they were, never the same words as new ones, and always the same', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { minLength: 1, maxLength: 4 }),
        fc.array(anyPlace, { maxLength: 4 }),
        fc.array(anyPlace, { maxLength: 3 }),
        (texts, old, chosen) => {
          const before = old.flatMap(place => placeIn(texts[0] ?? '', place))
          const now = chosen.flatMap(place => placeIn(texts.at(-1) ?? '', place))
          const tell = () =>
            followNotes([{ key: 'k', claim: '', before, now }], wordings(...texts), 'en').changes
          const changes = tell()
          expect(tell()).toEqual(changes)
          for (const { ordinal, before: words, after, kind, reasons, revision } of changes) {
            const quote = before[ordinal]?.quote ?? ''
            // Of words that are the same the sentence is told that turns them.
            expect(words === quote || words.includes(quote.trim())).toBe(true)
            expect(after === null).toBe(kind === 'removed')
            expect(after !== null && isSameWords(words, after)).toBe(false)
            expect(reasons.length > 0).toBe(kind === 'meaning')
            expect(revision).toBeGreaterThan(1)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('tells nothing of a text that stays, or comes back', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.array(anyPlace, { maxLength: 4 }), (text, other, old) => {
        const before = old.flatMap(place => placeIn(text, place))
        const note = { key: 'k', claim: '', before, now: before }
        expect(followNotes([note], wordings(text, other, text), 'en').changes).toEqual([])
      }),
    )
  })
})

describe('countPassages', () => {
  const change = (own: Partial<PublisherChange>) =>
    publisherChange({ before: claim, after: fewer, ...own })

  it.each<[string, Partial<PublisherChange>[], number]>([
    ['nothing', [], 0],
    ['two notes', [{}, { noteKey: 'l' }], 2],
    ['two places of one note', [{}, { ordinal: 1, before: closing }], 2],
    ['one passage that changed twice', [{ edition: 3, before: fewer, after: fewest }, {}], 1],
    ['another that happens to say the same', [{ edition: 3, noteKey: 'l', before: fewer }, {}], 2],
  ])('counts %s', (_name, changes, count) => {
    expect(countPassages(changes.map(change))).toBe(count)
  })
})

describe('the words of a change, wherever it is told', () => {
  const joined = ({ lead, within, tail }: WordsAround) => lead + within + tail

  it.each<[string, Partial<PublisherChange>]>([
    ['Changed by Meridian Wire after our check', {}],
    ['Changed by Meridian Wire after our check', { kind: 'wording' }],
    ['Removed by Meridian Wire after our check', { kind: 'removed', after: null }],
    ['We changed these words after our check', { isOwn: true }],
    ['We took these words out after our check', { isOwn: true, kind: 'removed', after: null }],
  ])('head it “%s”', (words, own) => {
    expect(joined(headingOf(publisherChange(own), 'Meridian Wire'))).toBe(words)
  })

  it.each<[string, Partial<PublisherChange>, Partial<PublisherChange>?]>([
    ['Noted by us on 2 February 2022', {}],
    ['1 February 2022', { changedOn: '2022-02-01' }],
    ['2 February 2022', { isOwn: true }],
    ['noted by us on 2 February 2022', {}, {}],
    ['by us, 2 February 2022', { isOwn: true }, {}],
    ['by the publisher, noted by us on 2 February 2022', {}, { isOwn: true }],
    ['by the publisher, 1 February 2022', { changedOn: '2022-02-01' }, { isOwn: true }],
  ])('date it “%s”', (words, own, first) => {
    const moment = momentWords(
      publisherChange(own),
      { language: 'en', timeZone: 'UTC' },
      first && publisherChange(first),
    )
    expect(joined(moment)).toBe(words)
  })
})
