import { describe, expect, it } from 'vitest'
import { changedSettings, mergeSettings, newsroomSettings } from '@/lib/domain/newsrooms'

const base = {
  name: 'The Alderwick Courier',
  language: 'en',
  timeZone: 'UTC',
  method: '',
  correctionsPolicy: '',
  contact: '',
}

describe('newsroomSettings', () => {
  it.each([
    ['an empty name', { name: ' ' }, 'name'],
    ['a language that is none', { language: 'english, mostly' }, 'language'],
    ['a time zone that is none', { timeZone: 'Mars/Base' }, 'timeZone'],
    ['a contact that is no address', { contact: 'the news desk' }, 'contact'],
  ])('refuses %s', (_what, change, path) => {
    const parsed = newsroomSettings.safeParse({ ...base, ...change })
    expect(parsed.error?.issues[0]?.path).toEqual([path])
  })
})

describe('changedSettings', () => {
  it('names what differs, and nothing where nothing does', () => {
    expect(changedSettings(base, { ...base, name: 'The Courier', contact: 'a@b.example' })).toEqual(
      ['name', 'contact'],
    )
    expect(changedSettings(base, { ...base })).toEqual([])
  })
})

describe('mergeSettings', () => {
  it('keeps what only they changed, and mine where both did', () => {
    const mine = { ...base, name: 'Mine', method: 'We read.' }
    const theirs = { ...base, name: 'Theirs', timeZone: 'Europe/Oslo' }
    expect(mergeSettings(base, mine, theirs)).toEqual({
      ...base,
      name: 'Mine',
      method: 'We read.',
      timeZone: 'Europe/Oslo',
    })
  })
})
