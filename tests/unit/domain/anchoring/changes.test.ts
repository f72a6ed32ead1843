import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ChangeReason,
  changeReasons,
  changeReasonWords,
  classifyChange,
  describeChange,
} from '@/lib/domain/anchoring/changes'
import { isSameWords } from '@/lib/domain/anchoring/folding'

/** Both ways round: nobody should hear less because the older wording is the other one. */
function expectBoth(before: string, after: string, language: string, expected: unknown) {
  expect(classifyChange(before, after, language)).toEqual(expected)
  expect(classifyChange(after, before, language)).toEqual(expected)
}

describe('classifyChange', () => {
  it.each<[string, string]>([
    ['He said "no"', 'He said “no”'],
    ['from 12-14 ships', 'from 12–14 ships'],
    ['well… then', 'well... then'],
    ['ten  ships', 'ten ships'],
    ['co\u00ADoperate', 'cooperate'],
    ['e\u0301lan', 'élan'],
  ])('calls “%s” → “%s” typography', (before, after) => {
    expectBoth(before, after, 'en', { kind: 'typography', reasons: [] })
  })

  it.each<[string, string]>([
    ['It was 4.1.', 'It was 41.'],
    ['1 000 ships', '1000 ships'],
    ['It fell by -3 degrees.', 'It fell by - 3 degrees.'],
    ['x² grows', 'x2 grows'],
    ['½ of it', '1/2 of it'],
    ['1,5 metres', '1.5 metres'],
    ['5 10', '510'],
  ])('never calls “%s” → “%s” typography', (before, after) => {
    expect(classifyChange(before, after, 'en').kind).not.toBe('typography')
    expect(classifyChange(after, before, 'en').kind).not.toBe('typography')
  })

  it.each<[string, string, string?]>([
    ['The large dog ran', 'The big dog ran'],
    ['a beautiful house', 'a house'],
    ['the colour of it', 'the color of it'],
    ['Yes, he came.', 'Yes he came.'],
    ['1,000 ships', '1000 ships'],
    ['1,000 ships', 'one thousand ships'],
    ['twenty-one ships', '21 ships'],
    ['two hundred and five thousand ships', '205,000 ships'],
    ['5 million ships', '5,000,000 ships'],
    ['$5m in aid', '$5 million in aid'],
    ['US$5 in aid', '$5 in aid'],
    ['rose by 5%', 'rose by five per cent'],
    ['the 3rd ship', 'the third ship'],
    ['on 3 June 2020', 'on June 3, 2020'],
    ['at 5 p.m.', 'at 17:00'],
    ['He did not sail', 'He didn’t sail'],
    ['He won’t sail', 'He will not sail'],
    ['He failed to sail', 'He did not sail'],
    ['prices rose', 'prices climbed'],
    ['more than 5 ships', 'over 5 ships'],
    ['about 5 ships', 'roughly 5 ships'],
    ['all of the ships', 'every ship'],
    ['He may sail', 'He might sail'],
    ['Johnson says it sank', 'Johnson said it sank'],
    ['the Government of the day', 'the government of the day'],
    ['I was there', 'I stood there'],
    ['the World Health Organization moved', 'the WHO moved'],
    ['Mr Ruiz sailed', 'Ruiz sailed'],
    ['less CO2 than that', 'less CO₂ than that'],
    ['a big ship sailed', 'a ship sailed'],
    ['The U.S. economy', 'The US economy'],
    ['not least the ship', 'and the ship'],
    ['the state bought it', 'the state purchased it'],
    ['12 000 ships', '12,000 ships'],
    ['es sind 1.000 Schiffe', 'es sind 1000 Schiffe', 'de'],
    ['1.000 navi', '1000 navi', 'it'],
    ['1,000 barcos', '1000 barcos', 'es-MX'],
    ["1'000 Schiffe", '1000 Schiffe', 'de-CH'],
    ['fünfundzwanzig Schiffe', '25 Schiffe', 'de'],
    ['dreitausendfünfhundert Schiffe', '3500 Schiffe', 'de'],
    ['quatre-vingt-dix-sept bateaux', '97 bateaux', 'fr'],
    ['treinta y cinco barcos', '35 barcos', 'es'],
    ['двести пять кораблей', '205 кораблей', 'ru'],
    ['三百二十万人', '3200000人', 'zh'],
    ['3万人', '30000人', 'ja'],
    ['3割', '30％', 'ja'],
    ['am 5. Juni ', 'am 5.6. ', 'de'],
    ['11 pour cent', '11 %', 'fr'],
    ['חמישה עשר', '15', 'he'],
    ['خمسة وعشرون', '25', 'ar'],
    ['٣٫٥ مليون', '3.5 مليون', 'ar'],
  ])('calls “%s” → “%s” wording', (before, after, language = 'en') => {
    expectBoth(before, after, language, { kind: 'wording', reasons: [] })
  })

  it.each<[ChangeReason[], string, string, string?]>([
    [['number'], 'It cost 5 million.', 'It cost 5 billion.'],
    [['number'], 'It was 4.1.', 'It was 41.'],
    [['number'], 'three ships', 'four ships'],
    [['number'], 'It was 5 degrees.', 'It was −5 degrees.'],
    [['number'], 'the first ship', 'the second ship'],
    [['number'], '1.000 ships', '1,000 ships'],
    [['unit'], 'rose by 5 percent', 'rose by 5 percentage points'],
    [['unit'], 'It cost $5.', 'It cost €5.'],
    [['unit'], 'It is 5 km away.', 'It is 5 miles away.'],
    [['unit'], '5 ships a day', '5 ships a week'],
    [['date'], 'It sailed in June.', 'It sailed in July.'],
    [['date'], 'It sailed on 3 June 2020.', 'It sailed on 4 June 2020.'],
    [['date'], 'It sailed in 2019.', 'It sailed in 2020.'],
    [['date'], 'It sailed yesterday.', 'It sailed today.'],
    [['date'], 'the 1990s were', 'the 1980s were'],
    [['date'], 'It sailed at 5 p.m. there', 'It sailed at 6 p.m. there'],
    [['name'], 'It sailed from Oslo.', 'It sailed from Bergen.'],
    [['name'], 'Boris Johnson sailed', 'Jeremy Corbyn sailed'],
    [['name'], 'they told us there', 'they told US there'],
    [['name'], 'Mr Ruiz sailed', 'Mrs Ruiz sailed'],
    [['name'], 'full of vitamin C', 'full of vitamin D'],
    [['name'], 'to polish ships', 'to Polish ships'],
    [['name'], 'the farms of turkey', 'the farms of Turkey'],
    [['negation'], 'It did sail.', 'It did not sail.'],
    [['negation'], 'a legal ship', 'an illegal ship'],
    [['negation'], 'with a crew', 'without a crew'],
    [['negation'], 'He is likely there', 'He is unlikely there'],
    [['comparison'], 'Prices rose.', 'Prices fell.'],
    [['comparison'], 'a higher mast', 'a lower mast'],
    [['comparison'], 'men earn more than women', 'women earn more than men'],
    [['comparison'], 'It opened in Oslo', 'It closed in Oslo'],
    [['comparison'], 'exports rose to 5', 'imports rose to 5'],
    [['comparison'], 'It rose by 5', 'It rose to 5'],
    [['comparison'], 'above the line', 'below the line'],
    [['quantifier'], 'all ships', 'some ships'],
    [['quantifier'], 'at least 5 ships', 'at most 5 ships'],
    [['quantifier'], 'He saw it', 'Only he saw it'],
    [['modality'], 'It may sail', 'It will sail'],
    [['modality'], 'It allegedly sank', 'It sank'],
    [['attribution'], 'officials said it sank', 'critics said it sank'],
    [['attribution'], 'He said it was good.', 'He said it was “good”.'],
    [['attribution'], 'he said it sank', 'he claimed it sank'],
    [['attribution'], 'official sources said it sank', 'unnamed sources said it sank'],
    [['attribution'], 'According to police, it sank.', 'It sank.'],
    [['modality'], 'It sank.', 'It sank?'],
    [['negation'], 'He did sail, and she did not return', 'He did not sail, and she did return'],
    [
      ['number', 'date', 'comparison'],
      'unemployment fell to 4.1 percent in June',
      'unemployment rose to 9.8 percent in July',
    ],
    [['comparison'], 'Die Preise sind gestiegen', 'Die Preise sind gesunken', 'de'],
    [['number'], 'es sind 1.000 Schiffe', 'es sind 1,000 Schiffe', 'de'],
    [['date'], '昭和12年の橋', '平成12年の橋', 'ja'],
    [['name'], '福岡県で確認された', '福島県で確認された', 'ja'],
    [['number'], '最低气温为零下5度', '最低气温为5度', 'zh'],
    [['negation'], 'zulässig ist das', 'unzulässig ist das', 'de'],
    [['negation'], 'Il y a un problème', "Il n'y a pas un problème", 'fr'],
    [['date'], 'en enero', 'en febrero', 'es'],
    [['quantifier'], 'все корабли', 'некоторые корабли', 'ru'],
    [['negation'], 'وصلت السفينة', 'لم وصلت السفينة', 'ar'],
    [['negation'], 'הוא הגיע', 'הוא לא הגיע', 'he'],
    [['comparison'], '輸出が増加した', '輸出が減少した', 'ja'],
    [['name'], '法国出口增加', '德国出口增加', 'zh'],
    [['number'], '1.000 barcos', '1000 barcos', 'es-MX'],
    [['number'], '1.000 units', '1000 units', 'xx'],
    [['number'], '५ जहाज', '६ जहाज', 'hi'],
  ])('tells %j in “%s” → “%s”', (reasons, before, after, language = 'en') => {
    expectBoth(before, after, language, { kind: 'meaning', reasons })
  })

  it('calls the same words none', () => {
    expect(classifyChange('', '', 'en')).toEqual({ kind: 'none', reasons: [] })
  })

  it.each([
    ['one token', 'a'.repeat(1e6), 'b'.repeat(1e6)],
    ['one number', '1'.repeat(1e6), '2'.repeat(1e6)],
    ['groups of figures', '123 '.repeat(20_000), '456 '.repeat(20_000)],
    ['numerals', '万'.repeat(20_000), '億'.repeat(20_000)],
    ['words in a row', 'not '.repeat(20_000), 'one '.repeat(20_000)],
    ['quotation marks', '"'.repeat(20_000), "'".repeat(20_000)],
    ['halves of characters', '\ud800'.repeat(20_000), '\udc00'.repeat(20_000)],
  ])('is done with %s, however many', (_name, before, after) => {
    for (const language of ['en', 'zh'])
      expect(['wording', 'meaning']).toContain(classifyChange(before, after, language).kind)
  })

  const words = fc.constantFrom(
    ...`the not no 5 5.1 1,000 million percent % $ May June 2020 Oslo US us "no" 'yes' said may most
    more than rose fell - – . , … \u00a0 \u00ad ² ½ \ud800 所有 三 増加 не לא لا ein`.split(
      / +|\n/,
    ),
  )
  const sentence = fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 12 })
  const text = fc
    .tuple(sentence, fc.constantFrom('', ' ', '\n'))
    .map(([parts, between]) => parts.join(between))
  const language = fc.constantFrom('en', 'de', 'fr', 'es', 'ru', 'ar', 'he', 'ja', 'zh', 'xx', 'i!')

  it('is the same both ways, and typography exactly where the words are the same', () => {
    fc.assert(
      fc.property(text, text, language, (before, after, language) => {
        const change = classifyChange(before, after, language)
        expect(classifyChange(after, before, language)).toEqual(change)
        expect(classifyChange(before, after, language)).toEqual(change)
        if (before === after) expect(change.kind).toBe('none')
        else expect(change.kind === 'typography').toBe(isSameWords(before, after))
        expect(change.reasons.length > 0).toBe(change.kind === 'meaning')
        expect(change.reasons).toEqual(changeReasons.filter(each => change.reasons.includes(each)))
      }),
      { numRuns: 500 },
    )
  })
})

describe('describeChange', () => {
  it.each([
    [{ kind: 'none' as const, reasons: [] }, 'Nothing changed.'],
    [{ kind: 'typography' as const, reasons: [] }, 'Only the typography changed.'],
    [{ kind: 'wording' as const, reasons: [] }, 'The wording changed.'],
    [{ kind: 'meaning' as const, reasons: ['number' as const] }, 'A number changed.'],
    [
      { kind: 'meaning' as const, reasons: ['number' as const, 'date' as const] },
      'A number and a date changed.',
    ],
    [
      { kind: 'meaning' as const, reasons: ['number' as const, 'date' as const, 'name' as const] },
      'A number, a date and a name changed.',
    ],
  ])('says it in a sentence', (change, words) => {
    expect(describeChange(change)).toBe(words)
  })

  it('has words for every reason', () => {
    expect(Object.keys(changeReasonWords)).toEqual([...changeReasons])
  })
})

describe('units that differ by their capitals alone', () => {
  it.each([
    ['a plant of 5 mW', 'a plant of 5 MW'],
    ['a file of 5 Mb', 'a file of 5 MB'],
    ['20 m long', '20 M long'],
  ])('%s is not %s', (before, after) => {
    expect(classifyChange(before, after, 'en')).toMatchObject({ kind: 'meaning' })
    expect(classifyChange(before, after, 'en').reasons).toContain('unit')
  })
})

describe('a denial by another word', () => {
  it('is the same denial', () => {
    const before = 'The council rejected the claim.'
    const after = 'The council dismissed the claim.'
    expect(classifyChange(before, after, 'en')).toEqual({ kind: 'wording', reasons: [] })
  })
})
