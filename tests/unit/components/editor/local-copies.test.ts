import { describe, expect, it } from 'vitest'
import { copyOn, localCopies } from '@/components/editor/local-copies'
import { draftOf } from '@/components/editor/note-drafts'
import { newContent } from '@/lib/domain/annotations'
import { memory } from './memory'

const nobody: ReadonlySet<string> = new Set()

function copyOf(claim: string, minute = 10) {
  const draft = draftOf(newContent([{ start: 0, end: 5 }], claim))
  const at = `2026-03-02T09:${minute}:00.000Z`
  return { at, revisionId: 'first', version: 1, base: draft, draft }
}

const claims = (copies: ReturnType<typeof localCopies>, goingOn = nobody) =>
  copies.left('note', goingOn).map(({ draft }) => draft.claim)

describe('words kept in the browser', () => {
  it('outlive what a later visit keeps and drops before they are decided on', () => {
    const storage = memory()
    localCopies('maren', 'earlier', storage).keep('note', copyOf('Earlier.'))
    const now = localCopies('maren', 'now', storage)
    now.keep('note', copyOf('One key.', 20))
    now.drop('note')
    expect(claims(now)).toEqual(['Earlier.'])
  })

  it('are offered newest first, and never to the visit that kept them', () => {
    const storage = memory()
    localCopies('maren', 'a', storage).keep('note', copyOf('A.', 10))
    localCopies('maren', 'b', storage).keep('note', copyOf('B.', 30))
    const c = localCopies('maren', 'c', storage)
    c.keep('note', copyOf('C.', 20))
    expect(claims(c)).toEqual(['B.', 'A.'])
  })

  it('are not offered while their tab is open, nor to another person or note', () => {
    const storage = memory()
    localCopies('maren', 'a', storage).keep('note', copyOf('A.'))
    localCopies('maren', 'a', storage).keep('note-2', copyOf('Other note.'))
    localCopies('tobias', 'a', storage).keep('note', copyOf('Other person.'))
    const b = localCopies('maren', 'b', storage)
    expect(claims(b, new Set(['a']))).toEqual([])
    expect(claims(b)).toEqual(['A.'])
  })

  it('are gone once decided on', () => {
    const storage = memory()
    localCopies('maren', 'a', storage).keep('note', copyOf('A.'))
    const b = localCopies('maren', 'b', storage)
    for (const copy of b.left('note', nobody)) b.discard(copy)
    expect(storage.length).toBe(0)
  })

  it('are said not to be kept where the browser has no room, or keeps nothing', () => {
    const full = memory()
    full.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError')
    }
    expect(localCopies('maren', 'a', memory()).keep('note', copyOf('A.'))).toBe(true)
    expect(localCopies('maren', 'a', full).keep('note', copyOf('A.'))).toBe(false)
    expect(localCopies('maren', 'a', null).keep('note', copyOf('A.'))).toBe(false)
  })

  it('know no revision where they are from before there was more than one', () => {
    const storage = memory()
    const { revisionId: _, ...older } = copyOf('Old.')
    storage.setItem('rubric:unsaved:maren:note:earlier', JSON.stringify(older))
    const [left] = localCopies('maren', 'now', storage).left('note', nobody)
    expect(left?.revisionId).toBe('')
  })
})

describe('copyOn', () => {
  const there = [{ start: 40, end: 52 }]

  it('leaves a copy of the same revision as it is', () => {
    const copy = copyOf('A.')
    expect(copyOn(copy, 'first', there)).toBe(copy)
  })

  it.each(['second', ''])(
    'never takes an offset of another revision along, and keeps every word (%j)',
    revisionId => {
      const copy = { ...copyOf('A.'), revisionId: revisionId === '' ? '' : 'first' }
      const on = copyOn(copy, 'second', there)
      expect(on.draft.anchors).toEqual(there)
      expect(on.base.anchors).toEqual(there)
      expect(on.draft.claim).toBe('A.')
      expect(on.revisionId).toBe('second')
      expect(copy.draft.anchors).toEqual([{ start: 0, end: 5 }])
    },
  )
})
