import { expect, it } from 'vitest'
import { differenceWords } from '@/components/editions/out-now'
import type { NoteChange } from '@/lib/domain/corrections'
import type { PublisherChange } from '@/lib/domain/publisher-changes'

const added = { kind: 'added', key: 'a' } as NoteChange
const changed = { kind: 'changed', key: 'c', parts: ['claim'] } as unknown as NoteChange
const removed = { kind: 'removed', key: 'r' } as NoteChange
const told = {} as PublisherChange

it.each<[NoteChange[], PublisherChange[], string]>([
  [[], [], 'Nothing has changed in its notes since.'],
  [[changed], [], 'one note has changed'],
  [[added, added], [], '2 notes are new'],
  [
    [changed, added, removed],
    [],
    'one note has changed, one note is new and one note is no longer in it',
  ],
  [[], [told], 'the words of one passage were changed'],
  [[changed], [told, told], 'one note has changed and the words of 2 passages were changed'],
])('says of %j and %j what differs', (changes, publisher, words) => {
  const said = differenceWords({ changes, told: publisher, number: 2, isUnchanged: false })
  const more = `Since then ${words}. What follows is edition 2, which is not out yet.`
  expect(said).toBe(changes.length + publisher.length === 0 ? words : more)
})

it('says that nothing has changed where all is as it was', () => {
  const same = { changes: [], told: [], number: 2, isUnchanged: true }
  expect(differenceWords(same)).toBe('Nothing has changed since.')
})
