import { describe, expect, it } from 'vitest'
import { draftOf } from '@/components/editor/note-drafts'
import { differencesOf, mergeFields } from '@/components/editor/stale-merge'
import { newContent } from '@/lib/domain/annotations'

const base = newContent([{ start: 0, end: 5 }], 'Output rose.')
const theirs = { ...base, claim: 'Output rose by 4%.', ratingKey: 'true' }
const yours = { ...base, claim: 'Output rose a little.', reasons: ['imprecise' as const] }
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

describe('differencesOf', () => {
  it('leaves open what both changed, and knows the side of what one changed', () => {
    expect(differencesOf(base, theirs, yours)).toEqual([
      { field: 'claim', obvious: null },
      { field: 'ratingKey', obvious: 'theirs' },
      { field: 'reasons', obvious: 'yours' },
    ])
  })

  it('finds none where both wrote the same', () => {
    expect(differencesOf(base, theirs, theirs)).toEqual([])
  })

  it('finds none in a date that is still written in words', () => {
    const dated = (date: string) => ({
      ...base,
      claimant: { ...base.claimant, saidOn: date },
      citations: [{ ...citation, publishedOn: date }],
    })
    expect(differencesOf(base, dated('2022-01-27'), dated('27 January 2022'))).toEqual([])
    expect(differencesOf(base, dated('2022-01-27'), dated('27 Januar'))).toHaveLength(2)
  })
})

describe('the claimant', () => {
  const said = { ...base.claimant, role: 'minister' }
  const hers = { ...base, claimant: { ...said, name: 'A. Minister', saidWhere: 'Moscow' } }
  const mine = { ...base, claimant: { ...said, name: 'B. Minister', saidOn: '2022-01-27' } }
  const began = { ...base, claimant: said }

  it('is four fields, each with a choice of its own', () => {
    expect(differencesOf(began, hers, mine)).toEqual([
      { field: 'claimant.name', obvious: null },
      { field: 'claimant.saidOn', obvious: 'yours' },
      { field: 'claimant.saidWhere', obvious: 'theirs' },
    ])
  })

  it('is put together from both', () => {
    const choices = { 'claimant.name': 'yours', 'claimant.saidWhere': 'theirs' } as const
    expect(mergeFields(draftOf(mine), hers, choices).claimant).toEqual({
      name: 'B. Minister',
      role: 'minister',
      saidOn: '2022-01-27',
      saidWhere: 'Moscow',
    })
  })
})

describe('mergeFields', () => {
  it('takes the chosen fields and loses nothing of the others', () => {
    const merged = mergeFields(draftOf(yours), theirs, { claim: 'yours', ratingKey: 'theirs' })
    expect(merged).toMatchObject({
      claim: 'Output rose a little.',
      ratingKey: 'true',
      reasons: ['imprecise'],
    })
  })

  it('takes the other’s evidence whole', () => {
    const merged = mergeFields(
      draftOf(yours),
      { ...theirs, citations: [citation] },
      { citations: 'theirs' },
    )
    expect(merged.citations).toMatchObject([citation])
  })
})
