import { describe, expect, it } from 'vitest'
import type { CanonicalContent } from '@/lib/domain/annotations'
import type { AuditEvent } from '@/lib/domain/audit'
import { type HistoryEvent, linesOf } from '@/lib/domain/history'

const names: Record<string, string> = { maren: 'Maren', tobias: 'Tobias' }

function happened(minute: number, who: string, noteId: string, event: AuditEvent): HistoryEvent {
  return {
    seq: minute + 1,
    at: new Date(Date.UTC(2026, 2, 2, 9, minute)),
    actor: { id: who, name: names[who] ?? who },
    event,
    annotation: { id: noteId, key: noteId, quote: 'words' },
  }
}

function saved(
  minute: number,
  who: string,
  noteId: string,
  parts: (keyof CanonicalContent)[] = ['claim'],
) {
  return happened(minute, who, noteId, {
    kind: 'annotation.saved',
    key: noteId,
    version: minute,
    hash: 'h',
    parts,
  })
}

const started = (minute: number, noteId: string) =>
  happened(minute, 'tobias', noteId, { kind: 'thread.started', key: noteId })

/** Oldest first is how a story is told; the history comes the other way round. */
const linesAfter = (...events: HistoryEvent[]) =>
  linesOf([...events].reverse()).map(
    line => `${line.actor?.name} ${line.sentence} ×${line.repeats}`,
  )

const carried = (minute: number, noteId: string) =>
  happened(minute, 'tobias', noteId, {
    kind: 'annotation.carried',
    key: noteId,
    version: 2,
    hash: 'h',
    from: 'g',
  })

const left = (minute: number, who: string, reason: 'opinion' | 'none'): HistoryEvent => ({
  ...happened(minute, who, '', {
    kind: 'sentences.left',
    quote: `Sentence ${minute}.`,
    counts: { [reason]: 1 },
  }),
  annotation: null,
})

describe('linesOf', () => {
  it('makes one line of what one person looked at and left in a row, from the first sentence', () => {
    expect(
      linesAfter(
        left(0, 'maren', 'opinion'),
        left(1, 'maren', 'none'),
        left(2, 'maren', 'opinion'),
        left(3, 'tobias', 'opinion'),
        left(4, 'maren', 'opinion'),
        left(15, 'maren', 'opinion'),
      ),
    ).toEqual([
      'Maren looked at “Sentence 15.” and left it (opinion) ×1',
      'Maren looked at “Sentence 4.” and left it (opinion) ×1',
      'Tobias looked at “Sentence 3.” and left it (opinion) ×1',
      'Maren looked at 3 sentences and left them (2 opinion and 1 without a reason), from “Sentence 0.” ×3',
    ])
  })

  it('makes one line of all the notes that a new revision carried, and of no others', () => {
    const lines = linesOf([
      carried(5, 'b'),
      carried(5, 'a'),
      carried(0, 'a'),
      saved(0, 'maren', 'a'),
    ])
    expect(lines.map(({ repeats, annotation }) => [repeats, annotation?.id])).toEqual([
      [2, undefined],
      [1, 'a'],
      [1, 'a'],
    ])
  })

  it('tells once that an approval is void with the words it was given to', () => {
    const note = { key: 'a', hash: 'h' }
    const left = { revision: 2, placements: ['changed' as const], voided: true }
    const lines = linesAfter(
      happened(0, 'tobias', 'a', { kind: 'annotation.unsettled', key: 'a', ...left }),
      happened(0, 'tobias', 'a', { kind: 'annotation.approval_voided', ...note }),
      happened(1, 'maren', 'a', { kind: 'annotation.approval_voided', ...note }),
    )
    expect(lines).toEqual([
      'Maren voided the approval by changing approved words ×1',
      'Tobias left the note to be settled: in revision 2 its words are changed; its approval is void ×1',
    ])
  })

  it('makes one line of a sitting, naming every part once, in the order they were changed', () => {
    expect(
      linesAfter(
        saved(0, 'maren', 'a'),
        saved(4, 'maren', 'a', ['rating']),
        saved(9, 'maren', 'a'),
      ),
    ).toEqual(['Maren changed the claim and the verdict ×3'])
  })

  it('stands at the last save of the sitting', () => {
    const [line] = linesOf([saved(9, 'maren', 'a'), saved(0, 'maren', 'a')])
    expect(line).toMatchObject({ seq: 10, at: '2026-03-02T09:09:00.000Z' })
  })

  it('begins another line after ten minutes', () => {
    expect(linesAfter(saved(0, 'maren', 'a'), saved(10, 'maren', 'a'))).toHaveLength(1)
    expect(linesAfter(saved(0, 'maren', 'a'), saved(11, 'maren', 'a'))).toHaveLength(2)
  })

  it('keeps people and notes apart, though they alternate', () => {
    expect(
      linesAfter(
        saved(0, 'maren', 'a'),
        saved(1, 'tobias', 'b'),
        saved(2, 'maren', 'a', ['reasons']),
        saved(3, 'tobias', 'b', ['rating']),
        saved(4, 'tobias', 'a'),
      ),
    ).toEqual([
      'Tobias changed the claim ×1',
      'Tobias changed the claim and the verdict ×2',
      'Maren changed the claim and the reasons ×2',
    ])
  })

  it('does not reach over something else that happened to the note', () => {
    expect(
      linesAfter(saved(0, 'maren', 'a'), started(1, 'a'), saved(2, 'maren', 'a')),
    ).toHaveLength(3)
    expect(
      linesAfter(saved(0, 'maren', 'a'), started(1, 'b'), saved(2, 'maren', 'a')),
    ).toHaveLength(2)
  })

  it('never joins anything but saves', () => {
    expect(linesAfter(started(0, 'a'), started(1, 'a'))).toHaveLength(2)
  })
})
