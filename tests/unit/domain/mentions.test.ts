import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mentionQuery,
  mentionsIn,
  peopleFor,
  plainRemark,
  remarkParts,
  withoutMentions,
  writeRemark,
} from '@/lib/domain/mentions'
import type { DocumentNode } from '@/lib/domain/rich-text'

const ines = { id: '00000000-0000-4000-8000-000000000001', name: 'Ines Calloway' }
const ine = { id: '00000000-0000-4000-8000-000000000002', name: 'Ines' }
const oedon = { id: '00000000-0000-4000-8000-000000000003', name: 'Ödön von Horváth-Lund' }

describe('a remark', () => {
  it.each([
    [
      'with a colleague',
      '@Ines Calloway, which year?',
      [`@[Ines Calloway](${ines.id})`, ', which year?'],
    ],
    ['with the shorter of two names', 'Ask @Ines today', ['Ask ', `@[Ines](${ine.id})`, ' today']],
    ['with a bracket before a colleague', '@[@Ines', ['@[', `@[Ines](${ine.id})`]],
    ['with nobody known', 'Ask @Bram', ['Ask @Bram']],
    ['with a mail address', 'desk@a.example', ['desk@a.example']],
    ['with a mail address that begins as a name', 'desk@Ines', ['desk@Ines']],
    ['with a name that only begins as a colleague’s', '@Inesa, @Ines2', ['@Inesa, @Ines2']],
    [
      'with a longer name than the longest',
      '@Ines Calloways',
      [`@[Ines](${ine.id})`, ' Calloways'],
    ],
    ['with a colleague’s', '@Ines’s', [`@[Ines](${ine.id})`, '’s']],
  ])('is kept %s', (_name, typed, parts) => {
    expect(writeRemark(typed, [ine, ines])).toBe(parts.join(''))
  })

  it('is read as it was typed', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '@Ines Calloway',
            '@Ines',
            ' ',
            '@',
            'year',
            '(',
            ')',
            '[',
            ']',
            '\n',
            '😀',
          ),
        ),
        words => {
          const typed = words.join('')
          expect(plainRemark(writeRemark(typed, [ine, ines]))).toBe(typed)
        },
      ),
    )
  })

  it('reads a colleague right behind a bracket', () => {
    expect(plainRemark(writeRemark('@[@Ines', [ine]))).toBe('@[@Ines')
  })

  it('keeps what only looks like a mention as words', () => {
    expect(remarkParts('@[Ines](00000000)')).toEqual([{ kind: 'words', text: '@[Ines](00000000)' }])
    const noId = '@[Ines](------------------------------------)'
    expect(remarkParts(noId)).toEqual([{ kind: 'words', text: noId }])
  })
})

describe('a name being typed', () => {
  it.each([
    ['@', ''],
    ['Ask @in', 'in'],
    ['Ask @Ines C', 'Ines C'],
    ['(@Ines ', 'Ines '],
    ['desk@a', null],
    ['Ask @Ines Calloway of', null],
    ['Ask Ines', null],
    ['@@', null],
  ])('in “%s” is %j', (before, query) => {
    expect(mentionQuery(before)).toBe(query)
  })

  it.each([
    ['', ['Ines Calloway', 'Ines', 'Ödön von Horváth-Lund']],
    ['INES', ['Ines Calloway', 'Ines']],
    ['call', ['Ines Calloway']],
    ['Ines Call', ['Ines Calloway']],
    ['odon', ['Ödön von Horváth-Lund']],
    ['lund', ['Ödön von Horváth-Lund']],
    ['nes', []],
  ])('“%s” may mean %j', (query, names) => {
    expect(peopleFor(query, [ines, ine, oedon]).map(({ name }) => name)).toEqual(names)
  })
})

describe('the mentions of an explanation', () => {
  const mention = (person: typeof ines): DocumentNode => ({
    type: 'mention',
    attrs: { id: person.id, label: person.name },
  })
  const text = (words: string): DocumentNode => ({ type: 'text', text: words })
  const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
  const document: DocumentNode = {
    type: 'doc',
    content: [
      paragraph(text('Ask '), mention(ines)),
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [paragraph(mention(ines), mention(ine))] }],
      },
    ],
  }
  it('are found wherever they stand, each person once', () => {
    expect(mentionsIn(document)).toEqual([ines, ine])
  })
  it('go without a trace', () => {
    expect(mentionsIn(withoutMentions(document))).toEqual([])
    expect(withoutMentions(document).content?.[0]).toEqual(paragraph(text('Ask ')))
  })
})
