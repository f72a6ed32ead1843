import { unstable_doesMiddlewareMatch as doesProxyMatch } from 'next/experimental/testing/server'
import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { config, proxy } from '@/proxy'

describe('the policy of the desk', () => {
  it.each([
    '/desk',
    '/desk/articles/1?note=2',
    '/sign-in',
    '/invite/abc',
    '/no-such-page',
    '/checksum',
  ])('stands on %s', url => {
    expect(doesProxyMatch({ config, nextConfig: {}, url })).toBe(true)
  })

  it.each([
    '/',
    '/claims',
    '/corrections',
    '/about',
    '/checks/a-check',
    '/checks/a-check/claims/k7m2',
    '/styles/page.css',
    '/api/articles/1/editions/preview',
    '/_next/static/chunks/a.js',
    '/icon.svg',
    '/favicon.ico',
  ])('leaves %s to its own', url => {
    expect(doesProxyMatch({ config, nextConfig: {}, url })).toBe(false)
  })

  it('has a nonce of its own for each request, which Next is told too', () => {
    const [one, two] = [noncesOf('/desk'), noncesOf('/desk')]
    expect(one.answer).toBeTruthy()
    expect(one.request).toBe(one.answer)
    expect(one.answer).not.toBe(two.answer)
  })

  it('lets no script run that is not of this request', () => {
    const scripts = directivesOf('/desk')['script-src']
    expect(scripts).not.toMatch(/unsafe|https?:|\*/)
  })

  it('tells the page where it is, whatever the client says', () => {
    const request = new NextRequest('http://localhost/desk/articles?all=1', {
      headers: { 'x-path': '/elsewhere' },
    })
    expect(proxy(request).headers.get('x-middleware-request-x-path')).toBe('/desk/articles?all=1')
  })
})

function answerTo(path: string): Headers {
  return proxy(new NextRequest(`http://localhost${path}`)).headers
}

function directivesOf(path: string): Record<string, string> {
  const policy = answerTo(path).get('content-security-policy') ?? ''
  return Object.fromEntries(policy.split('; ').map(each => each.split(/ (.*)/).slice(0, 2)))
}

function noncesOf(path: string): Record<'answer' | 'request', string | undefined> {
  const headers = answerTo(path)
  const nonceOf = (policy: string | null) => /'nonce-([^']+)'/.exec(policy ?? '')?.[1]
  return {
    answer: nonceOf(headers.get('content-security-policy')),
    request: nonceOf(headers.get('x-middleware-request-content-security-policy')),
  }
}
