import { expect, it } from 'vitest'
import { claimFrom } from '@/lib/domain/claims'

it.each([
  ['puts the words on one line', 'Output  rose\nby 4% ', 'en', 'Output rose by 4%'],
  ['begins with a capital', 'output rose', 'en', 'Output rose'],
  ['leaves a name its way', 'iPhones cost more', 'en', 'iPhones cost more'],
  ['takes off the marks round them', '“Output rose.”', 'en', 'Output rose.'],
  ['takes off half a pair', '“Output rose', 'en', 'Output rose'],
  ['takes off the other half', 'output rose,”', 'en', 'Output rose'],
  ['keeps marks inside', 'a “pause” is no end', 'en', 'A “pause” is no end'],
  ['keeps two quotes apart', '“Yes” is not “no”', 'en', '“Yes” is not “no”'],
  ['keeps an apostrophe', 'the ministers’', 'en', 'The ministers’'],
  ['takes off what it hangs by', 'and that output rose, but', 'en', 'Output rose'],
  ['keeps a negative number', '-5 degrees were measured', 'en', '-5 degrees were measured'],
  ['knows German', 'dass die Zahl „stieg“', 'de', 'Die Zahl „stieg“'],
  ['knows Russian marks', '«но порт закрыт»', 'ru', 'Порт закрыт'],
  ['knows a dotless i', 'ışık söndü', 'tr', 'Işık söndü'],
  ['keeps a joining word in another language', 'and output rose', 'fi', 'And output rose'],
  ['keeps a word that only begins so', 'Android is older', 'en', 'Android is older'],
  ['keeps what would leave nothing', '“”', 'en', '“”'],
])('the claim %s', (_name, words, language, claim) => {
  expect(claimFrom(words, language)).toBe(claim)
})
