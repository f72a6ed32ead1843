import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOf, type NoteDraft } from '@/components/editor/note-drafts'
import {
  caretAfter,
  changedCitation,
  type EditStep,
  keepFitting,
  nextStep,
  noSteps,
  record,
  recordEdit,
  type Steps,
  turn,
  turned,
  wordsOfStep,
} from '@/components/undo/steps'
import { newContent } from '@/lib/domain/annotations'
import { type DocumentNode, emptyDocument } from '@/lib/domain/rich-text'
import type { Citation } from '@/lib/domain/sources'

const start = draftOf(newContent([{ start: 0, end: 5 }], 'Output rose.'))

const citation = (id: string, title = ''): Citation & { id: string } => ({
  id,
  stance: 'supports',
  url: '',
  title,
  publisher: '',
  publishedOn: '',
  passage: '',
  passageKind: 'exact',
  locator: '',
})

/** A note that is written in, with what the page remembers of it. */
interface Written {
  draft: NoteDraft
  steps: Steps
}

type Edit = [at: number, change: Partial<NoteDraft>]

function write(edits: readonly Edit[], from: Written = { draft: start, steps: noSteps }): Written {
  return edits.reduce(({ draft, steps }, [at, change]) => {
    const after = { ...draft, ...change }
    return { draft: after, steps: recordEdit(steps, 'note', draft, after, at) }
  }, from)
}

function turnOnce({ draft, steps }: Written, direction: 'undo' | 'redo'): Written {
  const step = nextStep(steps, direction) as EditStep
  return { draft: turned(draft, step, direction), steps: turn(steps, direction) }
}

function turnAll(written: Written, direction: 'undo' | 'redo'): Written {
  return nextStep(written.steps, direction)
    ? turnAll(turnOnce(written, direction), direction)
    : written
}

const named = (name: string): Partial<NoteDraft> => ({ claimant: { ...start.claimant, name } })

describe('recordEdit', () => {
  it.each<[string, Edit[], string[]]>([
    [
      'joins what is typed on in one field',
      [
        [0, { claim: 'O' }],
        [700, { claim: 'Ou' }],
      ],
      ['claim'],
    ],
    [
      'begins anew after a pause',
      [
        [0, { claim: 'O' }],
        [800, { claim: 'Ou' }],
      ],
      ['claim', 'claim'],
    ],
    [
      'begins anew where somebody types on and on',
      Array.from({ length: 18 }, (_, key): Edit => [key * 500, { claim: 'O'.repeat(key + 1) }]),
      ['claim', 'claim'],
    ],
    [
      'keeps the order across fields',
      [
        [0, { claim: 'O' }],
        [100, named('M')],
        [200, { claim: 'Ou' }],
      ],
      ['claim', 'who said it', 'claim'],
    ],
    [
      'never joins two choices',
      [
        [0, { ratingKey: 'true' }],
        [1, { ratingKey: 'false' }],
      ],
      ['verdict', 'verdict'],
    ],
    [
      'never joins two changes of extent',
      [
        [0, { anchors: [{ start: 0, end: 6 }] }],
        [1, { anchors: [{ start: 0, end: 7 }] }],
      ],
      ['words it rests on', 'words it rests on'],
    ],
    [
      'joins what is typed in one piece of evidence, and not in two',
      [
        [0, { citations: [citation('a'), citation('b')] }],
        [1, { citations: [citation('a', 'T'), citation('b')] }],
        [2, { citations: [citation('a', 'Ti'), citation('b')] }],
        [3, { citations: [citation('a', 'Ti'), citation('b', 'X')] }],
      ],
      ['evidence', 'evidence', 'evidence'],
    ],
    [
      'remembers nothing of what was typed and taken back',
      [
        [0, { claim: 'O' }],
        [1, { claim: start.claim }],
      ],
      [],
    ],
    ['remembers nothing where nothing is other', [[0, { claim: start.claim, reasons: [] }]], []],
  ])('%s', (_name, edits, words) => {
    expect(write(edits).steps.done.map(wordsOfStep)).toEqual(words)
  })

  it('begins anew after an undo, in the same field and without a pause', () => {
    const undone = turnOnce(
      write([
        [0, { claim: 'O' }],
        [900, { claim: 'Ou' }],
      ]),
      'undo',
    )
    const { steps } = write([[901, { claim: 'Ox' }]], undone)
    expect(steps.done).toHaveLength(2)
    expect(steps.undone).toEqual([])
  })
})

const changes = fc.oneof(
  fc.string({ maxLength: 4 }).map((claim): Partial<NoteDraft> => ({ claim })),
  fc.string({ maxLength: 4 }).map(named),
  fc.constantFrom('true', 'false', null).map((ratingKey): Partial<NoteDraft> => ({ ratingKey })),
  fc.nat(9).map((end): Partial<NoteDraft> => ({ anchors: [{ start: 0, end }] })),
  fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c'))
    .map((ids): Partial<NoteDraft> => ({ citations: ids.map(id => citation(id, id)) })),
  fc
    .string({ minLength: 1, maxLength: 3 })
    .map((text): Partial<NoteDraft> => ({ explanation: explained(text) })),
)

const explained = (text: string): DocumentNode => ({
  ...emptyDocument,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

/** Edits one after the other, up to two seconds apart. */
const edits = fc.array(fc.tuple(fc.nat(2000), changes), { maxLength: 30 }).map(each => {
  const waits = each.map(([wait]) => wait)
  const at = (index: number) => waits.slice(0, index + 1).reduce((sum, wait) => sum + wait, 0)
  return each.map(([, change], index): Edit => [at(index), change])
})

/** Ids of citations are the page's own, and not of the note. */
const plain = ({ citations, ...draft }: NoteDraft) => ({
  ...draft,
  citations: citations.map(each => ({ ...each, id: '' })),
})

describe('any sequence of edits', () => {
  it('leads back to the start, and forth to the end', () => {
    fc.assert(
      fc.property(edits, sequence => {
        const end = write(sequence)
        const back = turnAll(end, 'undo')
        expect(plain(back.draft)).toEqual(plain(start))
        expect(plain(turnAll(back, 'redo').draft)).toEqual(plain(end.draft))
      }),
    )
  })

  it('leads back from anywhere, by as many steps as were gone forth', () => {
    fc.assert(
      fc.property(edits, fc.nat(30), (sequence, count) => {
        const end = write(sequence)
        const steps = Math.min(count, end.steps.done.length)
        let now = end
        for (let step = 0; step < steps; step++) now = turnOnce(now, 'undo')
        for (let step = 0; step < steps; step++) now = turnOnce(now, 'redo')
        expect(plain(now.draft)).toEqual(plain(end.draft))
      }),
    )
  })
})

describe('keepFitting', () => {
  const written = write([
    [0, { claim: 'Mine.' }],
    [900, { ratingKey: 'true' }],
    [1800, { claim: 'Mine too.' }],
  ])

  it('keeps all where the note is as the page left it', () => {
    expect(keepFitting(written.steps, 'note', written.draft)).toEqual({
      steps: written.steps,
      dropped: [],
    })
  })

  it('never overwrites what a colleague wrote, and says in which field', () => {
    const { steps, dropped } = keepFitting(written.steps, 'note', {
      ...written.draft,
      claim: 'Hers.',
    })
    expect(steps.done.map(wordsOfStep)).toEqual(['verdict'])
    expect(dropped).toEqual(['claim'])
  })

  it('drops what would be redone over it, too', () => {
    const undone = turnAll(written, 'undo')
    const { steps } = keepFitting(undone.steps, 'note', { ...undone.draft, claim: 'Hers.' })
    expect(steps.undone.map(wordsOfStep)).toEqual(['verdict'])
  })

  it('keeps the rest of a step that changed several fields', () => {
    const both = write([[0, { claim: 'Mine.', ratingKey: 'true' }]])
    const { steps } = keepFitting(both.steps, 'note', { ...both.draft, claim: 'Hers.' })
    expect(steps.done.map(wordsOfStep)).toEqual(['verdict'])
  })

  it('takes evidence that was read again from the server for the same', () => {
    const cited = write([[0, { citations: [citation('a', 'Treaty')] }]])
    const again = { ...cited.draft, citations: [citation('other', 'Treaty')] }
    expect(keepFitting(cited.steps, 'note', again).dropped).toEqual([])
  })

  it('leaves the steps of other notes, and what was done with notes, alone', () => {
    const step = { kind: 'fixed', does: 'approving note 1', noteId: 'note', why: '' } as const
    const steps = record(recordEdit(noSteps, 'other', start, { ...start, claim: 'B' }, 0), step)
    expect(keepFitting(steps, 'note', { ...start, claim: 'C' }).steps).toEqual(steps)
  })
})

describe('caretAfter', () => {
  it.each([
    ['after words that came back', 'Output.', 'Output rose.', 11],
    ['where words went', 'Output rose.', 'Output.', 6],
    ['at the end of an empty text', 'Output', '', 0],
    ['after the last of several equal letters', 'aa', 'aaa', 3],
  ])('stands %s', (_name, before, after, caret) => {
    expect(caretAfter(before, after)).toBe(caret)
  })
})

describe('changedCitation', () => {
  const [a, b] = [citation('a'), citation('b')]
  it.each([
    [
      'the field that is other',
      [a, b],
      [a, citation('b', 'T')],
      { id: 'b', index: 1, key: 'title' },
    ],
    ['a piece that came back', [a], [a, b], { id: 'b', index: 1, key: null }],
    ['the first that moved', [a, b], [b, a], { id: 'b', index: 0, key: null }],
    ['nothing where the last went', [a, b], [a], null],
  ])('finds %s', (_name, before, after, place) => {
    expect(changedCitation(before, after)).toEqual(place)
  })
})
