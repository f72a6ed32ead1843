import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, hashText, hashValue } from '@/lib/domain/canonical'

describe('hashText', () => {
  it.each([
    // FIPS 180-4 examples, and SHA-256 of UTF-8 as sha256sum gives it.
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['é', '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c'],
  ])('of %j is the known one', (text, hash) => {
    expect(hashText(text)).toBe(hash)
  })
})

describe('canonicalJson', () => {
  it('is that of RFC 8785, 3.2.3', () => {
    const value = {
      numbers: JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]'),
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('sorts members by UTF-16 code units', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      '\u00f6': 7,
    }
    expect(Object.keys(JSON.parse(canonicalJson(value)))).toEqual([
      '1',
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ])
  })

  it('leaves out what is undefined', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
    expect(() => canonicalJson(undefined)).toThrow()
  })
})

describe('hashValue', () => {
  it('is the same for equal values, in whatever order and after whatever journey', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), value => {
        const backwards = Object.fromEntries(Object.entries(value).reverse())
        expect(hashValue(backwards)).toBe(hashValue(value))
        expect(hashValue(JSON.parse(JSON.stringify(value)))).toBe(hashValue(value))
      }),
    )
  })

  it.each([
    [{ a: 1 }, { a: '1' }],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: null }, {}],
    ['é', 'e\u0301'],
  ])('tells %j from %j', (one, other) => {
    expect(hashValue(one)).not.toBe(hashValue(other))
  })
})
