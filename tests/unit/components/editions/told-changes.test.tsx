import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { PlannedHeldNote, PlannedNote, Publishing } from '@/components/editions/publishing'
import { ToldChanges } from '@/components/editions/told-changes'
import { publisherChange } from '@/tests/support/snapshots'

const planned = (key: string): PlannedNote => ({
  id: key,
  key,
  contentHash: '',
  claim: `Claim of ${key}`,
  quote: '',
  rating: null,
  state: 'approved',
  by: '',
})
const held = (key: string, blocks: boolean): PlannedHeldNote => ({
  ...planned(key),
  isUnsettled: true,
  why: '',
  blocks,
})

it.each([
  ['a note that goes out', { going: [planned('k1')], held: [] }, 'Note 1: Claim of k1'],
  ['a note that stands in the way', { going: [], held: [held('k1', true)] }, 'Claim of k1'],
  [
    'a note that was retired',
    { going: [], held: [held('k1', false)] },
    'No longer on the page: Claim of k1',
  ],
  ['a note that left', { going: [], held: [] }, 'No longer on the page: Claim of k1'],
])('names %s', (_name, notes, expected) => {
  const publishing: Publishing = {
    articleId: 'a',
    path: '/checks/a',
    number: 2,
    changes: [],
    told: [publisherChange({ noteKey: 'k1', claim: 'Claim of k1' })],
    article: { publisher: 'Meridian Wire', language: 'en', isOwn: false },
    isUnchanged: false,
    leaving: [],
    title: '',
    summary: '',
    ...notes,
  }
  const html = renderToStaticMarkup(<ToldChanges publishing={publishing} timeZone="UTC" />)
  expect(html).toContain(`<b dir="auto">${expected}</b>`)
})
