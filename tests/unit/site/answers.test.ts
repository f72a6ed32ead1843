import { describe, expect, it } from 'vitest'
import { type Answerable, answer } from '@/lib/site/answers'

const file: Answerable = {
  status: 200,
  contentType: 'text/html; charset=utf-8',
  body: 'plain',
  brotli: new Uint8Array([1, 2, 3]),
  hash: 'abc',
  keep: 'page',
}

function asked(headers: Record<string, string> = {}, method = 'GET'): Request {
  return new Request('https://courier.example/checks/a', { method, headers })
}
const withBrotli = { 'x-stored': 'understood', 'accept-encoding': 'gzip, br' }

describe('an answer to a reader', () => {
  it.each([
    ['the bytes as they are', {}, '"abc"', 'plain'],
    [
      'the bytes as they are where the server cannot send others',
      { 'accept-encoding': 'br' },
      '"abc"',
      'plain',
    ],
    ['brotli under a tag of its own', withBrotli, '"abc-br"', '\u0001\u0002\u0003'],
    [
      'no brotli where it is refused',
      { ...withBrotli, 'accept-encoding': 'br;q=0, gzip' },
      '"abc"',
      'plain',
    ],
  ])('is %s', async (_name, headers, tag, body) => {
    const response = answer(asked(headers), file)
    expect(response.status).toBe(200)
    expect(response.headers.get('etag')).toBe(tag)
    expect(response.headers.get('vary')).toBe('Accept-Encoding')
    expect(await response.text()).toBe(body)
  })

  it.each(['"abc"', '"abc-br"', 'W/"abc"', '"other", "abc"', '*'])(
    'is 304 and empty where the reader has %s',
    async tag => {
      const response = answer(asked({ 'if-none-match': tag }), file)
      expect(response.status).toBe(304)
      expect(response.headers.get('etag')).toBe('"abc"')
      expect(await response.text()).toBe('')
    },
  )

  it('is whole where the reader has something else, and where it is no success', () => {
    expect(answer(asked({ 'if-none-match': '"abd"' }), file).status).toBe(200)
    const gone = { ...file, status: 410 }
    expect(answer(asked({ 'if-none-match': '"abc"' }), gone).status).toBe(410)
  })

  it('has no body for HEAD, and says how long it would be', async () => {
    const response = answer(asked(withBrotli, 'HEAD'), file)
    expect(response.headers.get('x-stored')).toBe('br 3')
    expect(await response.text()).toBe('')
  })

  it('lets nothing run and nobody frame it', () => {
    const policy = answer(asked(), file).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('may be read by other sites only where it says so', () => {
    expect(answer(asked(), file).headers.get('access-control-allow-origin')).toBeNull()
    const open = { ...file, isOpen: true }
    expect(answer(asked(), open).headers.get('access-control-allow-origin')).toBe('*')
  })

  it('is asked for anew each time, unless it is named by its content', () => {
    expect(answer(asked(), file).headers.get('cache-control')).toContain('max-age=0')
    const named = { ...file, keep: 'forever' } as const
    expect(answer(asked(), named).headers.get('cache-control')).toContain('immutable')
  })
})
