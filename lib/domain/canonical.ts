import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/**
 * The one JSON text of a value (RFC 8785): members sorted by UTF-16 code units, numbers as
 * ECMAScript prints them, no white space. Members that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('This value has no JSON form.')
  return text
}

/** SHA-256 (FIPS 180-4) of a text in UTF-8, as 64 hexadecimal digits. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** SHA-256 of a value's canonical JSON: equal values have equal hashes, whatever order they were written in. */
export function hashValue(value: unknown): string {
  return hashText(canonicalJson(value))
}
