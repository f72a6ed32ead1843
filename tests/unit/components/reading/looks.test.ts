import { describe, expect, it } from 'vitest'
import {
  attributesOf,
  parseLooks,
  textSizes,
  themes,
  usualLooks,
  writeLooks,
} from '@/components/reading/looks'

describe('how the desk looks', () => {
  it.each(themes.flatMap(theme => textSizes.map(textSize => ({ theme, textSize }))))(
    'comes back from the cookie: $theme, $textSize',
    looks => {
      expect(parseLooks(writeLooks(looks))).toEqual(looks)
    },
  )

  it.each([
    ['there is no cookie', undefined, usualLooks],
    ['it is empty', '', usualLooks],
    ['somebody made it up', '"><script>.enormous', usualLooks],
    ['a half of it is known', 'dark.enormous', { theme: 'dark', textSize: 'normal' }],
  ])('is the usual where %s', (_title, cookie, expected) => {
    expect(parseLooks(cookie)).toEqual(expected)
  })

  it('leaves no mark on the page where the system decides', () => {
    expect(attributesOf(usualLooks)).toEqual({ 'data-theme': undefined, 'data-text': undefined })
  })
})
