import { spell } from '@/lib/domain/numbers'

/** "one note", "eight notes", "13 notes": in words up to twelve, as a newspaper sets them. */
export function countOf(number: number, one: string, many = `${one}s`): string {
  return `${spell(number)} ${number === 1 ? one : many}`
}

/** With its first letter large; of a character outside the BMP too. */
export function sentenceCase(text: string): string {
  const [first = '', ...rest] = [...text]
  return first.toUpperCase() + rest.join('')
}

/** "A", "A and B", "A, B and C". */
export function listOf(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words)
}

/** A hash as people compare it: its first and last eight digits in fours. */
export function fingerprintOf(hash: string): string {
  const fours = [hash.slice(0, 4), hash.slice(4, 8), '…', hash.slice(-8, -4), hash.slice(-4)]
  return fours.join(' ')
}
