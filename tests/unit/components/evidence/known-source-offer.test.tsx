import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { KnownSourceLine } from '@/components/evidence/known-source-offer'
import type { Citation } from '@/lib/domain/sources'

const citation: Citation = {
  stance: 'supports',
  url: 'https://harbour.example/statistics/2025',
  title: 'Ship calls 2025',
  publisher: 'Harbour office',
  publishedOn: '2026-01-12',
  passage: '',
  passageKind: 'exact',
  locator: '',
}

function wordsFor(uses: number, title = citation.title): string {
  const { url, publisher, publishedOn } = citation
  const html = renderToStaticMarkup(
    <KnownSourceLine
      citation={citation}
      source={{ url, title, publisher, publishedOn, uses }}
      onTake={() => {}}
    />,
  )
  return html.replace(/<[^>]*>/g, '')
}

it.each([
  ['of one other note', 1, 'What you correct shows in Sources too; that note keeps its words.'],
  ['of more', 3, 'What you correct shows in Sources too; those notes keep their words.'],
])('tells what a correction does elsewhere before it is made: %s', (_name, uses, words) => {
  expect(wordsFor(uses)).toContain(`Its details are filled in. ${words}`)
  expect(wordsFor(uses, 'Ship calls')).toMatch(/as Ship calls, Harbour office\./)
  expect(wordsFor(uses, 'Ship calls')).toContain(words)
})

it('says nothing of a source that no other note cites', () => {
  expect(wordsFor(0, 'Ship calls')).toBe('')
})
