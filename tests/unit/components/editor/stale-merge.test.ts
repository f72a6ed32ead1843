import { describe, expect, it } from 'vitest'
import { draftOf } from '@/components/editor/note-drafts'
import { differencesOf, mergeParts } from '@/components/editor/stale-merge'
import { newContent } from '@/lib/domain/annotations'

const base = newContent([{ start: 0, end: 5 }], 'Output rose.')
const theirs = { ...base, claim: 'Output rose by 4%.', ratingKey: 'true' }
const yours = { ...base, claim: 'Output rose a little.', reasons: ['imprecise' as const] }

describe('differencesOf', () => {
  it('leaves open what both changed, and knows the side of what one changed', () => {
    expect(differencesOf(base, theirs, yours)).toEqual([
      { part: 'claim', obvious: null },
      { part: 'ratingKey', obvious: 'theirs' },
      { part: 'reasons', obvious: 'yours' },
    ])
  })

  it('finds none where both wrote the same', () => {
    expect(differencesOf(base, theirs, theirs)).toEqual([])
  })
})

describe('mergeParts', () => {
  it('takes the chosen parts and loses nothing of the others', () => {
    const merged = mergeParts(draftOf(yours), theirs, { claim: 'yours', ratingKey: 'theirs' })
    expect(merged).toMatchObject({
      claim: 'Output rose a little.',
      ratingKey: 'true',
      reasons: ['imprecise'],
    })
  })

  it('takes the other’s evidence whole', () => {
    const citation = {
      stance: 'supports',
      url: 'https://a.example/',
      title: 'A',
      publisher: '',
      publishedOn: '',
      passage: '',
      passageKind: 'exact',
      locator: '',
    } as const
    const merged = mergeParts(
      draftOf(yours),
      { ...theirs, citations: [citation] },
      { citations: 'theirs' },
    )
    expect(merged.citations).toMatchObject([citation])
  })
})
