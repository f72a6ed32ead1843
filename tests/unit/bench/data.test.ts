import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listSets, readSet } from '@/tests/bench/anchoring/data'

const pairs = [
  { lang: 'en', source: 'a page', old: 'One two.', new: 'One and two.' },
  { lang: 'ja', source: 'ページ', old: '一二三', new: '一三' },
]
const cases = [
  { pair: 1, start: 1, end: 2, truth: null, kind: 'deleted-clean' },
  { pair: 0, start: 4, end: 7, truth: [8, 11], kind: 'near-unique' },
  { pair: 1, start: 0, end: 1, truth: [0, 1], kind: 'kept-unique' },
]

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rubric-bench-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, lines: unknown[]) =>
  writeFileSync(
    join(folder, name),
    gzipSync(lines.map(line => `${JSON.stringify(line)}\n`).join('')),
  )

describe('listSets', () => {
  it('finds whatever has pairs and cases, by any name', () => {
    write('some-other-set-pairs.jsonl.gz', pairs)
    write('some-other-set-cases.jsonl.gz', cases)
    write('half-pairs.jsonl.gz', pairs)
    writeFileSync(join(folder, 'README.md'), '')
    expect(listSets(folder)).toEqual(['some-other-set'])
  })

  it('finds none where there is no folder', () => {
    expect(listSets(join(folder, 'nowhere'))).toEqual([])
  })
})

describe('readSet', () => {
  it('puts each span with its pair', () => {
    write('x-pairs.jsonl.gz', pairs)
    write('x-cases.jsonl.gz', cases)
    const set = readSet(folder, 'x')
    expect(set.pairs.map(({ lang }) => lang)).toEqual(['en', 'ja'])
    expect(set.cases).toEqual([
      [{ start: 4, end: 7, truth: { start: 8, end: 11 }, kind: 'near-unique' }],
      [
        { start: 1, end: 2, truth: null, kind: 'deleted-clean' },
        { start: 0, end: 1, truth: { start: 0, end: 1 }, kind: 'kept-unique' },
      ],
    ])
  })

  it('reads the first pairs only, with their spans, where that is asked', () => {
    write('x-pairs.jsonl.gz', pairs)
    write('x-cases.jsonl.gz', cases)
    expect(readSet(folder, 'x', 1)).toMatchObject({ pairs: [{ lang: 'en' }], cases: [[{}]] })
  })

  it('reads files that are not compressed', () => {
    writeFileSync(join(folder, 'x-pairs.jsonl'), `${JSON.stringify(pairs[0])}\n`)
    writeFileSync(join(folder, 'x-cases.jsonl'), `${JSON.stringify(cases[1])}\n`)
    expect(readSet(folder, 'x').cases[0]).toHaveLength(1)
  })

  it.each([
    ['a pair that is not there', { ...cases[1], pair: 2 }],
    ['words past the end of the old text', { ...cases[1], end: 9 }],
    ['words past the end of the new text', { ...cases[1], truth: [8, 13] }],
    ['no words', { ...cases[1], end: 4 }],
  ])('refuses a line that points at %s, and names it', (_, wrong) => {
    write('x-pairs.jsonl.gz', pairs)
    write('x-cases.jsonl.gz', [cases[0], wrong])
    expect(() => readSet(folder, 'x')).toThrow('x-cases, line 2')
  })

  it('refuses a line that is not in the format, and names it', () => {
    write('x-pairs.jsonl.gz', [pairs[0], { lang: 'en' }])
    write('x-cases.jsonl.gz', [])
    expect(() => readSet(folder, 'x')).toThrow('x-pairs, line 2')
  })
})
