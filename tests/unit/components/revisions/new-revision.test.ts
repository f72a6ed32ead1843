import { afterEach, describe, expect, it, vi } from 'vitest'
import { askedOf } from '@/components/revisions/comparing'
import { kindsOf, withKnownKinds } from '@/components/revisions/inherited-kinds'
import { newRevisionShelf } from '@/components/revisions/revision-draft'
import { errorsFrom } from '@/components/revisions/use-new-revision'
import { nextFrom } from '@/components/revisions/use-steps'
import { documentFromBlocks } from '@/lib/document/build'
import type { Block } from '@/lib/domain/articles'

describe('the kinds of blocks', () => {
  const before: Block[] = [
    { kind: 'heading', text: 'What was asked' },
    { kind: 'paragraph', text: 'Not a heading' },
    { kind: 'quote', text: '“A long quote.”' },
    { kind: 'attribution', text: 'A speaker' },
    { kind: 'item', text: 'First thing' },
    { kind: 'paragraph', text: 'Two lines\nin one' },
  ]

  it('are those that the same words had in the revision before', () => {
    const known = kindsOf(documentFromBlocks(before))
    const recognised = before.map(({ text }): Block => ({ kind: 'heading', text }))
    expect(withKnownKinds(recognised, known)).toEqual(before)
  })

  it('are as recognised where the words are new', () => {
    const known = kindsOf(documentFromBlocks(before))
    const block: Block = { kind: 'quote', text: 'constructor' }
    expect(withKnownKinds([block], known)).toEqual([block])
  })
})

describe('two revisions asked for by an address', () => {
  it.each([
    [{}, { kind: 'none' }],
    [
      { from: '1', to: '3' },
      { kind: 'pair', from: 1, to: 3 },
    ],
    [
      { from: '3', to: '1' },
      { kind: 'pair', from: 1, to: 3 },
    ],
  ])('%j are %j', (query, asked) => {
    expect(askedOf(query, 3)).toEqual(asked)
  })

  it.each([
    { from: '1' },
    { from: '0', to: '2' },
    { from: '1', to: '4' },
    { from: '2', to: '2' },
    { from: ['1', '2'], to: '3' },
    { from: '1e0', to: '2' },
  ])('%j is none, and says so', query => {
    expect(askedOf(query, 3)).toMatchObject({ kind: 'wrong' })
  })
})

it('brings every fault of a new wording to its field', () => {
  const faults = [
    { path: 'wording.blocks.3.text', message: 'A block needs words.' },
    { path: 'wording.blocks', message: 'A second one.' },
    { path: 'changedOn', message: 'Write a date.' },
    { path: 'textHash', message: 'Not a field of the form.' },
  ]
  expect(errorsFrom({ faults })).toEqual({
    text: 'A block needs words.',
    changedOn: 'Write a date.',
  })
  expect(errorsFrom({})).toEqual({})
})

it.each([
  [-1, 1, 0],
  [-1, -1, 4],
  [0, 1, 1],
  [4, 1, 0],
  [0, -1, 4],
] as const)('steps from change %d by %d to %d of five', (at, way, next) => {
  expect(nextFrom(at, way, 5)).toBe(next)
})

describe('a wording that is not frozen yet', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is kept for one person and one article', () => {
    const kept = new Map<string, string>()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    })
    const shelf = newRevisionShelf('maren', 'article')
    const written = {
      ...shelf.nothing,
      text: 'Words.',
      changedOn: '2022',
      keptAt: '2022-01-31T12:00:00Z',
    }
    expect(shelf.save(written)).toBe(true)
    expect(shelf.find()).toEqual(written)
    expect(newRevisionShelf('maren', 'another').find()).toBeNull()
    expect(newRevisionShelf('piet', 'article').find()).toBeNull()
    shelf.remove()
    expect(shelf.find()).toBeNull()
  })

  it('is blank when nothing in it has words', () => {
    const { isBlank, nothing } = newRevisionShelf('maren', 'article')
    expect(isBlank({ ...nothing, text: ' \n' })).toBe(true)
    expect(isBlank({ ...nothing, changeNote: 'Corrected.' })).toBe(false)
  })
})
