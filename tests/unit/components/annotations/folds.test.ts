import { describe, expect, it } from 'vitest'
import { isUnfolded, keepFold } from '@/components/annotations/folds'
import { dropBelow } from '@/components/annotations/use-clear-words'
import type { DeskStore } from '@/components/editor/desk-store'

/** A page; what is folded on it hangs on nothing else of it. */
const page = () => ({}) as DeskStore

describe('a part of a note', () => {
  it('is folded until somebody unfolds it', () => {
    expect(isUnfolded(page(), 'a', 'Evidence', false)).toBe(false)
  })

  it('stands open where something in it is new or asked for', () => {
    expect(isUnfolded(page(), 'a', 'Remarks', true)).toBe(true)
  })

  it('stands in the next note as it was left in this one', () => {
    const store = page()
    keepFold(store, 'a', 'Evidence', true)
    expect(isUnfolded(store, 'b', 'Evidence', false)).toBe(true)
    expect(isUnfolded(store, 'b', 'Remarks', false)).toBe(false)
  })

  it('stays as it was left in its own note, whatever was chosen elsewhere since', () => {
    const store = page()
    keepFold(store, 'a', 'Remarks', false)
    keepFold(store, 'b', 'Remarks', true)
    expect(isUnfolded(store, 'a', 'Remarks', true)).toBe(false)
  })

  it('opens for something new even where the part was folded in another note', () => {
    const store = page()
    keepFold(store, 'a', 'Remarks', false)
    expect(isUnfolded(store, 'b', 'Remarks', true)).toBe(true)
  })

  it('is forgotten with the page', () => {
    keepFold(page(), 'a', 'Evidence', true)
    expect(isUnfolded(page(), 'a', 'Evidence', false)).toBe(false)
  })
})

describe('an open note over the edge of the text', () => {
  const note = { top: 100, bottom: 500, left: 400 }
  const line = (top: number, right: number) => ({ top, bottom: top + 20, right })

  it.each([
    ['stays level with words that end before it', [line(100, 390)], 0],
    ['goes below words that reach under it', [line(100, 410)], 24],
    ['goes below the last of several lines', [line(100, 420), line(130, 300), line(160, 450)], 84],
    ['leaves words beyond its end alone', [line(520, 450)], 0],
    ['leaves words above its place alone', [line(70, 450)], 0],
    ['stays where there are no words', [], 0],
  ])('%s', (_title, words, expected) => {
    expect(dropBelow(words, note)).toBe(expected)
  })
})
