import { randomInt } from 'node:crypto'

/** Without i, l, o, 0 and 1: a key is read out, written down and typed. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

/**
 * Six characters of 31, which makes nine hundred million: nobody comes by an unpublished note by
 * trying, and one article never runs out.
 */
export function randomKey(): string {
  return Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')
}
