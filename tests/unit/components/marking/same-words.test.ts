import { describe, expect, it } from 'vitest'
import { nextInRound, onSameWords } from '@/components/marking/same-words'

const note = (id: string, ...spans: [number, number][]) => ({
  id,
  spans: spans.map(([start, end]) => ({ start, end })),
})

/** A paragraph with two claims in it, one of them marked twice, and a note that only touches it. */
const notes = [
  note('paragraph', [0, 100]),
  note('first', [10, 20]),
  note('first again', [10, 20]),
  note('second', [40, 60], [200, 210]),
  note('inside second', [45, 50]),
  note('across', [55, 120]),
  note('after', [120, 130]),
  note('elsewhere', [205, 208]),
]

describe('the notes on the same words', () => {
  it.each([
    [
      'are those inside and those that cross its end',
      'paragraph',
      ['first', 'first again', 'second', 'inside second', 'across'],
    ],
    ['are those around it and those on its very words', 'first', ['paragraph', 'first again']],
    [
      'are found at each of its places',
      'second',
      ['paragraph', 'inside second', 'across', 'elsewhere'],
    ],
    ['are not those that only touch it', 'after', []],
  ])('%s', (_name, id, ids) => {
    expect(onSameWords(notes, id).map(each => each.id)).toEqual(ids)
  })
})

describe('the next note on the same words', () => {
  it.each([
    [
      'goes through all that are in a long one and comes back',
      'paragraph',
      ['first', 'first again', 'second', 'inside second', 'across', 'paragraph'],
    ],
    ['goes to the one around and back', 'first', ['first again', 'paragraph', 'first']],
    ['is none where no other rests', 'after', []],
  ])('%s', (_name, from, ids) => {
    const opened: string[] = []
    let next = nextInRound(notes, from, [])
    while (next) {
      opened.push(next.id)
      if (next.id === from) break
      next = nextInRound(notes, next.id, next.round)
    }
    expect(opened).toEqual(ids)
  })

  it('begins anew where a note of the round is gone', () => {
    const left = notes.filter(({ id }) => id !== 'second')
    expect(nextInRound(left, 'first', ['paragraph', 'first', 'second'])?.id).toBe('first again')
  })
})
