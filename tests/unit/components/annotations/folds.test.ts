import { describe, expect, it } from 'vitest'
import { isUnfolded, keepFold } from '@/components/annotations/folds'
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
