import { describe, expect, it } from 'vitest'
import { greetingOf } from '@/components/work/greeting'
import type { MyWork, WorkItem } from '@/lib/domain/desk'
import { spell } from '@/lib/domain/numbers'

const now = '2022-01-31T12:00:00.000Z'

const item = (since: string): WorkItem => ({
  annotationId: since,
  articleId: 'a',
  articleTitle: 'An article',
  state: 'draft',
  rating: null,
  claim: '',
  quote: '',
  people: [],
  unsettled: 0,
  remark: '',
  since,
})
const nothing: MyWork = {
  toAnswer: [],
  toWrite: [],
  toReview: [],
  changesAsked: [],
  waiting: [],
  readyToPublish: [],
}

describe('greetingOf', () => {
  it.each([
    ['Monday 31 January. Nothing waits for you.', nothing],
    [
      'Monday 31 January. Nothing waits for you.',
      { ...nothing, waiting: [item('2022-01-01T00:00:00.000Z')] },
    ],
    [
      'Monday 31 January. One note waits for you; it has waited one minute.',
      { ...nothing, toWrite: [item('2022-01-31T11:59:00.000Z')] },
    ],
    [
      'Monday 31 January. One note waits for you; it has waited less than a minute.',
      { ...nothing, toReview: [item(now)] },
    ],
    [
      'Monday 31 January. One note waits for you; it has waited one minute.',
      {
        ...nothing,
        toAnswer: [item('2022-01-31T11:59:00.000Z')],
        toReview: [item('2022-01-31T11:59:00.000Z')],
      },
    ],
    [
      'Monday 31 January. Three notes wait for you; the oldest has waited three days.',
      {
        ...nothing,
        toWrite: [item('2022-01-31T11:35:00.000Z')],
        toReview: [item('2022-01-28T11:00:00.000Z')],
        changesAsked: [item('2022-01-31T10:00:00.000Z')],
      },
    ],
  ])('says: %s', (line, work) => {
    expect(greetingOf(work, now, 'UTC')).toBe(line)
  })

  it('names the day it is in the newsroom', () => {
    expect(greetingOf(nothing, '2022-01-31T23:30:00.000Z', 'Asia/Tokyo')).toMatch(/^Tuesday 1 Feb/)
  })
})

it('spells numbers up to twelve', () => {
  expect([0, 1, 12, 13, 1300].map(spell)).toEqual(['no', 'one', 'twelve', '13', '1,300'])
})
