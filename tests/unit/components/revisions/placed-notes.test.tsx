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
  expect(open).toContain('Kept, sentence reworded')
  expect(open).toContain('The sentence around “312 houses” changed.')
  expect(open).not.toContain('Untouched')
  expect(folded).toContain('Untouched')
})

it('tells words that were edited from the same words in a sentence that was', () => {
  const changed = (id: string, sentence: { before: string; after: string } | null) => {
    const note = kept(id, false)
    const change = { kind: 'meaning', reasons: ['negation'] } as const
    const anchors = note.anchors.map(anchor => ({
      ...anchor,
      placement: 'changed' as const,
      after: sentence ? anchor.before : '398 houses',
      sentence,
      change: { ...change, reasons: [...change.reasons] },
    }))
    return { ...note, placement: 'changed' as const, anchors }
  }
  const around = { before: 'He saw 312 houses.', after: 'He never saw 312 houses.' }
  const html = renderToStaticMarkup(
    <PlacedNotes
      notes={[changed('Turned', around), changed('Edited', null)]}
      wording={{
        names: { older: 'Revision 1', newer: 'The new text' },
        script: { language: 'en', direction: 'ltr' },
        text: 'He never saw 312 houses.',
      }}
    />,
  )
  const [edited = '', turned = ''] = html.split('Sentence changed')
  expect(edited).toContain('Edited')
  expect(edited).not.toContain('Turned')
  expect(turned).toContain('stands there still, but the sentence around it says something else')
  expect(turned).toContain('<b>312 houses</b>')
})
