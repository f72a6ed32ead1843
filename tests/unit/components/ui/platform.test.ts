import { expect, it, vi } from 'vitest'
import { isMac, nameOfKey, shortcutOf } from '@/components/ui/platform'

it.each([
  ['MacIntel', true],
  ['iPad', true],
  ['Win32', false],
  ['Linux x86_64', false],
])('knows whether %s is a Mac', (platform, is) => {
  vi.stubGlobal('navigator', { platform })
  expect(isMac()).toBe(is)
})

it('names the key that is held as it is written on the keyboard', () => {
  expect(['Ctrl', 'Shift', 'Z'].map(key => nameOfKey(key, true))).toEqual(['Cmd', 'Shift', 'Z'])
  expect(nameOfKey('Ctrl', false)).toBe('Ctrl')
  expect(shortcutOf('Control+Shift+Z', true)).toBe('Meta+Shift+Z')
  expect(shortcutOf('Control+Z', false)).toBe('Control+Z')
})
