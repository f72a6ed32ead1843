import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  type Draft,
  emptyDetails,
  findDraft,
  isBlank,
  removeDraft,
  saveDraft,
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

const draft: Draft = {
  text: 'Words.',
  kinds: { '0:Words.': 'quote' },
  details: { ...emptyDetails, title: 'A title' },
  keptAt: '2022-01-31T12:00:00.000Z',
}

describe('a kept draft', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('comes back to the person who wrote it and to nobody else', () => {
    stubStorage()
    expect(saveDraft('maren', draft)).toBe(true)
    expect(findDraft('maren')).toEqual(draft)
    expect(findDraft('piet')).toBeNull()
    removeDraft('maren')
    expect(findDraft('maren')).toBeNull()
  })

  it.each(['not json', '{"text":1}', '{}', 'null'])('is none where %s is kept', value => {
    stubStorage().set('rubric:new-article:maren', value)
    expect(findDraft('maren')).toBeNull()
  })

  it('says so where the browser has no room', () => {
    stubStorage(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(saveDraft('maren', draft)).toBe(false)
  })

  it('does no harm where the browser keeps nothing', () => {
    vi.stubGlobal('localStorage', undefined)
    expect(findDraft('maren')).toBeNull()
    expect(saveDraft('maren', draft)).toBe(false)
    expect(() => removeDraft('maren')).not.toThrow()
  })
})

it('is blank when neither the text nor a detail has words', () => {
  expect(isBlank({ text: ' \n', details: emptyDetails })).toBe(true)
  expect(isBlank({ text: '', details: { ...emptyDetails, url: 'https://' } })).toBe(false)
  expect(isBlank({ text: 'a', details: emptyDetails })).toBe(false)
})
