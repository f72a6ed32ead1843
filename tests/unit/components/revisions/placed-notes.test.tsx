import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { PlacedNotes } from '@/components/revisions/placed-notes'
import type { PlacedNote } from '@/lib/domain/revisions'

const kept = (annotationId: string, isAroundChanged: boolean): PlacedNote => ({
  annotationId,
  key: annotationId,
  number: 1,
  state: 'approved',
  rating: null,
  claim: annotationId,
  placement: 'kept',
  anchors: [
    {
      ordinal: 0,
      placement: 'kept',
      before: '312 houses',
      start: 14,
      end: 24,
      after: '312 houses',
      isAroundChanged,
      change: null,
      candidates: [],
      near: 14,
    },
  ],
  voidsApproval: false,
})

it('folds kept notes away, but not where the sentence around them changed', () => {
  const html = renderToStaticMarkup(
    <PlacedNotes
      notes={[kept('Untouched', false), kept('Turned', true)]}
      wording={{
        names: { older: 'Revision 1', newer: 'The new text' },
        script: { language: 'en', direction: 'ltr' },
        text: 'He saw nearly 312 houses.',
      }}
    />,
  )
  const [open = '', folded = ''] = html.split('<details')
  expect(open).toContain('Turned')
  expect(open).toContain('The sentence around it changed.')
  expect(open).not.toContain('Untouched')
  expect(folded).toContain('Untouched')
})
