import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articleFileLimit, type BlockKind } from '@/lib/domain/articles'
import { adviceOnRunOns } from '@/lib/domain/run-ons'
import { decodeText, recogniseText } from '@/lib/importers/text'

const utf8 = (text: string) => new TextEncoder().encode(text)

const kinds = (text: string): [BlockKind, string][] =>
  recogniseText(text).blocks.map(({ kind, text: words }) => [kind, words])

/** A sentence that nothing takes for a heading. */
const filler = 'The council met on Tuesday and settled what it had put off since the spring.'

/** A pull quote as pages have it: long, without quotation marks and without an end. */
const longOpen =
  'We have never seen such a year in this harbour, and none of us shall see one again in this life or the next'

describe('decodeText', () => {
  it.each([
    ['reads UTF-8', utf8('Год'), 'Год'],
    ['reads UTF-8 with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x41]), 'A'],
    ['reads little-endian UTF-16', new Uint8Array([0xff, 0xfe, 0x13, 0x04]), 'Г'],
    ['reads big-endian UTF-16', new Uint8Array([0xfe, 0xff, 0x04, 0x13]), 'Г'],
    ['reads a file without a byte', new Uint8Array(), ''],
  ])('%s', (_title, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text })
  })

  it.each([
    ['refuses a PDF by name', utf8('%PDF-1.7 …'), 'a PDF'],
    ['refuses a Word document by name', new Uint8Array([0x50, 0x4b, 3, 4, 20]), 'Word'],
    ['refuses rich text, which is text only in part', utf8('{\\rtf1 Hello}'), 'rich text'],
    ['refuses a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'picture'],
    ['refuses a zero byte', utf8('ab\u0000c'), 'not a text file'],
    ['refuses a zero byte among bytes that are no UTF-8', new Uint8Array([0xc3, 0]), 'not a text'],
    ['says how to save Latin-1', new Uint8Array([0x63, 0x61, 0x66, 0xe9]), 'encoding UTF-8'],
    ['refuses half a character of UTF-16', new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), 'not a text'],
  ])('%s', (_title, bytes, words) => {
    expect(decodeText(bytes)).toMatchObject({
      ok: false,
      reason: 'unsupported',
      message: expect.stringContaining(words),
    })
  })

  it('refuses a file over the limit and says how large both are', () => {
    expect(decodeText(new Uint8Array(articleFileLimit))).toMatchObject({ reason: 'unsupported' })
    expect(decodeText(new Uint8Array(articleFileLimit + 1))).toMatchObject({
      reason: 'too_large',
      message: expect.stringMatching(/4\.1 MB.*4 MB/),
    })
  })
})

describe('recogniseText', () => {
  it('unifies line ends, drops the byte order mark and spaces at line ends, keeps the rest', () => {
    expect(recogniseText('\uFEFFOne. \r\n\rTwo\u00A0three. \t').text).toBe(
      'One.\n\nTwo\u00A0three.',
    )
  })

  it.each([
    ['makes nothing of nothing', '', []],
    ['makes nothing of blank lines', ' \n\t\n\u00A0\n', []],
    ['parts paragraphs at empty lines', 'A b.\n\n\nC d.', ['A b.', 'C d.']],
    ['takes each line where no line is empty', 'A b.\nC d.', ['A b.', 'C d.']],
    ['takes page breaks and separators for breaks', 'A.\fB.\u2029C.', ['A.', 'B.', 'C.']],
    [
      'keeps the line ends of verse',
      'X.\n\nRoses are red,\nviolets blue.',
      ['X.', 'Roses are red,\nviolets blue.'],
    ],
    [
      'parts long lines set without an empty line',
      `${filler.repeat(2)}\n${filler}\n\nEnd.`,
      [filler.repeat(2), filler, 'End.'],
    ],
  ])('%s', (_title, text, paragraphs) => {
    expect(kinds(text)).toEqual(paragraphs.map(each => ['paragraph', each]))
  })

  describe('with lines cut at a width', () => {
    const wrapped = [
      'The council of the harbour met on Tuesday to settle the budget that',
      'it had put off since the spring, and to hear what the treasurer had',
      'to say about the fees.',
      '',
      'He said that they had been frozen since 2015, which the minutes of',
      'the years between do not bear out.',
    ]

    it('joins them and says so', () => {
      const { blocks, notices } = recogniseText(wrapped.join('\n'))
      expect(blocks).toHaveLength(2)
      expect(blocks[0]?.text).toContain('budget that it had put off')
      expect(notices).toEqual([expect.stringContaining('3 line ends were joined')])
    })

    it('leaves a heading that stands right above its paragraph', () => {
      const text = [...wrapped.slice(0, 4), 'What he said', ...wrapped.slice(4)].join('\n')
      expect(kinds(text).map(([kind]) => kind)).toEqual(['paragraph', 'heading', 'paragraph'])
    })

    it('does not guess at paragraphs where no line is empty', () => {
      const { blocks, notices } = recogniseText(wrapped.filter(Boolean).join('\n'))
      expect(blocks).toHaveLength(5)
      expect(notices).toEqual([expect.stringContaining('Put empty lines between paragraphs')])
    })
  })

  it('joins cut lines of Chinese without a space', () => {
    const line = '市议会星期二开会讨论了自春季以来一直推迟的预算并且听取了财务主管的报告内容'
    const { blocks } = recogniseText(`${line}\n${line}\n${line}\n完。\n\n${filler}`)
    expect(blocks[0]?.text).toBe(`${line.repeat(3)}完。`)
  })

  it.each([
    [
      'knows bullets',
      '- one thing\n* another thing\n• a third',
      ['- one thing', '* another thing', '• a third'],
    ],
    ['knows items apart by empty lines', '• one thing\n\n• another', ['• one thing', '• another']],
    ['knows numbers in a row and keeps them', '1. one\n2. two', ['1. one', '2. two']],
    ['knows en dashes in a row', '– one\n– two', ['– one', '– two']],
  ])('%s', (_title, list, items) => {
    const text = `${filler}\n\n${list}\n\n${filler}`
    const found = kinds(text).filter(([kind]) => kind === 'item')
    expect(found).toEqual(items.map(each => ['item', each]))
  })

  it.each([
    ['a date', '3. Oktober war ein langer Tag für alle.'],
    ['a line of dialogue', '– Куда вы идёте?'],
    ['a line of stars', '* * *'],
    ['a negative number', '-5 degrees were measured at the quay.'],
  ])('does not take %s for an item', (_title, line) => {
    expect(kinds(`${filler}\n\n${line}\n\n${filler}`)[1]).toEqual(['paragraph', line])
  })

  it.each([
    ['English', 'Council denies the rise', filler],
    ['a heading with an abbreviation', 'What U.S. engineers saw in St. Helen', filler],
    [
      'Cyrillic',
      'Путин решит, что делать дальше',
      'Президенту предстоит решить, как ответить на письма.',
    ],
    ['Arabic', 'المجلس ينفي رفع الرسوم', 'قال أمين الصندوق إن الرسوم لم تتغير منذ سنوات.'],
    ['Hebrew', 'המועצה מכחישה את העלייה', 'הגזבר אמר שהאגרה לא השתנתה מאז.'],
    ['Chinese', '市议会否认涨价', '财务主管表示，自2015年以来费用没有改变。'],
  ])('knows a sub-heading: %s', (_title, heading, paragraph) => {
    expect(kinds([paragraph, heading, paragraph].join('\n\n'))[1]).toEqual(['heading', heading])
  })

  it.each([
    ['the first line', ['Council denies the rise', filler, filler]],
    ['the last line', [filler, filler, 'Council denies the rise']],
    ['a line that ends in a full stop', [filler, 'The council denies the rise.', filler]],
    ['a line with a sentence inside', [filler, 'They came early. Then they left', filler]],
    ['a line that begins small', [filler, 'and so it went', filler]],
    ['a short line above another', [filler, 'Anna Brekke', 'Harbour Street 5', filler]],
    ['a line all in quotation marks', [filler, '“A dangerous game”', filler]],
    ['a byline', [filler, 'By Anna Brekke', filler]],
    ['an address', [filler, 'https://example.org/budget', filler]],
    ['a long line', [filler, 'Council '.repeat(14).trim(), filler]],
  ])('does not take %s for a sub-heading', (_title, blocks) => {
    const count = kinds(blocks.join('\n\n')).filter(([kind]) => kind === 'heading').length
    expect(count).toBe(blocks.includes('Harbour Street 5') ? 1 : 0)
  })

  it.each([
    ['on the next line', '“We stop at a comma.”\n— Helle Brandvold, Norrvik Institute'],
    ['after an empty line', '“We stop at a comma.”\n\n— Helle Brandvold, Norrvik Institute'],
  ])('knows a quote with its speaker %s', (_title, quote) => {
    expect(kinds(`${filler}\n\n${quote}\n\n${filler}`).slice(1, 3)).toEqual([
      ['quote', '“We stop at a comma.”'],
      ['attribution', '— Helle Brandvold, Norrvik Institute'],
    ])
  })

  it.each([
    ['an office for the name', '“We stop at a comma.”', '– the mayor of Norrvik'],
    ['a long quote that is left open', longOpen, '– Helle Brandvold, Norrvik'],
  ])('knows a speaker after a long dash: %s', (_title, quote, speaker) => {
    expect(kinds(`${filler}\n\n${quote}\n\n${speaker}\n\n${filler}`).slice(1, 3)).toEqual([
      ['quote', quote],
      ['attribution', speaker],
    ])
  })

  it.each([
    ['without a dash', '“We stop.”\n\nHelle Brandvold, Norrvik'],
    ['without quotation marks', 'We stop at a comma.\n\n— Helle Brandvold, Norrvik'],
    ['in a dialogue', `– ${longOpen}\n\n– Helle Brandvold, Norrvik`],
    ['above a hyphen and a word that begins small', '“We stop.”\n\n- the rest'],
    ['where the next line is a sentence', '“We stop.”\n\n— He said nothing more.'],
  ])('guesses at no quote %s', (_title, quote) => {
    const found = kinds(`${filler}\n\n${quote}\n\n${filler}`).map(([kind]) => kind)
    expect(found).not.toContain('quote')
  })

  it('says that characters were lost before it came here', () => {
    expect(recogniseText('caf\uFFFD').notices).toEqual([expect.stringMatching(/^One character/)])
  })

  it('leaves a lone surrogate and a zero byte for the caller to refuse', () => {
    expect(recogniseText('a\uD800b\u0000').text).toBe('a\uD800b\u0000')
  })

  it.each([
    ['en', `${filler} The text of the budget was published on the town’s page.`],
    [
      'da',
      'Byrådet mødtes i tirsdags for at vedtage havnens budget for næste år. Borgmesteren sagde, at den nye kaj betaler sig selv tilbage på ni år.',
    ],
    [
      'uk',
      'Міська рада зібралася у вівторок, щоб ухвалити бюджет порту на наступний рік. За словами мера, новий причал окупиться за дев’ять років.',
    ],
    [
      'ru',
      'Городской совет собрался во вторник, чтобы принять бюджет порта на следующий год. По словам мэра, новый причал окупится за девять лет.',
    ],
    [
      'ar',
      'اجتمع المجلس يوم الثلاثاء لإقرار ميزانية الميناء للسنة القادمة. وقال رئيس البلدية إن الرصيف الجديد سيسترد كلفته خلال تسع سنوات.',
    ],
    [
      'he',
      'המועצה התכנסה ביום שלישי כדי לאשר את תקציב הנמל לשנה הבאה. לדברי ראש העיר, הרציף החדש יחזיר את עלותו בתוך תשע שנים, וזאת בלי להעלות אגרות.',
    ],
    ['zh', '市议会星期二开会，讨论港口明年的预算。'],
    ['ja', '市議会は火曜日に開かれ、港の予算について話し合った。'],
    ['', 'Oslo, 2015.'],
    ['', '12345 67890 12345 67890 12345 67890 12345 67890'],
  ])('recognises the language: %s', (language, text) => {
    expect(recogniseText(text).language).toBe(language)
  })

  it.each([
    ['a million characters in paragraphs', `${filler} `.repeat(20).concat('\n\n').repeat(620)],
    ['a million characters in one line', 'word '.repeat(200_000)],
    ['a million spaces', `${' '.repeat(1_000_000)}x`],
    ['lines of ten thousand characters', `${'Ж'.repeat(10_000)}\n`.repeat(100)],
    ['a million characters of Chinese', '市议会开会'.repeat(200_000)],
  ])('takes well under a second for %s', (_title, text) => {
    const start = performance.now()
    recogniseText(text)
    expect(performance.now() - start).toBeLessThan(900)
  })
})

const realArticle = resolve('..', 'shared', 'articles', 'security-guarantees.txt')
const ownArticle = resolve('tests', 'corpora', 'harbour-report.txt')

describe.each([
  {
    name: 'a report of our own',
    path: ownArticle,
    headings: [
      'The council denies the rise and points to inflation',
      'Opposition to ask for a vote on the quay',
      'Harbour master considers moving the ferry to the north pier',
    ],
    blocks: 11,
    speakers: ['Fishermen’s Association', 'Deputy Harbour Master'],
  },
  {
    name: 'a real report',
    path: realArticle,
    headings: [
      'NATO denies such commitments and calls on Russia to de-escalate',
      'Lavrov spoke about the imminent leak of the US response',
      'Putin to decide on Moscow’s next steps',
      'Russia evaluates the possibility of supplying weapons to the DPR and LPR',
    ],
    blocks: 22,
    speakers: ['Russian Foreign Minister', 'the Russian Federation'],
  },
])('recogniseText on $name', ({ path, headings, blocks, speakers }) => {
  it.runIf(existsSync(path))(
    'finds every sub-heading, both run-on speakers and the language',
    () => {
      const decoded = decodeText(readFileSync(path))
      const preview = recogniseText(decoded.ok ? decoded.text : '')
      const found = preview.blocks.filter(each => each.kind === 'heading').map(each => each.text)

      expect(found).toEqual(headings)
      expect(preview.blocks).toHaveLength(blocks)
      expect(preview.language).toBe('en')
      const advice = adviceOnRunOns(preview.blocks, preview.isSpaced)
      for (const speaker of speakers) expect(advice).toContain(speaker)
    },
  )
})
