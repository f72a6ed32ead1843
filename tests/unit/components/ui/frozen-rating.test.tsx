import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { HeldNotes } from '@/components/editions/planned-notes'
import type { PlannedHeldNote } from '@/components/editions/publishing'
import { ComparedNotes } from '@/components/revisions/compared-notes'
import { PlacedNotes } from '@/components/revisions/placed-notes'
import { FrozenRating } from '@/components/ui/frozen-rating'
import { WorkRow } from '@/components/work/work-row'
import { type PlacementKind, placementKinds } from '@/lib/domain/anchoring/placements'
import type { WorkItem } from '@/lib/domain/desk'
import type { ComparedNote, PlacedAnchor, PlacedNote } from '@/lib/domain/revisions'
import { defaultScale, type Rating } from '@/lib/domain/scales'

const rating = defaultScale.ratings.find(({ key }) => key === 'false') as Rating
const script = { language: 'en', direction: 'ltr' } as const
const names = { older: 'Revision 1', newer: 'Revision 2' }

/** Whether a list shows the verdict as one that holds, as one that is frozen, or both at once. */
function looksOf(list: React.ReactNode): string[] {
  const html = renderToStaticMarkup(list)
  expect(html).toContain(rating.word)
  return [
    ...(html.includes(`rating r-${rating.tint}`) ? ['holds'] : []),
    ...(html.includes('is-frozen') ? ['frozen'] : []),
  ]
}

it('is untinted, and says that it is frozen', () => {
  const html = renderToStaticMarkup(<FrozenRating rating={rating} />)
  expect(html).toContain('rating r-none is-frozen')
  expect(html).toContain(`${rating.word} <small>frozen</small>`)
  expect(renderToStaticMarkup(<FrozenRating rating={null} />)).toContain('>No verdict<')
})

describe('a verdict that was given to other words is frozen', () => {
  it.each([
    [false, ['holds']],
    [true, ['frozen']],
  ])('in a comparison (%s)', (isFrozen, looks) => {
    const note: ComparedNote = {
      annotationId: 'a',
      number: 1,
      rating,
      isFrozen,
      claim: 'A claim',
      older: [],
      newer: [],
      placement: 'kept',
      sentence: null,
    }
    const notes = <ComparedNotes articleId="b" notes={[note]} names={names} script={script} />
    expect(looksOf(notes)).toEqual(looks)
  })

  it.each(placementKinds)('in the preview of a new revision, where it is %s', kind => {
    const wording = { names, script, text: 'There were 398 ships.' }
    const notes = <PlacedNotes notes={[placed(kind)]} wording={wording} />
    const isSame = kind === 'kept' || kind === 'moved'
    expect(looksOf(notes)).toEqual([isSame ? 'holds' : 'frozen'])
  })

  it.each([
    [0, ['holds']],
    [1, ['frozen']],
  ])('in a queue (%d places to settle)', (unsettled, looks) => {
    const item: WorkItem = {
      annotationId: 'a',
      articleId: 'b',
      articleTitle: 'The harbour',
      state: 'draft',
      rating,
      claim: 'A claim',
      quote: '412 ships',
      people: [],
      unsettled,
      remark: '',
      since: '2026-03-01T09:00:00.000Z',
    }
    const clock = { now: '2026-03-02T09:00:00.000Z', timeZone: 'Europe/Oslo' }
    expect(looksOf(<WorkRow item={item} who="" clock={clock} waits />)).toEqual(looks)
  })

  it('among the notes that stay behind', () => {
    const note: PlannedHeldNote = {
      id: 'a',
      key: 'k',
      contentHash: '',
      claim: 'A claim',
      quote: '412 ships',
      rating,
      state: 'draft',
      by: '',
      why: 'The article changed under it.',
      isUnsettled: true,
      blocks: false,
    }
    expect(looksOf(<HeldNotes articleId="b" notes={[note]} />)).toEqual(['frozen'])
  })
})

function placed(placement: PlacementKind): PlacedNote {
  const isFound = placement !== 'lost' && placement !== 'ambiguous'
  const anchor: PlacedAnchor = {
    ordinal: 0,
    placement,
    before: '412 ships',
    start: isFound ? 11 : null,
    end: isFound ? 20 : null,
    after: isFound ? '398 ships' : '',
    sentence: null,
    change: null,
    candidates: [],
    near: 11,
  }
  return {
    annotationId: 'a',
    key: 'k',
    number: 1,
    state: 'approved',
    rating,
    claim: 'A claim',
    placement,
    anchors: [anchor],
    voidsApproval: !isFound,
  }
}
