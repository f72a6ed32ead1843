import { expect, it } from 'vitest'
import { excerptsOf } from '@/lib/site/excerpts'

const long = `${'word '.repeat(100)}`.trim()

it.each([
  ['gives the rest of the paragraph', 'Above.\nOne two three.\nBelow.', 'two', 'One ', ' three.'],
  ['stops at the start and the end of the text', 'two', 'two', '', ''],
  ['keeps paragraphs that the words cross', 'One two\nthree four', 'two\nthree', 'One ', ' four'],
])('%s', (_name, text, words, before, after) => {
  const start = text.indexOf(words)
  const [excerpt] = excerptsOf(text, [{ start, end: start + words.length }])
  expect(excerpt).toEqual({ before, words, after })
})

it('cuts a long paragraph between words and shows that it is cut', () => {
  const text = `${long} HERE ${long}`
  const start = text.indexOf('HERE')
  const [excerpt] = excerptsOf(text, [{ start, end: start + 4 }])
  expect(excerpt?.before).toMatch(/^… word( word)+ $/)
  expect(excerpt?.after).toMatch(/^ (word )+…$/)
})
