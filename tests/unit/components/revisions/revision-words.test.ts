import { describe, expect, it } from 'vitest'
import { formWords, originOf } from '@/components/revisions/revision-words'

describe('a revision in the list', () => {
  it.each([
    [{ number: 1, changedOn: '', isOwn: false }, 'As it was brought in'],
    [{ number: 1, changedOn: '', isOwn: true }, 'As it was brought in'],
    [{ number: 2, changedOn: '', isOwn: false }, 'Changed, not known when'],
    [{ number: 2, changedOn: '2026-03', isOwn: false }, 'Changed by the publisher: March 2026'],
    [{ number: 2, changedOn: '', isOwn: true }, 'Edited here'],
    [{ number: 2, changedOn: '2026-03', isOwn: true }, 'Edited here: March 2026'],
  ])('%o came so: %s', (revision, words) => {
    expect(originOf(revision)).toBe(words)
  })
})

describe('the form of a new revision', () => {
  it('speaks of no publisher where the text is the newsroom’s own', () => {
    expect(Object.values(formWords(true)).join(' ')).not.toContain('publisher')
    expect(formWords(false).about).toBe('What the publisher did')
  })

  it('says that readers may be told why a draft was changed', () => {
    expect(formWords(true).hint).toContain('readers are told it where a checked passage changed')
  })
})
