import { describe, expect, it } from 'vitest'
import { isSameWords } from '@/lib/domain/anchoring/folding'

describe('isSameWords', () => {
  it.each([
    ['a currency that is none', 'A $5 note', 'A$5 note'],
    ['a currency after the sum', 'for 5 $ US', 'for 5 $US'],
    ['a hyphen for a dash', '20 man-eating sharks', '20 man — eating sharks'],
    ['a hyphen for a dash that touches both words', 'man-eating', 'man—eating'],
    ['a grade', 'grade A -', 'grade A-'],
    ['a word before a hyphen', 'pre -war', 'pre- war'],
    ['a space', 'the rapist', 'therapist'],
    ['a point', '9.8', '98'],
    ['a sign', '- 5', '-5'],
  ])('tells %s apart: %s, %s', (_, before, after) => {
    expect(isSameWords(before, after)).toBe(false)
    expect(isSameWords(after, before)).toBe(false)
  })

  it.each([
    ['a dash of another length', 'he came - and went', 'he came — and went'],
    ['a dash without spaces', 'he came—and went', 'he came – and went'],
    ['a typewriter’s dash', 'he came--and went', 'he came — and went'],
    ['a hyphen that does not break', 'pre-war', 'pre\u2011war'],
    ['a range', '1998-1999', '1998–1999'],
    ['what the eye does not see', 'ar\u200brested', 'arrested'],
    ['a soft hyphen', 'no\u00adwhere', 'nowhere'],
    ['a currency before and after a space', '5 €', '5\u00a0€'],
    ['white space beside a point', '“ Non ! ”', '“Non!”'],
    ['zero-width spaces between Khmer words', 'ខ្ញុំ\u200bស្រលាញ់', 'ខ្ញុំស្រលាញ់'],
  ])('takes %s for typography: %s, %s', (_, before, after) => {
    expect(isSameWords(before, after)).toBe(true)
    expect(isSameWords(after, before)).toBe(true)
  })
})
