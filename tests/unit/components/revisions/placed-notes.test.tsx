import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { PlacedNotes } from '@/components/revisions/placed-notes'
import type { PlacedNote } from '@/lib/domain/revisions'

const kept = (annotationId: string, isTurned: boolean): PlacedNote => ({
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
      sentence: isTurned
        ? { before: 'He saw 312 houses.', after: 'He saw some 312 houses.' }
        : null,
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
  expect(open).toContain('The sentence around “312 houses” changed.')
  expect(open).not.toContain('Untouched')
  expect(folded).toContain('Untouched')
})
