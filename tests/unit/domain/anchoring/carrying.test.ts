import { describe, expect, it } from 'vitest'
import {
  isOpen,
  isSound,
  type Judged,
  judgePlacement,
  judgeTyped,
  restsOnSame,
  withoutDoubles,
  worstOf,
} from '@/lib/domain/anchoring/carrying'
import { type Placement, placementKinds } from '@/lib/domain/anchoring/placements'

const text = 'Output fell by 4.1 percent in June, the ministry’s office said.'
const spanOf = (words: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}
const at = (kind: 'kept' | 'moved' | 'changed', words: string): Placement => ({
  kind,
  ...spanOf(words),
})

describe('judgePlacement', () => {
  it.each([
    ['kept', 'in June', 'in June', 'kept'],
    ['moved', 'in June', 'in June', 'moved'],
    ['changed', 'in June', 'in June', 'kept'],
    ['kept', "ministry's office", 'ministry’s office', 'kept'],
    ['moved', "ministry's office", 'ministry’s office', 'moved'],
    ['changed', "ministry's office", 'ministry’s office', 'kept'],
    ['kept', 'rose by 9.8 percent in July', 'fell by 4.1 percent in June', 'changed'],
    ['moved', 'rose by 9.8 percent in July', 'fell by 4.1 percent in June', 'changed'],
    ['changed', 'rose by 9.8 percent in July', 'fell by 4.1 percent in June', 'changed'],
    ['kept', 'by 41 percent', 'by 4.1 percent', 'changed'],
  ] as const)(
    'says of words found as %s: from “%s” to “%s” is %s',
    (kind, quote, now, placement) => {
      const judged = judgePlacement(quote, text, at(kind, now), 'en', null)
      expect(judged).toMatchObject({ placement, span: spanOf(now), candidates: [] })
      expect(judged.change === null).toBe(placement !== 'changed')
    },
  )

  it('says what kind of change it is', () => {
    const placed = at('changed', 'fell by 4.1 percent')
    expect(judgePlacement('fell by 9.8 percent', text, placed, 'en', null).change).toMatchObject({
      kind: 'meaning',
      reasons: ['number'],
    })
  })

  it('leaves ambiguous and lost words nowhere, with what is suggested', () => {
    const candidates = [spanOf('June'), spanOf('office')]
    expect(
      judgePlacement('x', text, { kind: 'ambiguous', candidates, near: 7 }, 'en', null),
    ).toMatchObject({ placement: 'ambiguous', span: null, candidates, near: 7 })
    expect(judgePlacement('x', text, { kind: 'lost', near: 7 }, 'en', null)).toMatchObject({
      placement: 'lost',
      span: null,
      candidates: [],
      near: 7,
    })
  })
})

describe('words with others in their stead', () => {
  it('are changed, and show both wordings', () => {
    const instead = spanOf('4.1')
    expect(
      judgePlacement('9.8', text, { kind: 'lost', near: 15, instead }, 'en', null),
    ).toMatchObject({
      placement: 'changed',
      span: instead,
      change: { kind: 'meaning', reasons: ['number'] },
    })
  })

  it('are lost where an editor deleted them', () => {
    const placed: Placement = { kind: 'lost', near: 15, instead: spanOf('4.1') }
    expect(judgeTyped('9.8', text, null, placed, 'en', null)).toMatchObject({
      placement: 'lost',
      near: 15,
    })
  })
})

describe('judgeTyped', () => {
  const lost: Placement = { kind: 'lost', near: 3 }

  it.each([
    ['the same words, which the engine has lost', 'in June', spanOf('in June'), 'ambiguous'],
    ['other words', 'in July', spanOf('in June'), 'changed'],
    ['white space', 'in June', { start: 6, end: 7 }, 'lost'],
    ['words that were deleted', 'in June', null, 'lost'],
    ['a place outside the text', 'in June', { start: 0, end: 1000 }, 'lost'],
  ])('judges %s for itself', (_what, quote, typed, placement) => {
    expect(judgeTyped(quote, text, typed, lost, 'en', null).placement).toBe(placement)
  })

  it('judges words that became part of a number as changed', () => {
    const older = { text: 'It rose to 4 in June.', span: { start: 11, end: 12 } }
    const newer = 'It rose to 4.1 in June.'
    expect(judgeTyped('4', newer, { start: 11, end: 12 }, lost, 'en', older)).toMatchObject({
      placement: 'changed',
      span: { start: 11, end: 14 },
      change: { kind: 'meaning', reasons: ['number'] },
    })
  })

  const twice = 'In June it fell. In June it rose.'
  const first = { start: 0, end: 7 }
  const second = { start: 17, end: 24 }

  it.each(['kept', 'moved', 'changed'] as const)(
    'is believed of equal words where the engine finds them too: %s',
    kind => {
      const placed: Placement = { kind, ...second, end: kind === 'changed' ? 32 : second.end }
      expect(judgeTyped('In June', twice, second, placed, 'en', null)).toMatchObject({
        placement: 'kept',
        span: second,
        candidates: [],
      })
    },
  )

  it.each<[string, Placement, { start: number; end: number }[]]>([
    ['elsewhere', { kind: 'kept', ...first }, [first, second]],
    ['moved elsewhere', { kind: 'moved', ...first }, [first, second]],
    ['edited elsewhere', { kind: 'changed', start: 0, end: 15 }, [{ start: 0, end: 15 }, second]],
    [
      'in several places',
      { kind: 'ambiguous', candidates: [first, second], near: 0 },
      [first, second],
    ],
    ['nowhere', { kind: 'lost', near: 0 }, [second]],
  ])('asks a person of equal words that the engine has %s', (_where, placed, candidates) => {
    expect(judgeTyped('In June', twice, second, placed, 'en', null)).toMatchObject({
      placement: 'ambiguous',
      span: null,
      candidates,
    })
  })

  it.each([
    ['where the engine has it', at('moved', 'in June'), spanOf('in June').start],
    ['where the engine lost it', { kind: 'lost', near: 12 } as const, 12],
  ])('suggests for what is lost the place %s', (_what, placed, near) => {
    expect(judgeTyped('in June', text, null, placed, 'en', null)).toMatchObject({
      span: null,
      near,
    })
  })
})

describe('withoutDoubles', () => {
  const judged = (placement: Judged['placement'], start: number): Judged => ({
    placement,
    span: { start, end: start + 3 },
    change: null,
    sentence: null,
    candidates: [],
    near: start,
  })

  it('loses the later of two places that came to the same words', () => {
    const anchors = withoutDoubles([judged('kept', 5), judged('kept', 9), judged('moved', 5)])
    expect(anchors.map(each => each.placement)).toEqual(['kept', 'kept', 'lost'])
    expect(anchors[2]).toMatchObject({ span: null, near: 5 })
  })

  it('leaves changed ones to the person who settles them', () => {
    const anchors = [judged('changed', 5), judged('kept', 5), judged('changed', 5)]
    expect(withoutDoubles(anchors)).toEqual(anchors)
  })
})

describe('restsOnSame', () => {
  it.each([
    ['the same places', ['a b', 'c'], ['a b', 'c'], true],
    ['the same places in another order', ['a b', 'c'], ['c', 'a b'], true],
    ['other typography', ["the ministry's"], ['the ministry’s'], true],
    ['one place fewer', ['a b', 'c'], ['a b'], false],
    ['one place more', ['a b'], ['a b', 'c'], false],
    ['other words', ['412 ships'], ['398 ships'], false],
    ['one place twice for two', ['a b', 'c'], ['a b', 'a b'], false],
  ])('of %s', (_what, before, now, isSame) => {
    const quotes = (words: string[]) => words.map(quote => ({ quote }))
    expect(restsOnSame(quotes(before), quotes(now), 'en')).toBe(isSame)
  })
})

describe('an anchor', () => {
  const settledAt = new Date('2026-03-02T09:30:00Z')

  it.each(placementKinds)('that is %s is sound or open, never both', placement => {
    const start = placement === 'lost' || placement === 'ambiguous' ? null : 3
    const isSame = placement === 'kept' || placement === 'moved'
    expect(isSound({ placement, start, settledAt: null })).toBe(isSame)
    expect(isOpen({ placement, start, settledAt: null })).toBe(!isSame)
  })

  it.each(['changed', 'ambiguous', 'lost'] as const)(
    'that was %s is neither once it was taken off, and sound where it was placed',
    placement => {
      expect(isOpen({ placement, start: null, settledAt })).toBe(false)
      expect(isSound({ placement, start: null, settledAt })).toBe(false)
      expect(isSound({ placement, start: 3, settledAt })).toBe(true)
    },
  )
})

describe('worstOf', () => {
  it.each([
    [[], 'kept'],
    [['kept', 'moved'], 'moved'],
    [['changed', 'moved'], 'changed'],
    [['ambiguous', 'changed'], 'ambiguous'],
    [['lost', 'ambiguous', 'kept'], 'lost'],
  ] as const)('of %j is %s', (placements, worst) => {
    expect(worstOf(placements)).toBe(worst)
  })
})
