import { afterEach, describe, expect, it, vi } from 'vitest'
import { copyLink } from '@/components/editor/note-actions'
import { linkToWords, wordsInAddress } from '@/components/editor/word-links'
import { storeWith } from './desk'
import { noteView } from './note-view'

const span = { start: 12, end: 40 }
const queryOf = (link: string) => new URL(link, 'https://desk.example').searchParams

describe('a link to words', () => {
  it('leads to them in the revision that they are counted in', () => {
    const link = linkToWords('article', 2, span)
    expect(link).toBe('/desk/articles/article?at=12-40&in=2')
    expect(wordsInAddress(queryOf(link), 2)).toEqual({ span, trouble: '' })
  })

  it('selects nothing in another, and says so', () => {
    expect(wordsInAddress(queryOf(linkToWords('article', 1, span)), 2)).toEqual({
      span: null,
      trouble: 'The link is to words of revision 1, and this is revision 2: nothing is selected.',
    })
  })

  it.each<[string, number, boolean]>([
    ['?at=12-40', 1, true],
    ['?at=12-40', 2, false],
    ['?at=12-40&in=two', 1, false],
    ['?at=12-40&in=', 1, false],
  ])('%s on revision %i: %j', (query, revision, isSelected) => {
    const { span: found, trouble } = wordsInAddress(queryOf(query), revision)
    expect([found !== null, trouble === '']).toEqual([isSelected, isSelected])
  })

  it('is nothing to speak of where the address names no words', () => {
    expect(wordsInAddress(queryOf('?note=a'), 2)).toEqual({ span: null, trouble: '' })
  })

  describe('copied', () => {
    afterEach(() => void vi.unstubAllGlobals())

    it('names the revision on the page', async () => {
      const copied: string[] = []
      const clipboard = { writeText: async (text: string) => void copied.push(text) }
      vi.stubGlobal('navigator', { clipboard })
      const store = storeWith(noteView(), { number: 3 })
      vi.stubGlobal('window', { location: { origin: 'https://desk.example' } })
      store.patch({ selection: span })
      await copyLink(store)
      expect(copied).toEqual(['https://desk.example/desk/articles/article?at=12-40&in=3'])
    })
  })
})
