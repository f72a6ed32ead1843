import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { signIn, signOut } from '@/components/people/session-requests'

const origin = 'https://desk.example'

describe('signing in from the browser', () => {
  beforeEach(() => vi.stubGlobal('window', { location: { origin } }))
  afterEach(() => vi.unstubAllGlobals())

  it('sends the token that proves where the form came from', async () => {
    const fetch = answering(`${origin}/desk`)
    await signIn('maren@courier.example', 'secret words')
    const body = fetch.mock.calls[1]?.[1]?.body as URLSearchParams
    expect(Object.fromEntries(body)).toEqual({
      email: 'maren@courier.example',
      password: 'secret words',
      csrfToken: 'token',
      json: 'true',
    })
  })

  it.each([
    ['in', `${origin}/desk`, null],
    ['refused', `${origin}/sign-in?error=invalid`, 'invalid'],
    ['refused by next-auth', `${origin}/sign-in?error=CredentialsSignin`, 'invalid'],
    ['throttled', `${origin}/sign-in?error=throttled`, 'throttled'],
    ['without a database', `${origin}/sign-in?error=unavailable`, 'unavailable'],
    ['without cookies', '/api/auth/signin?csrf=true', 'forbidden'],
  ])('says when it is %s', async (_what, url, reason) => {
    answering(url)
    const outcome = await signIn('maren@courier.example', 'secret words')
    expect(outcome.ok ? null : outcome.reason).toBe(reason)
  })

  it('says that there is no connection instead of leaving the page', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Failed to fetch')))
    expect(await signIn('a@b.example', 'x')).toMatchObject({ ok: false, reason: 'unreachable' })
    expect(await signOut()).toMatchObject({ ok: false, reason: 'unreachable' })
  })
})

function answering(url: string) {
  const fetch = vi.fn(async (path: string, _init?: RequestInit) =>
    Response.json(path.endsWith('/csrf') ? { csrfToken: 'token' } : { url }),
  )
  vi.stubGlobal('fetch', fetch)
  return fetch
}
