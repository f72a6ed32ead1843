import { describe, expect, it } from 'vitest'
import { leadsAway } from '@/components/drafting/leaving'

const here = 'https://desk.example/desk/articles/a?note=n'
const plain = { button: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const link = (href: string, more = {}) => ({ href, target: '', download: '', ...more })

describe('leadsAway', () => {
  it.each([
    ['another page of ours', link('https://desk.example/desk/articles'), plain, true],
    [
      'the same page about something else',
      link('https://desk.example/desk/articles/a'),
      plain,
      true,
    ],
    ['a place on this page', link(`${here}#text`), plain, false],
    ['another site, where the browser asks', link('https://records.example/'), plain, false],
    ['an address for letters', link('mailto:desk@desk.example'), plain, false],
    ['another tab', link('https://desk.example/desk', { target: '_blank' }), plain, false],
    ['a file', link('https://desk.example/a.json', { download: 'a.json' }), plain, false],
    ['another tab, by key', link('https://desk.example/desk'), { ...plain, ctrlKey: true }, false],
    ['another tab, by wheel', link('https://desk.example/desk'), { ...plain, button: 1 }, false],
  ])('of %s', (_name, to, press, isAway) => {
    expect(leadsAway(to, press, here)).toBe(isAway)
  })
})
