import { expect, it } from 'vitest'
import { nextStop, setStops } from '@/components/ui/roving'

it.each<[string, string, number, boolean, number | null]>([
  ['right to the next', 'ArrowRight', 0, false, 1],
  ['right from the last round to the first', 'ArrowRight', 3, false, 0],
  ['left to the one before', 'ArrowLeft', 2, false, 1],
  ['left from the first round to the last', 'ArrowLeft', 0, false, 3],
  ['right to the one before, where one reads from the right', 'ArrowRight', 2, true, 1],
  ['left to the next, where one reads from the right', 'ArrowLeft', 2, true, 3],
  ['down to the next, wherever one reads from', 'ArrowDown', 1, true, 2],
  ['up to the one before, wherever one reads from', 'ArrowUp', 1, true, 0],
  ['Home to the first', 'Home', 2, false, 0],
  ['End to the last', 'End', 0, true, 3],
  ['Enter nowhere', 'Enter', 1, false, null],
])('goes %s', (_name, key, at, isFromRight, to) => {
  expect(nextStop(key, at, 4, isFromRight)).toBe(to)
})

it.each<[string, string, string | null, string]>([
  ['the first', 'Bold Italic Link', null, 'Bold'],
  ['where one was', 'Bold Italic Link', 'Italic', 'Italic'],
  ['the first that can be pressed', '-Bold -Italic Link', null, 'Link'],
  [
    'the first, where one was on one that cannot be pressed now',
    'Bold -Italic Link',
    'Italic',
    'Bold',
  ],
  ['none, where none can be pressed', '-Bold -Italic', null, ''],
])('stops at %s', (_name, row, last, stop) => {
  const buttons = row.split(' ').map(name => ({
    name: name.replace('-', ''),
    disabled: name.startsWith('-'),
    tabIndex: -1,
  }))
  const find = (name: string | null) => buttons.find(each => each.name === name) ?? null
  const frame = { querySelectorAll: () => buttons } as unknown as HTMLElement
  setStops(frame, find(last) as unknown as HTMLElement | null)
  const stops = buttons.filter(({ tabIndex }) => tabIndex === 0).map(({ name }) => name)
  expect(stops.join(' ')).toBe(stop)
})
