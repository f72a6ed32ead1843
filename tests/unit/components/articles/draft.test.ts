import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  emptyDetails,
  type Kept,
  type NewArticleWritten,
  newArticleShelf,
} from '@/components/articles/draft'

function stubStorage(setItem?: () => void) {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: setItem ?? ((key: string, value: string) => void kept.set(key, value)),
    removeItem: (key: string) => void kept.delete(key),
  })
  return kept
}

const draft: Kept<NewArticleWritten> = {
  text: 'Words.',
  kinds: { '0:Words.': 'quote' },
  details: { ...emptyDetails, title: 'A title' },
  isOwn: true,
  keptAt: '2022-01-31T12:00:00.000Z',
}

describe('a kept draft', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is nobody’s own where it was kept before that could be said', () => {
    const kept = stubStorage()
    const { isOwn: _, ...before } = draft
    kept.set('rubric:new-article:maren', JSON.stringify(before))
    expect(newArticleShelf('maren').find()).toEqual({ ...draft, isOwn: false })
  })

  it('comes back to the person who wrote it and to nobody else', () => {
    stubStorage()
    expect(newArticleShelf('maren').save(draft)).toBe(true)
    expect(newArticleShelf('maren').find()).toEqual(draft)
    expect(newArticleShelf('piet').find()).toBeNull()
    newArticleShelf('maren').remove()
    expect(newArticleShelf('maren').find()).toBeNull()
  })

  it.each(['not json', '{"text":1}', '{}', 'null'])('is none where %s is kept', value => {
    stubStorage().set('rubric:new-article:maren', value)
    expect(newArticleShelf('maren').find()).toBeNull()
  })

  it('says so where the browser has no room', () => {
    stubStorage(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(newArticleShelf('maren').save(draft)).toBe(false)
  })

  it('does no harm where the browser keeps nothing', () => {
    vi.stubGlobal('localStorage', undefined)
    expect(newArticleShelf('maren').find()).toBeNull()
    expect(newArticleShelf('maren').save(draft)).toBe(false)
    expect(() => newArticleShelf('maren').remove()).not.toThrow()
  })
})

it('is blank when neither the text nor a detail has words', () => {
  const { isBlank, nothing } = newArticleShelf('maren')
  expect(isBlank({ ...nothing, text: ' \n' })).toBe(true)
  expect(isBlank({ ...nothing, details: { ...emptyDetails, url: 'https://' } })).toBe(false)
  expect(isBlank({ ...nothing, text: 'a' })).toBe(false)
})
