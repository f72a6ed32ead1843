import { describe, expect, it } from 'vitest'
import { historyKeyOf, keyOf } from '@/lib/editor/keys'

const press = (key: string, code = '', held: Partial<Parameters<typeof keyOf>[0]> = {}) =>
  keyOf({
    key,
    code,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
    ...held,
  })

describe('keyOf', () => {
  it.each<[string, string | null, string | null]>([
    ['names a letter in capitals', press('n', 'KeyN'), 'N'],
    ['goes by the key on a Cyrillic keyboard', press('т', 'KeyN'), 'N'],
    ['goes by the letter on a keyboard laid out otherwise', press('n', 'KeyL'), 'N'],
    ['says that Shift was held', press('A', 'KeyA', { shiftKey: true }), 'Shift+A'],
    ['knows ? wherever it is', press('?', 'Slash', { shiftKey: true }), '?'],
    ['knows named keys', press('Escape'), 'Escape'],
    [
      'leaves named keys with Shift to the browser',
      press('Enter', 'Enter', { shiftKey: true }),
      null,
    ],
    ['leaves Ctrl to the browser', press('c', 'KeyC', { ctrlKey: true }), null],
    ['leaves Meta to the browser', press('c', 'KeyC', { metaKey: true }), null],
    ['leaves an input method alone', press('n', 'KeyN', { isComposing: true }), null],
    ['names a digit', press('1', 'Digit1'), '1'],
    ['names a digit that needs Shift', press('1', 'Digit1', { shiftKey: true }), '1'],
    ['goes by the key of a digit that is written with Shift', press('&', 'Digit1'), '1'],
    ['knows no sign that is neither', press('!', 'Digit1', { shiftKey: true }), null],
    ['knows no other sign', press(';', 'Semicolon'), null],
  ])('%s', (_name, key, expected) => {
    expect(key).toBe(expected)
  })
})

describe('historyKeyOf', () => {
  const nothing = {
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
  }
  const ctrl = { ctrlKey: true }
  const cmd = { metaKey: true }
  const shift = { shiftKey: true }

  it.each<[string, string, string, Partial<typeof nothing>, boolean, 'undo' | 'redo' | null]>([
    ['Ctrl+Z', 'z', 'KeyZ', ctrl, false, 'undo'],
    ['Ctrl+Shift+Z', 'Z', 'KeyZ', { ...ctrl, ...shift }, false, 'redo'],
    ['Ctrl+Y', 'y', 'KeyY', ctrl, false, 'redo'],
    ['Cmd+Z on a Mac', 'z', 'KeyZ', cmd, true, 'undo'],
    ['Cmd+Shift+Z on a Mac', 'z', 'KeyZ', { ...cmd, ...shift }, true, 'redo'],
    ['Ctrl+Y on a Mac, which pastes there', 'y', 'KeyY', ctrl, true, null],
    ['Cmd+Y on a Mac, which is the browser’s', 'y', 'KeyY', cmd, true, null],
    ['Win+Z', 'z', 'KeyZ', cmd, false, null],
    ['Ctrl+Alt+Z', 'z', 'KeyZ', { ...ctrl, altKey: true }, false, null],
    ['Z alone', 'z', 'KeyZ', {}, false, null],
    ['the key that bears Z on a Cyrillic keyboard', 'я', 'KeyZ', ctrl, false, 'undo'],
    [
      'the letter on a German keyboard, where Y and Z changed places',
      'z',
      'KeyY',
      ctrl,
      false,
      'undo',
    ],
    ['nothing while a word is composed', 'z', 'KeyZ', { ...ctrl, isComposing: true }, false, null],
  ])('takes %s for what it asks', (_name, key, code, held, isMac, asked) => {
    expect(historyKeyOf({ key, code, ...nothing, ...held }, isMac)).toBe(asked)
  })
})
