import { describe, expect, it } from 'vitest'
import {
  type CorrectionDraft,
  finishedOf,
  type Held,
  missingIn,
  placesRewritten,
  rewrittenAt,
  stillMissing,
  unquestionedSummary,
  untoldWords,
} from '@/components/editions/publishing'
import { refuse } from '@/lib/domain/outcomes'

const draft = (id: number, kind: CorrectionDraft['kind'], text: string, ...noteKeys: string[]) => ({
  id,
  kind,
  text,
  noteKeys,
})
const missing = (title: string, ...drafts: CorrectionDraft[]) =>
  missingIn(
    { title, summary: 'Half of it holds.', notes: [], corrections: finishedOf(drafts) },
    drafts,
  )
const placesOf = (faults: readonly { path: string }[]) => faults.map(({ path }) => path)

describe('what is missing', () => {
  it.each([
    ['nothing', 'A headline', [draft(0, 'update', 'One more note.')], []],
    ['the headline', ' ', [], ['title']],
    ['the kind', 'A headline', [draft(0, '', 'It said thirteen.')], ['corrections.0.kind']],
    [
      'the words of the second, where the first has no kind',
      'A headline',
      [draft(0, '', 'It said thirteen.'), draft(1, 'typo', '')],
      ['corrections.0.kind', 'corrections.1.text'],
    ],
  ])('is %s', (_name, title, drafts, places) => {
    expect(placesOf(missing(title, ...drafts))).toEqual(places)
  })

  it('is marked only until it is there, and nothing is that was not asked for', () => {
    const refusal = refuse('invalid', 'Missing', missing('', draft(0, '', '')))
    expect(
      placesOf(stillMissing(refusal, missing('', draft(0, 'typo', '')))?.faults ?? []),
    ).toEqual(['title', 'corrections.0.text'])
    expect(stillMissing(refusal, missing('A headline', draft(0, 'typo', 'It said so.')))).toBeNull()
    expect(stillMissing(refusal, [{ path: 'summary', message: '' }])).toBeNull()
  })
})

describe('words of the page that no correction speaks of', () => {
  const last = { number: 2, title: 'A headline', summary: 'Half of it holds.' }
  it.each([
    ['are none where nothing changed', last, [draft(0, 'update', 'More.', 'k1')], 0],
    ['are those that changed', { ...last, summary: 'None.' }, [draft(0, 'update', '', 'k1')], 1],
    ['are told by one that names no note', { ...last, title: 'New' }, [draft(0, 'update', '')], 0],
  ])('%s', (_name, now, drafts, found) => {
    expect(untoldWords(last, now, drafts)).toHaveLength(found)
    expect(untoldWords({ ...last, number: 1 }, now, drafts)).toEqual([])
  })
})

describe('what the server found wrong', () => {
  const before = [draft(0, 'typo', 'A slip.', 'k1'), draft(1, 'update', 'More.', 'k2')]
  const refusal = refuse(
    'invalid',
    'Not so',
    ['title', 'corrections', 'corrections.0', 'corrections.1', 'notes.k1', 'notes.k2'].map(
      path => ({
        path,
        message: '',
      }),
    ),
  )

  it('is marked until something else is written there', () => {
    expect(placesOf(rewrittenAt(refusal, ['title'])?.faults ?? [])).not.toContain('title')
    const after = [before[0] ?? draft(0, '', ''), draft(1, 'factual_error', 'More.', 'k2')]
    const left = rewrittenAt(refusal, placesRewritten(before, after))
    expect(placesOf(left?.faults ?? [])).toEqual(['title', 'corrections.0', 'notes.k1'])
  })

  it('goes with the correction in which it stood, and with the note that is named no longer', () => {
    const left = (after: CorrectionDraft[]) =>
      placesOf(rewrittenAt(refusal, placesRewritten(before, after))?.faults ?? [])
    expect(left(before.slice(0, 1))).toEqual(['title', 'corrections.0', 'notes.k1'])
    expect(left([draft(0, 'typo', 'A slip.'), ...before.slice(1)])).toEqual([
      'title',
      'corrections.1',
      'notes.k2',
    ])
  })

  it('stays where it is wrong with no place', () => {
    expect(rewrittenAt(refuse('stale'), ['title'])).toEqual(refuse('stale'))
  })
})

describe('the summary of the edition before', () => {
  const last = (number: number, summary = 'It is false.') => ({ number, summary })

  it('is questioned where nobody has touched it', () => {
    expect(unquestionedSummary(last(2), 'It is false.', null)).toMatchObject([
      { path: 'summary', message: expect.stringMatching(/^This is what edition 1 said\./) },
    ])
  })

  it.each([
    ['was changed', last(2), 'It is half true.'],
    ['is of no edition yet', last(1), 'It is false.'],
    ['was never written', last(2, ''), ''],
  ])('is not where it %s', (_name, publishing, summary) => {
    expect(unquestionedSummary(publishing, summary, null)).toEqual([])
  })

  it('is not where somebody said that it holds, until a colleague has published', () => {
    const isAsked = (now: Held, held: Held) =>
      unquestionedSummary(now, now.summary, held).length > 0
    expect(isAsked(last(2), last(2))).toBe(false)
    expect(isAsked(last(3), last(2))).toBe(true)
    expect(isAsked(last(2, 'It is half true.'), last(2))).toBe(true)
  })
})
