import { describe, expect, it } from 'vitest'
import { nameClient } from '@/scripts/forwarded.mjs'

const peer = '10.0.0.9'

describe('the address of a client', () => {
  it.each([
    ['is whom we see, without proxies', undefined, 0, peer],
    ['is not what a client says of itself', '1.2.3.4', 0, peer],
    ['is what our one proxy has seen', '203.0.113.7', 1, '203.0.113.7'],
    ['is not what a client told our proxy', '1.2.3.4, 203.0.113.7', 1, '203.0.113.7'],
    [
      'is what the outer of two proxies has seen',
      '1.2.3.4, 203.0.113.7, 10.0.0.2',
      2,
      '203.0.113.7',
    ],
    ['is the outermost known where a request came past the proxies', undefined, 2, peer],
  ])('%s', (_what, told, proxies, client) => {
    const headers: Record<string, string | undefined> = { 'x-forwarded-for': told }
    nameClient(headers, peer, proxies)
    expect(headers['x-forwarded-for']).toBe(client)
  })
})

describe('the other headers of proxies', () => {
  it.each([
    ['are dropped without proxies', 0, undefined],
    ['are kept behind one', 1, 'checks.example'],
  ])('%s', (_what, proxies, kept) => {
    const headers: Record<string, string | undefined> = { 'x-forwarded-host': 'checks.example' }
    nameClient(headers, peer, proxies)
    expect(headers['x-forwarded-host']).toBe(kept)
  })
})
