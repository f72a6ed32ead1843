import { describe, expect, it } from 'vitest'
import { findMoreThanSpelling } from '@/lib/domain/typos'

const number = 'a number changed'
const negation = 'a negation was added or removed'
const words = 'words were added, removed or replaced'

describe('findMoreThanSpelling', () => {
  it.each<[string, string]>([
    ['The autority counted.', 'The authority counted.'],
    ['teh port', 'the port'],
    ['They recieved it', 'They received it'],
    ['the mayor', 'The Mayor,'],
    ['a well known port', 'a well-known port'],
    ['a lot of ships, in deed', 'a lot of ships indeed'],
    ['It didn’t sail.', "It didn't sail"],
    ['from 12-14 ships', 'from 12–14 ships'],
    ['412 shps', '412 ships'],
    ['It was 3%, they said.', 'It was 3%; they said.'],
    ['', ''],
  ])('lets “%s” become “%s”', (before, after) => {
    expect(findMoreThanSpelling(before, after)).toBeNull()
    expect(findMoreThanSpelling(after, before)).toBeNull()
  })

  it.each<[string, string, string]>([
    ['It cost 3 million.', 'It cost 3 billion.', number],
    ['It fell by 3 degrees.', 'It fell by -3 degrees.', number],
    ['It fell by 3 degrees.', 'It fell by −3 degrees.', number],
    ['It rose by 3.', 'It rose by 3%.', number],
    ['It cost $3.', 'It cost €3.', number],
    ['It cost USD 3.', 'It cost AUD 3.', number],
    ['It is 3 km away.', 'It is 3 m away.', number],
    ['1,398 ships', '1,389 ships', number],
    ['three ships', 'four ships', number],
    ['five ships', 'nine ships', number],
    ['a million ships', 'a billion ships', number],
    ['It did sail.', 'It did not sail.', negation],
    ['It did sail.', 'It didn’t sail.', negation],
    ['It has an anchor.', 'It has no anchor.', negation],
    ['It ever sailed.', 'It never sailed.', negation],
    ['It is now there.', 'It is not there.', negation],
    ['It is here now.', 'It is nowhere.', negation],
    ['It was legal.', 'It was illegal.', words],
    ['It is true.', 'It is untrue.', words],
    ['It is here.', 'It was here.', words],
    ['The harbour grew.', 'The harbour shrank.', words],
    ['The harbour grew.', 'The old harbour grew.', words],
    ['The harbour grew.', '', words],
  ])('does not let “%s” become “%s”', (before, after, why) => {
    expect(findMoreThanSpelling(before, after)).toBe(why)
    expect(findMoreThanSpelling(after, before)).toBe(why)
  })
})
