import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offerClaimants } from '@/lib/domain/claimants/offers'

/** Who is offered for the words between ⟦ and ⟧, as "name, role". */
function offered(marked: string, language = 'en'): string[] {
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  const text = marked.replace(/[⟦⟧]/g, '')
  return offerClaimants(text, { start, end }, language).map(({ name, role }) =>
    [name, role].filter(Boolean).join(', '),
  )
}

describe('who may have said it, in English', () => {
  it.each([
    [
      'before what was said',
      'Ada Quill said that ⟦the port had lost money⟧ for years.',
      ['Ada Quill'],
    ],
    ['without “that”', 'Ada Quill said ⟦the port had lost money for years⟧.', ['Ada Quill']],
    ['after it', '⟦The port lost money for years⟧, Ada Quill said on Monday.', ['Ada Quill']],
    ['turned round', '“⟦The port lost money⟧,” said Ada Quill.', ['Ada Quill']],
    [
      'with an office before the name',
      '“⟦The port lost money⟧,” said harbour master Ada Quill.',
      ['Ada Quill, harbour master'],
    ],
    [
      'with an office after the name',
      'Ada Quill, the harbour master of Tessel, said ⟦the port had lost money⟧.',
      ['Ada Quill, harbour master of Tessel'],
    ],
    [
      'with an office after a name turned round',
      '“⟦The port lost money⟧,” said Ada Quill, the harbour master.',
      ['Ada Quill, harbour master'],
    ],
    [
      'with the name after the office',
      'The foreign minister, Bram Osk, said ⟦the letter had arrived⟧.',
      ['Bram Osk, foreign minister'],
    ],
    [
      'with an office of something',
      'The head of the Port Authority Bram Osk said ⟦the letter had arrived⟧.',
      ['Bram Osk, head of the Port Authority'],
    ],
    ['after “according to”', 'According to Ada Quill, ⟦the port lost money⟧.', ['Ada Quill']],
    [
      'with “according to” at the end',
      '⟦The port lost money⟧, according to Ada Quill.',
      ['Ada Quill'],
    ],
    [
      'as sources, with what tells who they are',
      'According to sources familiar with the books, ⟦the port lost money⟧.',
      ['sources familiar with the books'],
    ],
    ['told to somebody else', 'Bram Osk told reporters ⟦the letter had arrived⟧.', ['Bram Osk']],
    [
      'with initials and small words in the name',
      'J. P. van der Meer claimed that ⟦the letter had arrived⟧.',
      ['J. P. van der Meer'],
    ],
    ['without the form of address', 'Mr. Osk recalled that ⟦the letter had arrived⟧.', ['Osk']],
    [
      'with the full name and office from elsewhere',
      'Foreign Minister Bram Osk arrived.\nIt rained. Osk later added that ⟦the letter was late⟧.',
      ['Bram Osk, Foreign Minister'],
    ],
    [
      'as “he”, who spoke last',
      'Foreign Minister Bram Osk said it was late. He added that ⟦the letter was short⟧.',
      ['Bram Osk, Foreign Minister'],
    ],
    [
      'as “she”, after two things done',
      'Mayor Ada Quill said little. She urged calm and said that ⟦the port was safe⟧.',
      ['Ada Quill, Mayor'],
    ],
    [
      'by an office that the text gives to somebody',
      'Mayor Ada Quill arrived. “⟦The port is safe⟧,” the mayor said.',
      ['Ada Quill, Mayor'],
    ],
    ['by an office alone', '⟦The port is safe⟧, the mayor said.', ['the mayor']],
    [
      'as nobody in particular',
      'Mayor Ada Quill arrived. An unnamed port official said ⟦the port was not safe⟧.',
      ['An unnamed port official'],
    ],
    [
      'as a word for anyone',
      'Foreign Minister Bram Osk said it was late. “⟦It was crafty⟧,” the diplomat said.',
      ['Bram Osk, Foreign Minister'],
    ],
    ['as a body', 'NATO denied that ⟦it had promised anything⟧.', ['NATO']],
    [
      'across the sentences of a quote',
      '“⟦The port lost money.⟧ It will lose more. We know,” Ada Quill said.',
      ['Ada Quill'],
    ],
    [
      'before a quote that has no speaker of its own',
      'Ada Quill noted the losses. “⟦They began with the fire.⟧ They went on.”',
      ['Ada Quill'],
    ],
    [
      'in straight quotation marks',
      '"⟦The port lost money⟧. It will lose more," Ada Quill said.',
      ['Ada Quill'],
    ],
    [
      'in nested and unbalanced marks',
      'Ada Quill spoke. “There is no doubt that ⟦the books will “leak⟧,” Bram Osk suggested.',
      ['Bram Osk'],
    ],
    [
      'with an editor’s name in brackets',
      'He [Bram Osk] said that ⟦the letter had arrived⟧.',
      ['Bram Osk'],
    ],
    [
      'run on at the end of a pull quote',
      '⟦There is nothing new in this letter.⟧ Bram Osk Foreign Minister',
      ['Bram Osk, Foreign Minister'],
    ],
    [
      'run on without a point before',
      'they are ignored because ⟦they come from the Donmark⟧ Bram Osk Deputy Head of the Port Council',
      ['Bram Osk, Deputy Head of the Port Council'],
    ],
    [
      'the nearer of two first',
      'Ada Quill said that Bram Osk claimed that ⟦the letter had arrived⟧.',
      ['Bram Osk', 'Ada Quill'],
    ],
    [
      'of a saying that is itself the claim',
      '⟦Secretary General Jon Sten repeatedly denied that any promise was made⟧ to them.',
      ['Jon Sten, Secretary General'],
    ],
  ])('is found %s', (_name, marked, expected) => {
    expect(offered(marked)).toEqual(expected)
  })

  it.each([
    ['plain narration', '⟦The harbour handled 412 ships⟧, more than ever.'],
    [
      'narration beside what somebody said',
      '⟦After the fire on 26 January⟧, Osk said that trade fell.',
    ],
    ['the sentence after', 'Ada Quill said it rained. ⟦The harbour handled 412 ships⟧.'],
    ['names that say nothing', '⟦Ada Quill met Bram Osk in Tessel⟧.'],
    ['what somebody was told', '⟦The port was said to be closed⟧.'],
    ['what somebody would not say', 'Ada Quill refused to say whether ⟦the port was closed⟧.'],
    ['“they”', 'They said that ⟦the port was closed⟧.'],
    ['“he” where nobody was named', 'He said that ⟦the port was closed⟧.'],
    ['an empty text', '⟦⟧'],
  ])('is not guessed for %s', (_name, marked) => {
    expect(offered(marked)).toEqual([])
  })
})

describe('who may have said it, in other languages', () => {
  it.each([
    [
      'de',
      'before',
      'Hafenmeisterin Ada Quill sagte, dass ⟦der Hafen Verlust macht⟧.',
      ['Ada Quill, Hafenmeisterin'],
    ],
    ['de', 'after', '⟦Der Hafen macht Verlust⟧, sagte Ada Quill am Montag.', ['Ada Quill']],
    [
      'de',
      'by “laut”',
      'Laut Außenminister Bram Osk ⟦ist der Brief da⟧.',
      ['Bram Osk, Außenminister'],
    ],
    ['de', 'by “so”', '„⟦Der Hafen macht Verlust⟧“, so Quill.', ['Quill']],
    [
      'de',
      'by office',
      '⟦Der Hafen macht Verlust⟧, erklärte die Hafenbehörde.',
      ['die Hafenbehörde'],
    ],
    ['de', 'nowhere in narration', '⟦Der Hafen macht seit Jahren Verlust⟧.', []],
    ['de', 'nowhere in “so viel”', '⟦Der Hafen macht Verlust⟧, so viel ist bekannt.', []],
    ['ru', 'before', 'Ада Квилл заявила, что ⟦порт терпит убытки⟧.', ['Ада Квилл']],
    [
      'ru',
      'after, with an office in the genitive',
      '«⟦Порт терпит убытки⟧», — сказал министр иностранных дел Брам Оск.',
      ['Брам Оск, министр иностранных дел'],
    ],
    [
      'ru',
      'of a country',
      'Президент России Брам Оск отметил, что ⟦письмо пришло⟧.',
      ['Брам Оск, Президент России'],
    ],
    ['ru', 'nowhere in narration', '⟦Порт терпит убытки⟧ уже много лет.', []],
    ['en-GB', 'whatever the country', 'Ada Quill said ⟦it was closed⟧.', ['Ada Quill']],
    ['fi', 'nowhere without a table', 'Ada Quill said ⟦it was closed⟧.', []],
  ])('is found in %s %s', (language, _how, marked, expected) => {
    expect(offered(marked, language)).toEqual(expected)
  })
})

describe('the line under a quote', () => {
  const line = (text: string, attribution: string, language = 'en') => {
    const start = text.indexOf(attribution)
    const span = { start: 0, end: 10 }
    return offerClaimants(text, span, language, { start, end: start + attribution.length })
  }
  it.each([
    [
      'a name and a place',
      'en',
      'Helle Brand, Norr Institute',
      { name: 'Helle Brand', role: 'Norr Institute' },
    ],
    ['a name alone', 'en', 'Helle Brand', { name: 'Helle Brand', role: '' }],
    ['a dash', 'en', '— Helle Brand, mayor', { name: 'Helle Brand', role: 'mayor' }],
    [
      'a name and office run together',
      'en',
      'Bram Osk Foreign Minister',
      { name: 'Bram Osk', role: 'Foreign Minister' },
    ],
    [
      'another language',
      'fi',
      'Helle Brand, pormestari',
      { name: 'Helle Brand', role: 'pormestari' },
    ],
  ])('tells who said it: %s', (_name, language, attribution, offer) => {
    expect(line(`“Both sides quote it.”\n${attribution}`, attribution, language)[0]).toEqual(offer)
  })
})

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    'Ada Quill',
    'Mr. Osk',
    'the mayor',
    'He',
    'said',
    'that',
    ',',
    '.',
    '“',
    '”',
    '"',
    'according to',
    'According to',
    'Foreign Minister',
    'of',
    'the port',
    '412 ships',
    '[Osk]',
    'told',
    '\n',
    'J. P. van der Meer',
    '—',
    '😀',
    'é',
    'NATO',
    ':',
    'sagte',
    'сказал',
  )
  const texts = fc.array(pieces, { maxLength: 40 }).map(parts => parts.join(' '))

  it('offers only what stands in it, each once, three at most', () => {
    fc.assert(
      fc.property(
        texts,
        fc.nat(200),
        fc.nat(80),
        fc.constantFrom('en', 'de', 'ru'),
        (text, at, length, language) => {
          const start = Math.min(at, text.length)
          const end = Math.min(text.length, start + length)
          const offers = offerClaimants(text, { start, end }, language)
          for (const { name, role } of offers) {
            expect(text).toContain(name)
            expect(text).toContain(role)
            expect(name.trim()).not.toBe('')
          }
          expect(new Set(offers.map(({ name }) => name)).size).toBe(offers.length)
          expect(offers.length).toBeLessThanOrEqual(3)
        },
      ),
      { numRuns: 500 },
    )
  })
})
