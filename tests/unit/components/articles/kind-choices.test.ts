import { describe, expect, it } from 'vitest'
import {
  choiceKeys,
  countsInWords,
  headlineOf,
  withChoices,
  withoutFirstLine,
} from '@/components/articles/kind-choices'
import type { Block } from '@/lib/domain/articles'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

describe('withChoices', () => {
  it('keeps a choice while the text around its block is edited', () => {
    const key = choiceKeys([paragraph('One.'), paragraph('Two')])[1] ?? ''
    const edited = withChoices([paragraph('New.'), paragraph('One!'), paragraph('Two')], {
      [key]: 'heading',
    })
    expect(edited.map(each => each.kind)).toEqual(['paragraph', 'paragraph', 'heading'])
  })

  it('lets a choice go with its words', () => {
    const [key = ''] = choiceKeys([paragraph('One.')])
    expect(withChoices([paragraph('One, changed.')], { [key]: 'quote' })).toEqual([
      paragraph('One, changed.'),
    ])
  })

  it('tells blocks of the same words apart', () => {
    const [, second = ''] = choiceKeys([paragraph('Read on'), paragraph('Read on')])
    const chosen = withChoices([paragraph('Read on'), paragraph('Read on')], {
      [second]: 'heading',
    })
    expect(chosen.map(each => each.kind)).toEqual(['paragraph', 'heading'])
  })

  it('takes no choice from the names every object has', () => {
    expect(withChoices([paragraph('constructor')], {})).toEqual([paragraph('constructor')])
  })
})

it('counts kinds in words', () => {
  const blocks: Block[] = [paragraph('a'), paragraph('b'), { kind: 'heading', text: 'c' }]
  expect(countsInWords(blocks)).toBe('2 paragraphs, 1 sub-heading')
  expect(countsInWords([])).toBe('')
})

describe('headlineOf', () => {
  it.each([
    ['offers a short first line', ['Council denies the rise', 'It met on Tuesday.'], true],
    ['offers a question', ['Who froze the fee?', 'It met on Tuesday.'], true],
    ['leaves a sentence', ['The council denies the rise.', 'It met.'], false],
    ['leaves a sentence in quotation marks', ['“It denies the rise.”', 'It met.'], false],
    ['leaves a text of one line', ['Council denies the rise'], false],
    ['leaves a long line', ['Council '.repeat(20), 'It met.'], false],
    ['leaves verse', ['Roses\nare red', 'It met.'], false],
    ['leaves nothing', [], false],
  ])('%s', (_title, texts, offered) => {
    expect(headlineOf(texts.map(paragraph)) !== null).toBe(offered)
  })

  it('leaves a first line that was given another kind', () => {
    expect(headlineOf([{ kind: 'heading', text: 'Council' }, paragraph('It met.')])).toBeNull()
  })
})

it.each([
  ['\n Title \n\nBody.', 'Body.'],
  ['Title\nBody.\n', 'Body.\n'],
  ['Title', ''],
])('takes the first line from %j', (text, rest) => {
  expect(withoutFirstLine(text)).toBe(rest)
})
