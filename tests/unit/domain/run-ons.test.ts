import { expect, it } from 'vitest'
import type { Block } from '@/lib/domain/articles'
import { adviceOnRunOns } from '@/lib/domain/run-ons'

const runOn =
  'We stop at a comma where they would have gone on to the end of the line, and so we always did Anna Brekke Harbour Master'
const block = (text: string, kind: Block['kind'] = 'paragraph'): Block => ({ kind, text })

it('says which paragraph may be a quote with its speaker run on', () => {
  expect(adviceOnRunOns([block('Short'), block(runOn)], true)).toContain(
    'One paragraph ends without closing punctuation (“…Anna Brekke Harbour Master”)',
  )
})

it.each([
  ['ends as a sentence does', block(`${runOn}.”`)],
  ['is short', block('Anna Brekke')],
  ['somebody called a quote', block(runOn, 'quote')],
])('says nothing of one that %s', (_name, each) => {
  expect(adviceOnRunOns([each], true)).toBeNull()
})

it.each([
  [true, 'put an empty line before the speaker'],
  [false, 'begin a line with the speaker'],
])('asks for no other words, only for a break as the text has them: spaced %s', (isSpaced, how) => {
  const advice = adviceOnRunOns([block(runOn)], isSpaced)
  expect(advice).toContain(`${how}, leave every word as it is,`)
  expect(advice).not.toContain('dash')
})
