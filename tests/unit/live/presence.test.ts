import { expect, it } from 'vitest'
import { parseWord, payloadOf } from '@/lib/live/presence'

const process = '018f3b1c-0000-7000-8000-000000000000'

function word(count: number, name: string) {
  const people = Array.from({ length: count }, (_, at) => ({
    id: `${process.slice(0, -2)}${10 + at}`,
    name,
  }))
  return { process, articleId: process, people }
}

it.each([
  ['nobody', 0, 'Ines', 0],
  ['a newsroom', 25, 'Ines Castellan', 25],
  ['more than any newsroom', 60, 'Ines Castellan', 30],
  ['the longest names of two bytes a letter', 30, 'Ж'.repeat(120), 26],
  ['the longest names of three bytes a letter', 30, '語'.repeat(120), 18],
  ['signs that are written longer', 30, '"\n'.repeat(60), 26],
])('announces %s within 8,000 bytes', (_who, count, name, said) => {
  const payload = payloadOf(word(count, name))
  expect(Buffer.byteLength(payload)).toBeLessThan(8_000)
  expect(parseWord(payload)?.people).toEqual(word(said, name).people)
})
