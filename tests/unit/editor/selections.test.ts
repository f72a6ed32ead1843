import { describe, expect, it } from 'vitest'
import { parseSpan, trimSpan } from '@/lib/editor/selections'

describe('trimSpan', () => {
  it.each<[string, string, { start: number; end: number } | null]>([
    ['keeps words as they are', '[Output rose]', { start: 0, end: 11 }],
    ['takes white space off the ends', 'It[ said so\n]later', { start: 3, end: 10 }],
    ['is nothing where only white space is selected', 'It[ \n ]said', null],
  ])('%s', (_name, marked, span) => {
    const [start, end] = [marked.indexOf('['), marked.indexOf(']') - 1]
    expect(trimSpan(marked.replace(/[[\]]/g, ''), { start, end })).toEqual(span)
  })
})

describe('parseSpan', () => {
  it.each<[string | null, { start: number; end: number } | null]>([
    ['12-40', { start: 12, end: 40 }],
    ['40-12', null],
    ['12-12', null],
    ['-1-4', null],
    ['12-4e9', null],
    ['99999999-999999999', null],
    [null, null],
  ])('reads %s', (text, span) => {
    expect(parseSpan(text)).toEqual(span)
  })
})
