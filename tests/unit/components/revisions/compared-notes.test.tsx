import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ComparedNotes } from '@/components/revisions/compared-notes'
import type { ComparedNote, ComparedPlace } from '@/lib/domain/revisions'

const place = (quote: string): ComparedPlace => ({
  start: 0,
  end: quote.length,
  quote,
  placement: 'kept',
  rating: null,
})

function shown(...quotes: string[]): string {
  const places = quotes.map(place)
  const note: ComparedNote = {
    annotationId: 'a',
    number: 1,
    rating: null,
    isFrozen: false,
    claim: 'A claim.',
    older: places,
    newer: places,
    placement: 'changed',
    sentence: { before: 'He saw 312 houses.', after: 'He never saw 312 houses.' },
  }
  return renderToStaticMarkup(
    <ComparedNotes
      articleId="b"
      notes={[note]}
      names={{ older: 'Revision 1', newer: 'Revision 2' }}
      script={{ language: 'en', direction: 'ltr' }}
    />,
  )
}

it('shows the words of a note in the sentence that turned them', () => {
  expect(shown('312 houses')).toContain('<b>312 houses</b>')
})

it('shows all its words where it rests on several places and one sentence turned', () => {
  expect(shown('312 houses', 'three weeks')).toContain('>312 houses … three weeks</bdi>')
})
