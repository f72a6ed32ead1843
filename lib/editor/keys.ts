/** What a press of a key tells of itself, as in a KeyboardEvent. */
interface Press {
  key: string
  code: string
  shiftKey: boolean
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
  isComposing: boolean
}

/**
 * The letter, digit or named key of a press, whatever the keyboard's alphabet: on a Cyrillic keyboard the key
 * that bears N is still N. Shift goes before it; a press with Ctrl, Alt or Meta is null, since those
 * belong to the browser.
 */
export function keyOf(event: Press): string | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null
  if (event.key.length > 1) return event.shiftKey ? null : event.key
  const digit = digitOf(event)
  if (event.key === '?' || digit) return digit ?? event.key
  const letter = /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : letterOf(event.code)
  if (!letter) return null
  return event.shiftKey ? `Shift+${letter}` : letter
}

/**
 * What a press asks of the history: Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, on a Mac Cmd+Z and Cmd+Shift+Z (there
 * Ctrl+Y is a key of every text field). Null for all other presses, and while a word is being composed.
 */
export function historyKeyOf(event: Press, isMac: boolean): 'undo' | 'redo' | null {
  const isHeld = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
  if (!isHeld || event.altKey || event.isComposing) return null
  const letter = /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : letterOf(event.code)
  if (letter === 'Z') return event.shiftKey ? 'redo' : 'undo'
  return letter === 'Y' && !isMac && !event.shiftKey ? 'redo' : null
}

function letterOf(code: string): string | null {
  return /^Key([A-Z])$/.exec(code)?.[1] ?? null
}

/** On a French keyboard the digits are where they are elsewhere, and need Shift to be written. */
function digitOf({ key, code, shiftKey }: { key: string; code: string; shiftKey: boolean }) {
  if (/^[1-9]$/.test(key)) return key
  return shiftKey ? null : (/^Digit([1-9])$/.exec(code)?.[1] ?? null)
}
