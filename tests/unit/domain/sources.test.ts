import { describe, expect, it } from 'vitest'
import { canonicalAddress, optionalAddress, webAddress } from '@/lib/domain/sources'

describe('webAddress', () => {
  it.each([
    'https://example.org',
    'http://example.org/a?b=c#d',
    'https://example.org:8443/ä/ö',
    'https://münchen.example/',
    'https://192.0.2.1/',
    'https://[2001:db8::1]/',
  ])('takes %s as it is', address => {
    expect(webAddress.parse(` ${address} `)).toBe(address)
  })

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org',
    'blob:https://example.org/x',
    'mailto:a@example.org',
    'example.org',
    '//example.org',
    '/a',
    '#a',
    'https://',
    'https://a b',
    'https://a.example/\u0000',
    'https://a.example/\ud83d',
    'about:blank',
  ])('refuses %j', address => {
    expect(webAddress.safeParse(address).success).toBe(false)
    expect(optionalAddress.safeParse(address).success).toBe(false)
  })

  it.each([
    [
      'a scheme',
      'javascript:alert(1)',
      'Write a full address that begins with https:// or http://.',
    ],
    ['its length', `https://a.example/${'x'.repeat(2048)}`, 'This address is too long.'],
    ['a character', 'https://a.example/\u0000', 'This address has a character no address has.'],
  ])('says that %s is wrong', (_what, address, words) => {
    for (const schema of [webAddress, optionalAddress])
      expect(schema.safeParse(address).error?.issues.map(issue => issue.message)).toEqual([words])
  })

  it('may be nothing where it is optional', () => {
    expect(optionalAddress.parse('')).toBe('')
    expect(webAddress.safeParse('').success).toBe(false)
  })
})

describe('canonicalAddress', () => {
  it.each([
    ['https://example.org/a', 'http://www.example.org/a/'],
    ['https://example.org/a', 'https://EXAMPLE.org/a#part'],
    ['https://example.org/a', 'https://example.org/a?utm_source=x&fbclid=y&UTM_Medium=z'],
    ['https://example.org/a?b=1&c=2', 'https://example.org/a?c=2&b=1'],
    ['https://example.org', 'https://example.org/'],
    ['https://example.org:443/a', 'https://example.org/a'],
  ])('recognises %s in %s', (one, other) => {
    expect(canonicalAddress(other)).toBe(canonicalAddress(one))
  })

  it.each([
    ['https://example.org/a', 'https://example.org/b'],
    ['https://example.org/a', 'https://example.org/A'],
    ['https://example.org/a', 'https://example.org/a?id=1'],
    ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
    ['https://example.org/a?b=1&b=2', 'https://example.org/a?b=1'],
    ['https://example.org/', 'https://www2.example.org/'],
    ['https://example.org/', 'https://example.org:8443/'],
  ])('tells %s from %s', (one, other) => {
    expect(canonicalAddress(other)).not.toBe(canonicalAddress(one))
  })
})
