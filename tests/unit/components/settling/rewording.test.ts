import { describe, expect, it } from 'vitest'
import { describeRewording, replacementsBy, rewordingOf } from '@/components/settling/rewording'

const anchor = {
  quote: 'rose by 9.8 per cent',
  now: 'rose by 4.1 per cent',
  sentence: null,
  change: null,
}
const confirmed = replacementsBy(anchor, { kind: 'confirm' }, () => '')

describe('a claim after its words were settled', () => {
  it.each([
    ['Prices rose by 9.8 per cent.', 'Prices rose by 4.1 per cent.'],
    ['Of 9.8 it was 9.8.', 'Of 4.1 it was 4.1.'],
  ])('has the old number: %s', (claim, reworded) => {
    expect(rewordingOf(claim, confirmed)).toEqual({ before: '9.8', after: '4.1', claim: reworded })
  })

  it('may be of both numbers, and is left alone then', () => {
    expect(rewordingOf('It was corrected from 9.8 to 4.1 per cent.', confirmed)).toBeNull()
  })

  it.each(['Prices rose by 4.1 per cent.', 'Prices rose by 19.8 per cent.', 'In 9.81 years.', ''])(
    'has it no more, or another: %j',
    claim => {
      expect(rewordingOf(claim, confirmed)).toBeNull()
    },
  )

  it('is read against the sentence where that alone changed', () => {
    const sentence = { before: 'In May he left.', after: 'In April he left.' }
    const replacements = replacementsBy(
      { quote: 'he left', now: 'he left', sentence, change: null },
      { kind: 'confirm' },
      () => '',
    )
    expect(replacements).toMatchObject([{ before: 'May', after: 'April' }])
  })

  it('is read against the words it was placed on, and against none where a place was left out', () => {
    const placed = { kind: 'place', span: { start: 0, end: 4 } } as const
    expect(replacementsBy(anchor, placed, () => 'rose by 5 per cent')).toMatchObject([
      { before: '9.8', after: '5' },
    ])
    expect(replacementsBy(anchor, { kind: 'drop' }, () => '')).toEqual([])
  })

  it.each([
    ['took the place of one another', 'from 5 to 7 and 9', 'from 7 to 9 and 11'],
    [
      'stand there still beside those that went',
      '9 in May and 9 in June',
      '9 in May and 4 in June',
    ],
    [
      'stood there before beside those that came',
      '9 in May and 4 in June',
      '4 in May and 4 in June',
    ],
  ])('is left alone where words %s', (_name, quote, now) => {
    const replacements = replacementsBy(
      { quote, now, sentence: null, change: null },
      { kind: 'confirm' },
      () => '',
    )
    expect(rewordingOf(`It went ${quote}.`, replacements)).toBeNull()
  })

  it('is left alone for little words', () => {
    expect(rewordingOf('The rise.', [{ before: 'The', after: 'A', isTurn: true }])).toBeNull()
    expect(rewordingOf('The rise.', [{ before: 'The', after: '', isTurn: false }])).toBeNull()
  })

  it('names words that are only gone, and leaves the claim to a person', () => {
    const gone = { before: 'written', after: '', isTurn: false }
    const rewording = rewordingOf('No written promise.', [gone])
    expect(rewording).toEqual({ before: 'written', after: '', claim: null })
    expect(rewording && describeRewording(rewording)).toBe('The claim still says “written”.')
    expect(rewordingOf('No promise.', [gone])).toBeNull()
  })

  it.each([
    ['went', 'not', '', 'They promised not to go.', 'They promised to go.'],
    ['came', '', 'not', 'They promised to go.', 'They promised not to go.'],
  ])('is read for a “not” that %s, however short it is', (_how, before, after, old, done) => {
    const change = { kind: 'meaning', reasons: ['negation'] } as const
    const [quote, now] = [`promised ${before} to go`, `promised ${after} to go`]
    const turned = replacementsBy(
      { quote, now, sentence: null, change: { ...change, reasons: [...change.reasons] } },
      { kind: 'confirm' },
      () => '',
    )
    expect(rewordingOf(old, turned)).toEqual({ before, after, claim: null })
    expect(rewordingOf(done, turned)).toBeNull()
    expect(rewordingOf('', turned)).toBeNull()
  })
})
